package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether a campaign's days make sense. */
public final class CampaignCheck {

  private static final int TERMS = 3;
  private static final int MOST_MEAL_DAYS = 200;

  private CampaignCheck() {}

  /** What is wrong with the days of filing; they may not be kept as they are. */
  public static List<Refusal> days(CampaignDays days) {
    List<Refusal> reasons = new ArrayList<>();
    if (days.fullEffectUntil().isBefore(days.opensOn())) {
      reasons.add(Refusal.of("fullEffectUntil", "beforeOpening"));
    }
    if (days.closesOn().isBefore(days.fullEffectUntil())) {
      reasons.add(Refusal.of("closesOn", "beforeFullEffect"));
    }
    LocalDate last = days.fullEffectUntil();
    int term = 1;
    for (LatePeriod period : days.latePeriods()) {
      if (!period.endsOn().isAfter(last)) {
        reasons.add(Refusal.of("latePeriods", "latePeriodTooEarly", period.endsOn()));
      }
      if (period.firstTerm() < term || period.firstTerm() > TERMS) {
        reasons.add(Refusal.of("latePeriods", "latePeriodGivesMore", period.endsOn()));
      }
      last = period.endsOn();
      term = period.firstTerm();
    }
    if (!days.latePeriods().isEmpty() && last.isAfter(days.closesOn())) {
      reasons.add(Refusal.of("latePeriods", "latePeriodAfterClosing", last));
    }
    return reasons;
  }

  /**
   * What somebody has to confirm before families who count on a later day lose it: the last day, or
   * the last day for the whole year, comes sooner than they were told. A day that is over was told
   * to nobody who still waits.
   *
   * @param told the days that families saw
   * @param wanted the new ones
   * @param today the authority's day
   * @param drafts applications that were begun and not sent
   */
  public static List<Refusal> sooner(
      CampaignDays told, CampaignDays wanted, LocalDate today, long drafts) {
    List<Refusal> reasons = new ArrayList<>();
    if (isSooner(told.closesOn(), wanted.closesOn(), today)) {
      reasons.add(Refusal.of("sooner", "closesSooner", told.closesOn(), wanted.closesOn(), drafts));
    }
    if (isSooner(told.fullEffectUntil(), wanted.fullEffectUntil(), today)) {
      reasons.add(
          Refusal.of(
              "sooner",
              "fullEffectSooner",
              told.fullEffectUntil(),
              wanted.fullEffectUntil(),
              drafts));
    }
    return reasons;
  }

  private static boolean isSooner(LocalDate told, LocalDate wanted, LocalDate today) {
    return wanted.isBefore(told) && !told.isBefore(today);
  }

  /** What is wrong with the terms. */
  public static List<Refusal> terms(List<Term> terms) {
    List<Refusal> reasons = new ArrayList<>();
    LocalDate last = LocalDate.MIN;
    for (Term term : terms) {
      if (term.endsOn().isBefore(term.startsOn())) {
        reasons.add(Refusal.of("term" + term.number(), "termEndsBeforeItStarts", term.number()));
      }
      if (!term.startsOn().isAfter(last)) {
        reasons.add(Refusal.of("term" + term.number(), "termsOverlap", term.number()));
      }
      if (term.mealDays() < 0 || term.mealDays() > MOST_MEAL_DAYS) {
        reasons.add(Refusal.of("term" + term.number(), "mealDays", term.number()));
      }
      last = term.endsOn();
    }
    return reasons;
  }

  /** What is missing of the days before families may see them. */
  public static List<Refusal> missing(CampaignDays days, List<Term> terms) {
    List<Refusal> reasons = new ArrayList<>(days(days));
    reasons.addAll(terms(terms));
    if (terms.size() < TERMS) {
      reasons.add(Refusal.of("terms", "termsMissing"));
    }
    reasons.addAll(uncovered(days));
    return reasons;
  }

  /** From which day on nothing says what filing gives, though the campaign is open. */
  public static List<Refusal> uncovered(CampaignDays days) {
    LocalDate covered =
        days.latePeriods().isEmpty()
            ? days.fullEffectUntil()
            : days.latePeriods().get(days.latePeriods().size() - 1).endsOn();
    return covered.isBefore(days.closesOn())
        ? List.of(Refusal.of("latePeriods", "latePeriodMissing", covered.plusDays(1)))
        : List.of();
  }
}
