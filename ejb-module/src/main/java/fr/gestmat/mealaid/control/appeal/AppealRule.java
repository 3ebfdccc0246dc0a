package fr.gestmat.mealaid.control.appeal;

import fr.gestmat.access.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an appeal can be filed, and whether it came in time. The time runs from the day of the
 * letter; the last day counts whole. A late one is recorded all the same: the authority says so in
 * its answer.
 */
public final class AppealRule {

  /** Longest appeal, in characters. */
  public static final int LONGEST = 4_000;

  private AppealRule() {}

  /**
   * A decision that somebody contests.
   *
   * @param stands whether it still stands
   * @param letterOn the day of its letter; absent while there is none
   * @param days how long the family has
   * @param open whether an appeal against it waits already
   */
  public record Situation(boolean stands, Optional<LocalDate> letterOn, int days, boolean open) {

    /** The last day; absent while there is no letter, and then no time runs. */
    public Optional<LocalDate> deadline() {
      return letterOn.map(day -> day.plusDays(days));
    }

    /** Whether what arrives on a day is too late. */
    public boolean isLate(LocalDate day) {
      return deadline().filter(day::isAfter).isPresent();
    }
  }

  /**
   * Why it can't be filed; empty if it can.
   *
   * @param filedOn the day on which it arrived
   */
  public static List<Refusal> refusals(
      Situation situation, String body, LocalDate filedOn, LocalDate today) {
    List<Refusal> found = new ArrayList<>();
    if (!situation.stands()) {
      found.add(Refusal.of("appeal", "noDecision"));
    }
    if (situation.open()) {
      found.add(Refusal.of("appeal", "appealOpen"));
    }
    if (body.isBlank()) {
      found.add(Refusal.of("body", "missing"));
    } else if (body.length() > LONGEST) {
      found.add(Refusal.of("body", "tooLong", LONGEST));
    }
    if (filedOn.isAfter(today)) {
      found.add(Refusal.of("filedOn", "inTheFuture"));
    }
    return found;
  }
}
