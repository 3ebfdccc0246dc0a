package fr.gestmat.lending.control.campaign;

import fr.gestmat.lending.control.campaign.Campaign.Plan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * When each class comes: one after the other, each as long as its pupils take at the desks there
 * are, in steps of five minutes, on open days. A class is not cut by the evening unless it takes
 * longer than a day.
 */
public final class SlotPlan {

  private static final int STEP = 5;

  /** A school with no open day in this time has no calendar: days count as they come. */
  private static final int FARTHEST = 60;

  private SlotPlan() {}

  /**
   * Plans the classes in their order.
   *
   * @param expected devices expected by class
   * @param open whether the school is open on a day
   * @return when each class is called
   */
  public static Map<String, LocalDateTime> of(
      Plan plan, Map<String, Integer> expected, Predicate<LocalDate> open) {
    Map<String, LocalDateTime> calls = new LinkedHashMap<>();
    LocalDate day = firstOpen(plan.startsOn(), open);
    LocalTime at = plan.opensAt();
    for (Map.Entry<String, Integer> one : expected.entrySet()) {
      long minutes = minutes(plan, one.getValue());
      boolean fresh = at.equals(plan.opensAt());
      if (!fresh && at.toSecondOfDay() + minutes * 60 > plan.closesAt().toSecondOfDay()) {
        day = firstOpen(day.plusDays(1), open);
        at = plan.opensAt();
      }
      calls.put(one.getKey(), day.atTime(at));
      long end = at.toSecondOfDay() + minutes * 60;
      while (end >= plan.closesAt().toSecondOfDay()) {
        end -= plan.closesAt().toSecondOfDay() - plan.opensAt().toSecondOfDay();
        day = firstOpen(day.plusDays(1), open);
      }
      at = LocalTime.ofSecondOfDay(end);
    }
    return calls;
  }

  /** How long so many devices take, in steps of five minutes. */
  static long minutes(Plan plan, int devices) {
    int rounds = (devices + plan.desks() - 1) / plan.desks();
    int minutes = rounds * plan.minutesEach();
    return (minutes + STEP - 1) / STEP * (long) STEP;
  }

  private static LocalDate firstOpen(LocalDate from, Predicate<LocalDate> open) {
    for (int i = 0; i < FARTHEST; i++) {
      if (open.test(from.plusDays(i))) {
        return from.plusDays(i);
      }
    }
    return from;
  }
}
