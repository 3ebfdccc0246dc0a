package fr.gestmat.mealaid.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The days of a campaign, in the authority's time zone. A last day counts whole: 23:59:59 passes,
 * the midnight that follows does not.
 *
 * @param opensOn first day, from midnight
 * @param fullEffectUntil last day that gives the whole year
 * @param closesOn last day on which anything is taken
 * @param latePeriods what filing between the two gives, in order
 */
public record CampaignDays(
    LocalDate opensOn,
    LocalDate fullEffectUntil,
    LocalDate closesOn,
    List<LatePeriod> latePeriods) {

  /** Copies the periods, in order. */
  public CampaignDays {
    latePeriods = latePeriods.stream().sorted(Comparator.comparing(LatePeriod::endsOn)).toList();
  }

  /** Whether something that arrives at this moment is taken. */
  public boolean isOpen(Instant at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    return !day.isBefore(opensOn) && !day.isAfter(closesOn);
  }

  /** Whether the first day has not come yet. */
  public boolean isAhead(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone).isBefore(opensOn);
  }

  /** The first moment that is too late. */
  public Instant closing(ZoneId zone) {
    return closesOn.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * The first term that an application gives which is whole at this moment (M-E10): the first one
   * up to the full effect's day, later ones by late period.
   *
   * @return 1 to 3; empty if it is too late for any
   */
  public OptionalInt firstTerm(Instant at, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(at, zone);
    if (day.isAfter(closesOn)) {
      return OptionalInt.empty();
    }
    if (!day.isAfter(fullEffectUntil)) {
      return OptionalInt.of(1);
    }
    return latePeriods.stream()
        .filter(period -> !day.isAfter(period.endsOn()))
        .mapToInt(LatePeriod::firstTerm)
        .findFirst();
  }

  /**
   * The first term that an application gives whose last part arrives at this moment. What arrives
   * after the closing, because a family was given more time (M-C10, M-E05), counts as what arrived
   * at the last moment.
   *
   * @return 1 to 3; empty if the last day gives none
   */
  public OptionalInt termOfCompletion(Instant at, ZoneId zone) {
    Instant closing = closing(zone);
    return firstTerm(at.isBefore(closing) ? at : closing.minusNanos(1), zone);
  }
}
