package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.mealaid.entity.CampaignDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Whether an application that arrives at a moment is taken, and what it gives: decided in the
 * transaction that takes it, on the moment at which it reached the server (M-E02, M-E04). What a
 * page showed, or whether a job has run, counts for nothing.
 */
public final class FilingRule {

  private FilingRule() {}

  /** The answer. */
  public sealed interface Filing {

    /**
     * It is taken.
     *
     * @param firstTerm the first term it gives, 1 to 3
     */
    record Taken(int firstTerm) implements Filing {}

    /** The first day has not come. */
    record TooEarly() implements Filing {}

    /** It is too late. */
    record TooLate() implements Filing {}
  }

  /**
   * Decides.
   *
   * @param graceDays days after closing in which a draft begun before may still be sent (M-E05)
   * @param arrived when the request reached the server
   * @param begun when the draft was begun
   */
  public static Filing decide(
      CampaignDays days, int graceDays, ZoneId zone, Instant arrived, Instant begun) {
    if (days.isAhead(arrived, zone)) {
      return new Filing.TooEarly();
    }
    Instant closing = days.closing(zone);
    Instant end = days.closesOn().plusDays(graceDays + 1L).atStartOfDay(zone).toInstant();
    boolean late = !arrived.isBefore(closing);
    if (late && !(begun.isBefore(closing) && arrived.isBefore(end))) {
      return new Filing.TooLate();
    }
    OptionalInt term = days.termOfCompletion(arrived, zone);
    return term.isPresent() ? new Filing.Taken(term.getAsInt()) : new Filing.TooLate();
  }
}
