package fr.gestmat.lending.control.reminder;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * How an authority reminds (L100: how often is settable).
 *
 * @param beforeDays days before the due date on which a reminder goes
 * @param onDay whether one goes on the day itself
 * @param everyDays days between two reminders after it, 1 to 90
 * @param mostLate how many of these at most, 0 to 50
 * @param onReturn whether a return is confirmed
 * @param onDueChange whether a changed date is told
 */
public record ReminderSettings(
    List<Integer> beforeDays,
    boolean onDay,
    int everyDays,
    int mostLate,
    boolean onReturn,
    boolean onDueChange) {

  /** What holds for an authority that decided nothing. */
  public static final ReminderSettings DEFAULT =
      new ReminderSettings(List.of(14, 3), true, 7, 6, true, true);

  private static final int FARTHEST = 90;

  /** Keeps the days without repetition, the earliest reminder first. */
  public ReminderSettings {
    beforeDays =
        beforeDays.stream().distinct().sorted(java.util.Comparator.reverseOrder()).toList();
  }

  /** What cannot stay as it is, all at once. */
  public List<Refusal> refusals() {
    List<Refusal> reasons = new ArrayList<>();
    if (beforeDays.size() > 5 || beforeDays.stream().anyMatch(d -> d < 1 || d > FARTHEST)) {
      reasons.add(Refusal.of("beforeDays", "beforeDays"));
    }
    if (everyDays < 1 || everyDays > FARTHEST) {
      reasons.add(Refusal.of("everyDays", "everyDays"));
    }
    if (mostLate < 0 || mostLate > 50) {
      reasons.add(Refusal.of("mostLate", "mostLate"));
    }
    return reasons;
  }

  /** How far ahead a due date can be and still ask for a reminder today. */
  int daysAhead() {
    return beforeDays.isEmpty() ? 0 : beforeDays.get(0);
  }
}
