package fr.gestmat.mealaid.control.followup;

import fr.gestmat.mealaid.entity.ApplicationState;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Adds up groups of applications; a total is the sum of its schools by construction. */
public final class Tally {

  private final Map<ApplicationState, Long> states = new EnumMap<>(ApplicationState.class);
  private final Delays delays = new Delays();
  private long received;
  private long complete;
  private BigDecimal amount = BigDecimal.ZERO;

  /**
   * Adds a group.
   *
   * @param state where they stand, or stood before the archive
   * @param count how many
   * @param whole how many of them are complete
   */
  public void add(ApplicationState state, long count, long whole) {
    states.merge(state, count, Long::sum);
    received += count;
    complete += whole;
  }

  /**
   * Adds decisions that stand.
   *
   * @param days from the sending to the decision
   * @param count how many
   * @param given what they give for the year, in euros
   */
  public void decided(int days, long count, BigDecimal given) {
    delays.add(days, count);
    amount = amount.add(given);
  }

  /** What it comes to. */
  public Standing standing() {
    return new Standing(
        received,
        complete,
        of(ApplicationState.SUBMITTED),
        of(ApplicationState.IN_REVIEW),
        of(ApplicationState.TO_COMPLETE),
        of(ApplicationState.GRANTED),
        of(ApplicationState.REFUSED),
        of(ApplicationState.CLOSED),
        of(ApplicationState.WITHDRAWN),
        amount,
        delays.median());
  }

  private long of(ApplicationState state) {
    return states.getOrDefault(state, 0L);
  }
}
