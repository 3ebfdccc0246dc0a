package fr.gestmat.lending.control.offline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** In which order the operations of several desks are replayed, and which are left out. */
public final class ReplayRules {

  /**
   * How old a scan may be when it arrives and still counts as made at that moment (L088). Longer
   * than a desk waits for one answer (8 seconds), so that whatever a desk with network sends is
   * decided as it comes; shorter than a device takes from this desk through another one to the next
   * pupil.
   */
  public static final Duration TOLERANCE = Duration.ofSeconds(10);

  /** Registrations first, then by corrected time; what a desk did in one instant stays in order. */
  private static final Comparator<Step> ORDER =
      Comparator.comparing((Step step) -> !step.registration())
          .thenComparing(Step::correctedAt)
          .thenComparing(Step::desk)
          .thenComparingInt(Step::n);

  private ReplayRules() {}

  /**
   * An operation, as far as its place matters.
   *
   * @param scan id of its scan
   * @param desk the desk that made it
   * @param n its place in the order of that desk
   * @param registration whether it makes a device known that others then lend: the reception of one
   *     that a delivery announced
   * @param correctedAt when it was made, by the server's clock
   */
  public record Step(UUID scan, UUID desk, int n, boolean registration, Instant correctedAt) {}

  /** What becomes of an operation when its turn comes. */
  public enum Verdict {
    /** It is decided like any scan. */
    PLAY,
    /** The device was changed later than the operation (L088). */
    CHANGED_SINCE,
    /** An earlier operation of the same code was skipped in this replay (L088). */
    AFTER_SKIPPED
  }

  /** The order of a replay (L087): by corrected time over all desks, not by when they came. */
  public static List<Step> order(Collection<Step> steps) {
    return steps.stream().sorted(ORDER).toList();
  }

  /**
   * When something happened, by the server's clock (L087).
   *
   * @param byDesk when, by the desk's clock
   * @param deskNow the desk's clock when it handed its operations in
   * @param serverNow the server's clock at the same moment
   * @return never later than {@code serverNow}: nothing was done in the future
   */
  public static Instant corrected(Instant byDesk, Instant deskNow, Instant serverNow) {
    Instant corrected = byDesk.plus(Duration.between(deskNow, serverNow));
    return corrected.isAfter(serverNow) ? serverNow : corrected;
  }

  /** Whether a scan waited at its desk for so long that the device may have changed (L088). */
  public static boolean isLate(Instant madeAt, Instant arrivedAt) {
    return madeAt.plus(TOLERANCE).isBefore(arrivedAt);
  }

  /**
   * Whether an operation is played (L088).
   *
   * @param correctedAt when it was made
   * @param lastChange when the device last changed outside of this replay; empty if it never did,
   *     or if no device carries the code
   * @param skippedBefore whether an operation of the same code was skipped in this replay
   */
  public static Verdict judge(
      Instant correctedAt, Optional<Instant> lastChange, boolean skippedBefore) {
    if (skippedBefore) {
      return Verdict.AFTER_SKIPPED;
    }
    return lastChange.filter(changed -> changed.isAfter(correctedAt)).isPresent()
        ? Verdict.CHANGED_SINCE
        : Verdict.PLAY;
  }

  /**
   * Whether a replay would be too early: a desk that holds a list was not heard of since the newest
   * operation that waits, and may hold operations that belong before it (L087).
   *
   * @param newest corrected time of the newest operation that waits
   * @param desksHeardAt when each other desk with a valid list was last heard of
   */
  public static boolean isTooEarly(Instant newest, Collection<Instant> desksHeardAt) {
    return desksHeardAt.stream().anyMatch(heard -> heard.isBefore(newest));
  }
}
