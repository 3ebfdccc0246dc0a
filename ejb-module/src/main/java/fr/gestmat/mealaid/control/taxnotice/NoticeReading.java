package fr.gestmat.mealaid.control.taxnotice;

import fr.gestmat.mealaid.entity.document.ReadNotice;
import fr.gestmat.mealaid.entity.document.ReadNotice.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the codes of a document give together.
 *
 * @param outcome what can be said
 * @param text the code that counts, if there is one
 * @param code the same, taken apart
 */
public record NoticeReading(Outcome outcome, Optional<String> text, Optional<TwoDDoc> code) {

  /** Of a paper that cannot be read, however often it is tried. */
  public static final NoticeReading GIVEN_UP =
      new NoticeReading(Outcome.UNREADABLE, Optional.empty(), Optional.empty());

  private static final int LONGEST = 4_000;

  /**
   * Reads what was found. The first notice counts; without one, whatever says most of what the
   * paper is.
   *
   * @param texts texts of the codes, in their order
   * @param judge says whether a code is authentic
   */
  public static NoticeReading of(List<String> texts, Function<TwoDDoc, Authenticity> judge) {
    NoticeReading best = new NoticeReading(Outcome.NO_CODE, Optional.empty(), Optional.empty());
    for (String text : texts) {
      NoticeReading reading = of(text, judge);
      if (reading.outcome().hasFigures()) {
        return reading;
      }
      if (reading.outcome().compareTo(best.outcome()) > 0) {
        best = reading;
      }
    }
    return best;
  }

  private static NoticeReading of(String text, Function<TwoDDoc, Authenticity> judge) {
    Optional<String> kept = text.length() > LONGEST ? Optional.empty() : Optional.of(text);
    if (CodeParser.parse(text) instanceof CodeReading.Read read) {
      TwoDDoc code = read.code();
      Outcome outcome = code.isNotice() ? outcome(judge.apply(code)) : Outcome.NOT_A_NOTICE;
      return new NoticeReading(outcome, kept, Optional.of(code));
    }
    CodeReading.Unreadable unreadable = (CodeReading.Unreadable) CodeParser.parse(text);
    return new NoticeReading(
        unreadable.problem() == CodeProblem.NO_2D_DOC ? Outcome.NO_CODE : Outcome.UNREADABLE,
        Optional.empty(),
        Optional.empty());
  }

  /** What is said of a notice of this authenticity. */
  public static Outcome outcome(Authenticity authenticity) {
    return switch (authenticity) {
      case AUTHENTIC -> Outcome.AUTHENTIC;
      case WRONG_SIGNATURE -> Outcome.WRONG_SIGNATURE;
      case UNKNOWN_CERTIFICATE -> Outcome.UNKNOWN_CERTIFICATE;
    };
  }

  /** Fills a row. */
  public void write(ReadNotice row) {
    if (code.isPresent() && text.isPresent()) {
      TwoDDoc read = code.get();
      row.says(text.get(), read.documentType(), read.authority() + "/" + read.certificate());
      TaxNotice.of(read).ifPresent(notice -> row.holds(figures(notice), key(notice)));
    }
  }

  private static ReadNotice.Figures figures(TaxNotice notice) {
    return new ReadNotice.Figures(
        notice.referenceIncome(),
        notice.shares(),
        notice.incomeYear(),
        notice.reference(),
        notice.declarants(),
        notice.recoveryOn(),
        notice.address());
  }

  private static Optional<byte[]> key(TaxNotice notice) {
    return notice
        .useKey()
        .map(
            key -> {
              try {
                return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
              } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
              }
            });
  }
}
