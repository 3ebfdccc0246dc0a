package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether stays that somebody typed can be: one school at a time, in order of days. */
public final class StayRule {

  /** More schools in a year than anybody goes to. */
  public static final int MOST = 8;

  private StayRule() {}

  /**
   * Why they cannot be; a reason names the field: {@code first} or {@code last} with the place of
   * the line as it was typed, from 1.
   *
   * @param stays as typed, in any order
   */
  public static List<Refusal> refusals(List<Stay> stays) {
    if (stays.isEmpty()) {
      return List.of(Refusal.of("school1", "stayNone"));
    }
    if (stays.size() > MOST) {
      return List.of(Refusal.of("school" + (MOST + 1), "stayTooMany", MOST));
    }
    List<Integer> order =
        IntStream.range(0, stays.size())
            .boxed()
            .sorted(Comparator.comparing(i -> stays.get(i).firstDay().orElse(LocalDate.MIN)))
            .toList();
    List<Refusal> reasons = new ArrayList<>();
    for (int at = 0; at < order.size(); at++) {
      int place = order.get(at) + 1;
      Stay stay = stays.get(order.get(at));
      if (at > 0 && stay.firstDay().isEmpty()) {
        reasons.add(Refusal.of("first" + place, "stayNoFirst"));
      }
      if (isBefore(stay.lastDay(), stay.firstDay())) {
        reasons.add(Refusal.of("last" + place, "stayEndsBefore"));
      }
      if (at + 1 < order.size()) {
        follow(stay, stays.get(order.get(at + 1)), place).ifPresent(reasons::add);
      }
    }
    return reasons;
  }

  private static Optional<Refusal> follow(Stay stay, Stay next, int place) {
    if (stay.lastDay().isEmpty()) {
      return Optional.of(Refusal.of("last" + place, "stayNoLast"));
    }
    return next.firstDay().filter(first -> !stay.lastDay().get().isBefore(first)).isPresent()
        ? Optional.of(Refusal.of("last" + place, "stayOverlaps"))
        : Optional.empty();
  }

  private static boolean isBefore(Optional<LocalDate> last, Optional<LocalDate> first) {
    return last.isPresent() && first.isPresent() && last.get().isBefore(first.get());
  }
}
