package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The days of a term that a child spent in each school, and the parts of an amount that they make.
 * Days are those of the calendar, as decisions count them; the cents that rounding leaves go to the
 * later school, so that the parts of a whole term add up to the amount.
 *
 * @param spans what was spent where, in order of days, without overlap
 * @param termDays days of the term
 */
record Presence(List<Span> spans, int termDays) {

  /**
   * Days in one school, in one piece.
   *
   * @param schoolId the school
   * @param first first day
   * @param last last day
   */
  record Span(long schoolId, LocalDate first, LocalDate last) {

    int days() {
      return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }
  }

  /**
   * A school's part.
   *
   * @param first first day there
   * @param last last day there
   * @param days days there; fewer than from first to last if the child was elsewhere between
   * @param amount euros
   */
  record Part(LocalDate first, LocalDate last, int days, BigDecimal amount) {}

  /** The days of a term, by stays of which a later one ends an earlier one. */
  static Presence in(Term term, List<Stay> stays) {
    List<Stay> ordered =
        stays.stream()
            .sorted(Comparator.comparing(stay -> stay.firstDay().orElse(LocalDate.MIN)))
            .toList();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      Stay stay = ordered.get(i);
      LocalDate first = later(term.startsOn(), stay.firstDay());
      LocalDate last = earlier(term.endsOn(), stay.lastDay());
      if (i + 1 < ordered.size()) {
        last = earlier(last, ordered.get(i + 1).firstDay().map(day -> day.minusDays(1)));
      }
      if (!first.isAfter(last)) {
        spans.add(new Span(stay.schoolId(), first, last));
      }
    }
    return new Presence(
        List.copyOf(spans),
        Math.toIntExact(ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) + 1));
  }

  /** The part of an amount that is a school's; empty if the child was not there at all. */
  Optional<Part> part(long schoolId, BigDecimal whole) {
    List<Span> here = spans.stream().filter(span -> span.schoolId() == schoolId).toList();
    if (here.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal amount = BigDecimal.ZERO.setScale(2);
    int before = 0;
    for (Span span : spans) {
      int after = before + span.days();
      if (span.schoolId() == schoolId) {
        amount = amount.add(upTo(after, whole)).subtract(upTo(before, whole));
      }
      before = after;
    }
    return Optional.of(
        new Part(
            here.get(0).first(),
            here.get(here.size() - 1).last(),
            here.stream().mapToInt(Span::days).sum(),
            amount));
  }

  private BigDecimal upTo(int days, BigDecimal whole) {
    return whole
        .multiply(BigDecimal.valueOf(days))
        .divide(BigDecimal.valueOf(termDays), 2, RoundingMode.HALF_UP);
  }

  private static LocalDate later(LocalDate day, Optional<LocalDate> other) {
    return other.filter(o -> o.isAfter(day)).orElse(day);
  }

  private static LocalDate earlier(LocalDate day, Optional<LocalDate> other) {
    return other.filter(o -> o.isBefore(day)).orElse(day);
  }
}
