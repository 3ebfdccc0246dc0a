package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The year of a campaign as a line is drawn of it: spans from 0 to 100.
 *
 * @param from first day of the drawing
 * @param to last day of the drawing
 * @param filing the days of filing, one span for each effect
 * @param terms the terms
 * @param today where today is, if it is inside
 */
public record YearLine(
    LocalDate from, LocalDate to, List<Span> filing, List<Span> terms, Optional<Double> today) {

  /**
   * A stretch of the line.
   *
   * @param number first term that filing in it gives, or number of the term
   * @param first its first day
   * @param last its last day
   * @param start where it begins, in percent
   * @param width how much it takes, in percent
   */
  public record Span(int number, LocalDate first, LocalDate last, double start, double width) {}

  /** Draws from the first of what happens to the last, in whole months. */
  public static YearLine of(CampaignDays days, List<Term> terms, LocalDate today) {
    LocalDate first = days.opensOn();
    LocalDate last = days.closesOn();
    for (Term term : terms) {
      first = term.startsOn().isBefore(first) ? term.startsOn() : first;
      last = term.endsOn().isAfter(last) ? term.endsOn() : last;
    }
    Scale scale = new Scale(first.withDayOfMonth(1), last.plusMonths(1).withDayOfMonth(1));
    List<Span> filing = new ArrayList<>();
    filing.add(scale.span(1, days.opensOn(), days.fullEffectUntil()));
    LocalDate next = days.fullEffectUntil().plusDays(1);
    for (LatePeriod period : days.latePeriods()) {
      filing.add(scale.span(period.firstTerm(), next, period.endsOn()));
      next = period.endsOn().plusDays(1);
    }
    return new YearLine(
        scale.from(),
        scale.to().minusDays(1),
        filing,
        terms.stream().map(t -> scale.span(t.number(), t.startsOn(), t.endsOn())).toList(),
        today.isBefore(scale.from()) || !today.isBefore(scale.to())
            ? Optional.empty()
            : Optional.of(scale.at(today)));
  }

  private record Scale(LocalDate from, LocalDate to) {

    double at(LocalDate day) {
      return Math.round(
              10_000.0
                  * ChronoUnit.DAYS.between(from, day)
                  / Math.max(1, ChronoUnit.DAYS.between(from, to)))
          / 100.0;
    }

    Span span(int number, LocalDate first, LocalDate last) {
      double start = at(first);
      return new Span(number, first, last, start, Math.max(0.4, at(last.plusDays(1)) - start));
    }
  }
}
