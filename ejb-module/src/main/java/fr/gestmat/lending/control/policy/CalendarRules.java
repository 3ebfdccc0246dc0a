package fr.gestmat.lending.control.policy;

import fr.gestmat.access.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What may be said of the calendar of open days. */
public final class CalendarRules {

  /** The time zones of French schools. */
  public static final List<String> ZONES =
      List.of(
          "Europe/Paris",
          "America/Guadeloupe",
          "America/Martinique",
          "America/Cayenne",
          "America/Miquelon",
          "Indian/Reunion",
          "Indian/Mayotte",
          "Pacific/Noumea",
          "Pacific/Wallis",
          "Pacific/Tahiti");

  /** Days that one entry may close at most: the summer holidays. */
  public static final int LONGEST = 100;

  private static final int LONGEST_LABEL = 80;

  private CalendarRules() {}

  /**
   * What is wrong with closing these days.
   *
   * @param from first day
   * @param to last day; empty for the first day alone
   * @param ends days on which loans of versions that are not over end
   */
  public static List<Refusal> closing(
      Optional<LocalDate> from, Optional<LocalDate> to, String label, List<LocalDate> ends) {
    if (from.isEmpty()) {
      return List.of(Refusal.of("from", "dayMissing"));
    }
    LocalDate first = from.get();
    LocalDate last = to.orElse(first);
    if (last.isBefore(first)) {
      return List.of(Refusal.of("to", "dayBefore"));
    }
    if (last.isAfter(first.plusDays(LONGEST))) {
      return List.of(Refusal.of("to", "tooManyDays", LONGEST));
    }
    if (label.length() > LONGEST_LABEL) {
      return List.of(Refusal.of("label", "tooLong", LONGEST_LABEL));
    }
    return ends.stream()
        .filter(end -> !end.isBefore(first) && !end.isAfter(last))
        .findFirst()
        .map(end -> List.of(Refusal.of("from", "closesLoanEnd", end)))
        .orElse(List.of());
  }

  /** The zone, if it is one of {@link #ZONES}. */
  public static Optional<ZoneId> zone(String name) {
    return ZONES.contains(name) ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }
}
