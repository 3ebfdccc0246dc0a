package fr.gestmat.lending.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a loan stands. All but {@link #CLOSED} hold the device. {@link #transitions()} is the one
 * table of what leads where, and who may cause it.
 */
public enum LoanState {
  /** The pupil has the device. */
  OPEN,
  /** The pupil says it was given back; nobody saw it. Does not count in the limit. */
  CLAIMED_RETURNED,
  /** Declared lost; still counts in the limit. */
  LOST,
  /** Over. */
  CLOSED;

  private static final List<Transition> TABLE =
      Stream.of(
              on(LoanEvent.RETURNED, CLOSED, LendingRight.DESK, OPEN),
              on(LoanEvent.RETURNED_BY_NEXT_LOAN, CLOSED, LendingRight.DESK, OPEN),
              on(LoanEvent.SWAPPED, CLOSED, LendingRight.DESK, OPEN),
              on(LoanEvent.EXTENDED, OPEN, LendingRight.DESK, OPEN),
              on(LoanEvent.CLAIMED_RETURNED, CLAIMED_RETURNED, LendingRight.STOCK, OPEN),
              on(LoanEvent.CLAIM_REFUSED, OPEN, LendingRight.STOCK, CLAIMED_RETURNED),
              on(LoanEvent.CLAIM_FOUND, CLOSED, LendingRight.DESK, CLAIMED_RETURNED),
              on(LoanEvent.CLAIM_RETURNED, CLOSED, LendingRight.DESK, CLAIMED_RETURNED),
              on(LoanEvent.DECLARED_LOST, LOST, LendingRight.STOCK, OPEN, CLAIMED_RETURNED),
              on(LoanEvent.FOUND, CLOSED, LendingRight.DESK, LOST),
              on(
                  LoanEvent.DECLARED_STOLEN,
                  CLOSED,
                  LendingRight.STOCK,
                  OPEN,
                  CLAIMED_RETURNED,
                  LOST),
              on(LoanEvent.OWNERSHIP_TRANSFERRED, CLOSED, LendingRight.REGION, OPEN))
          .flatMap(transitions -> transitions)
          .toList();

  /**
   * One line of the table.
   *
   * @param event what happens
   * @param from where the loan must stand
   * @param to where it stands afterwards
   * @param by the right that is enough to cause it
   */
  public record Transition(LoanEvent event, LoanState from, LoanState to, LendingRight by) {}

  /** The whole table. */
  public static List<Transition> transitions() {
    return TABLE;
  }

  /** The line of the table for {@code event} here; empty if it cannot happen in this state. */
  public Optional<Transition> on(LoanEvent event) {
    return TABLE.stream().filter(t -> t.from() == this && t.event() == event).findFirst();
  }

  /**
   * Where {@code event} leads.
   *
   * @throws IllegalStateException if it cannot happen in this state: a rule must have asked before
   */
  public LoanState after(LoanEvent event) {
    return on(event)
        .orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + this))
        .to();
  }

  private static Stream<Transition> on(
      LoanEvent event, LoanState to, LendingRight by, LoanState... from) {
    return Arrays.stream(from).map(state -> new Transition(event, state, to, by));
  }
}
