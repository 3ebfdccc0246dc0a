package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.reports.document.ReceiptLine;
import fr.gestmat.reports.document.ReceiptLine.Result;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A scan of a session as it was answered.
 *
 * @param at when it was recorded
 * @param answer the answer
 * @param undone whether it was undone afterwards
 * @param pieces what was said of its pieces afterwards, if anything is missing or broken
 */
public record SessionScan(
    Instant at, ScanAnswer answer, boolean undone, Optional<ScanAnswer> pieces) {

  /** A scan of which nothing more was said. */
  public SessionScan(Instant at, ScanAnswer answer, boolean undone) {
    this(at, answer, undone, Optional.empty());
  }

  /** Whether a receipt tells of it: a command or a pupil's card concerns no device. */
  public boolean isToTell() {
    return answer.device().isPresent() || answer.outcome() == Outcome.REFUSED;
  }

  /** What came of it. Where choices were offered nothing was done. */
  public Result result() {
    if (undone) {
      return Result.UNDONE;
    }
    if (answer.outcome() == Outcome.REFUSED || !answer.choices().isEmpty()) {
      return Result.REFUSED;
    }
    return answer.reasons().stream()
        .map(SessionScan::result)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Result.SEEN);
  }

  private static Optional<Result> result(Finding finding) {
    return switch (finding.reason()) {
      case LENT -> Optional.of(Result.LENT);
      case RETURNED,
          RETURNED_TO_CHECK,
          RETURNED_FOR_ANOTHER_SCHOOL,
          RETURNED_FOR_HOLDER,
          RETURNED_SWAPPED,
          LOST_FOUND,
          CLAIM_RESOLVED_FOUND,
          CLAIM_RESOLVED_BY_PUPIL ->
          Optional.of(Result.RETURNED);
      default -> Optional.empty();
    };
  }

  /**
   * Its line on the receipt. The ordinary says nothing beyond its result.
   *
   * @param sentences puts a reason into words
   */
  public ReceiptLine line(Function<Finding, String> sentences) {
    Finding first = answer.reasons().get(0);
    boolean ordinary =
        switch (first.reason()) {
          case LENT, RETURNED -> true;
          default -> false;
        };
    return new ReceiptLine(
        at,
        answer.device().map(DeviceView::assetTag).orElse(""),
        answer.pupil().map(PupilView::name).orElse(""),
        answer.pupil().flatMap(PupilView::schoolClass).orElse(""),
        result(),
        remark(ordinary ? "" : sentences.apply(first), sentences));
  }

  private String remark(String said, Function<Finding, String> sentences) {
    String missing =
        pieces
            .filter(p -> !undone && p.outcome() == Outcome.WARNING)
            .map(p -> p.reasons().stream().skip(1).map(sentences).collect(Collectors.joining(" ")))
            .orElse("");
    return said.isEmpty() || missing.isEmpty() ? said + missing : said + " " + missing;
  }
}
