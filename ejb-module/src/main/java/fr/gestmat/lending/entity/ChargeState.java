package fr.gestmat.lending.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a charge stands. {@link #transitions()} is the one table of what leads where, and who may
 * cause it.
 */
public enum ChargeState {
  /** An incident or a missing accessory proposed it. */
  PROPOSED,
  /** Somebody who steers the authority agreed. */
  VALIDATED,
  /** The finance system got it, under a number. */
  SENT,
  /** The family paid. */
  PAID,
  /** Nothing is asked any more. */
  CANCELLED,
  /** It was paid and is to be given back. */
  TO_REFUND,
  /** It was given back. */
  REFUNDED;

  private static final List<Transition> TABLE =
      Stream.of(
              on(Event.VALIDATE, VALIDATED, LendingRight.REGION, PROPOSED),
              on(Event.SEND, SENT, LendingRight.REGION, VALIDATED),
              on(Event.PAY, PAID, LendingRight.REGION, SENT),
              on(Event.CANCEL, CANCELLED, LendingRight.STOCK, PROPOSED),
              on(Event.CANCEL, CANCELLED, LendingRight.REGION, VALIDATED, SENT),
              on(Event.FOUND, CANCELLED, LendingRight.DESK, PROPOSED, VALIDATED, SENT),
              on(Event.FOUND, TO_REFUND, LendingRight.DESK, PAID),
              on(Event.REFUND, TO_REFUND, LendingRight.REGION, PAID),
              on(Event.REFUNDED, REFUNDED, LendingRight.REGION, TO_REFUND))
          .flatMap(transitions -> transitions)
          .toList();

  /** What can happen to a charge. */
  public enum Event {
    /** It is agreed. */
    VALIDATE,
    /** It goes to the finance system and gets its number. */
    SEND,
    /** The finance system says that it was paid. */
    PAY,
    /** It is dropped. */
    CANCEL,
    /** The device turned up, and policy gives the charge back. */
    FOUND,
    /** It is to be given back. */
    REFUND,
    /** The finance system says that it was given back. */
    REFUNDED
  }

  /**
   * One line of the table.
   *
   * @param event what happens
   * @param from where the charge must stand
   * @param to where it stands afterwards
   * @param by the right that is enough to cause it
   */
  public record Transition(Event event, ChargeState from, ChargeState to, LendingRight by) {}

  /** The whole table. */
  public static List<Transition> transitions() {
    return TABLE;
  }

  /** The line of the table for {@code event} here; empty if it cannot happen in this state. */
  public Optional<Transition> on(Event event) {
    return TABLE.stream().filter(t -> t.from() == this && t.event() == event).findFirst();
  }

  /** Whether the finance system knows it and must hear when it is dropped or given back. */
  public boolean isKnownToFinance() {
    return this == SENT || this == PAID || this == TO_REFUND || this == REFUNDED;
  }

  private static Stream<Transition> on(
      Event event, ChargeState to, LendingRight by, ChargeState... from) {
    return Arrays.stream(from).map(state -> new Transition(event, state, to, by));
  }
}
