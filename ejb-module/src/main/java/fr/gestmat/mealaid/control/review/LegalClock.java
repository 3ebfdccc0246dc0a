package fr.gestmat.mealaid.control.review;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The day on which silence becomes a decision. It counts from the day after the application
 * arrived; the days that it spends in the family's hands do not count, both ends included; a file
 * that was incomplete counts anew from the day after it was completed.
 */
public final class LegalClock {

  /** Two months of silence (code des relations entre le public et l'administration, L. 231-6). */
  public static final Period TWO_MONTHS = Period.ofMonths(2);

  private LegalClock() {}

  /** Why something has to be put right; statistics keep it. */
  public enum Kind {
    /** Something is wrong. */
    INCORRECT,
    /** Something is missing: the time counts anew. */
    INCOMPLETE,
    /** Something is too old. */
    OUTDATED
  }

  /**
   * A stay in the family's hands.
   *
   * @param kind why
   * @param askedOn the day on which it was asked
   * @param resolvedOn the day on which it was put right; absent while it is pending
   */
  public record Stay(Kind kind, LocalDate askedOn, Optional<LocalDate> resolvedOn) {

    private LocalDate end(LocalDate today) {
      return resolvedOn.orElse(today);
    }
  }

  /**
   * The last day.
   *
   * @param submittedOn the day on which the application arrived
   * @param within how long the authority has
   * @param stays in the family's hands, in any order; a pending one counts as if it ended today
   */
  public static LocalDate due(
      LocalDate submittedOn, Period within, List<Stay> stays, LocalDate today) {
    LocalDate start =
        stays.stream()
            .filter(stay -> stay.kind() == Kind.INCOMPLETE)
            .map(stay -> stay.end(today))
            .max(Comparator.naturalOrder())
            .orElse(submittedOn)
            .plusDays(1);
    long stopped =
        stays.stream()
            .filter(stay -> stay.kind() != Kind.INCOMPLETE)
            .filter(stay -> stay.end(today).isAfter(start))
            .mapToLong(stay -> ChronoUnit.DAYS.between(stay.askedOn(), stay.end(today)) + 1)
            .sum();
    return start.plusDays(stopped).plus(within);
  }
}
