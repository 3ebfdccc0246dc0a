package fr.gestmat.lending.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an incident stands. {@link #transitions()} is the one table of what leads where. */
public enum IncidentState {
  /** Somebody said so; nobody who runs the stock decided yet. */
  DECLARED,
  /** Policy was applied: what becomes of the device, of a new one, of a charge. */
  DECIDED,
  /** Over: found, mended, replaced or settled. */
  CLOSED,
  /** It never was. */
  CANCELLED;

  private static final List<Transition> TABLE =
      Stream.of(
              on(Event.DECIDE, DECIDED, LendingRight.STOCK, DECLARED),
              on(Event.CLOSE, CLOSED, LendingRight.STOCK, DECIDED),
              on(Event.FOUND, CLOSED, LendingRight.DESK, DECLARED, DECIDED),
              on(Event.CANCEL, CANCELLED, LendingRight.STOCK, DECLARED, DECIDED),
              on(Event.REOPEN, DECIDED, LendingRight.DESK, CLOSED))
          .flatMap(transitions -> transitions)
          .toList();

  /** What can happen to an incident. */
  public enum Event {
    /** Whoever runs the stock applies policy. */
    DECIDE,
    /** It is settled. */
    CLOSE,
    /** The device turned up. */
    FOUND,
    /** It was declared by mistake. */
    CANCEL,
    /** What closed it was undone. */
    REOPEN
  }

  /**
   * One line of the table.
   *
   * @param event what happens
   * @param from where the incident must stand
   * @param to where it stands afterwards
   * @param by the right that is enough to cause it
   */
  public record Transition(Event event, IncidentState from, IncidentState to, LendingRight by) {}

  /** The whole table. */
  public static List<Transition> transitions() {
    return TABLE;
  }

  /** The line of the table for {@code event} here; empty if it cannot happen in this state. */
  public Optional<Transition> on(Event event) {
    return TABLE.stream().filter(t -> t.from() == this && t.event() == event).findFirst();
  }

  /** Whether it is not over yet. */
  public boolean isRunning() {
    return this == DECLARED || this == DECIDED;
  }

  private static Stream<Transition> on(
      Event event, IncidentState to, LendingRight by, IncidentState... from) {
    return Arrays.stream(from).map(state -> new Transition(event, state, to, by));
  }
}
