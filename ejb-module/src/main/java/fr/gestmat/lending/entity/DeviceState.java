package fr.gestmat.lending.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a device stands in its life. Only {@link #IN_STOCK} can be lent. {@link #transitions()} is
 * the one table of what leads where, and who may cause it.
 */
public enum DeviceState {
  /** Announced by a delivery, not seen yet. */
  EXPECTED,
  /** At its place, ready to be lent. */
  IN_STOCK,
  /** Held by a pupil. */
  ON_LOAN,
  /** Came back damaged or incomplete, or was found: someone must look at it. */
  TO_CHECK,
  /** Sent to be mended. */
  IN_REPAIR,
  /** On its way to another school. */
  IN_TRANSIT,
  /** Lost; a loan may still be open on it. */
  LOST,
  /** Stolen; its loan is closed. */
  STOLEN,
  /** Out of use (réformé). */
  WITHDRAWN,
  /** Given to the pupil at the end of schooling (cédé). */
  OWNERSHIP_TRANSFERRED;

  private static final List<Transition> TABLE =
      Stream.of(
              on(DeviceEvent.RECEIVED, IN_STOCK, LendingRight.DESK, EXPECTED),
              on(DeviceEvent.LENT, ON_LOAN, LendingRight.DESK, IN_STOCK),
              on(DeviceEvent.RETURNED, IN_STOCK, LendingRight.DESK, ON_LOAN),
              on(DeviceEvent.RETURNED_TO_CHECK, TO_CHECK, LendingRight.DESK, ON_LOAN),
              on(DeviceEvent.RETURNED_AWAY, IN_TRANSIT, LendingRight.DESK, ON_LOAN),
              on(DeviceEvent.PASSED_CHECK, IN_STOCK, LendingRight.STOCK, TO_CHECK),
              on(DeviceEvent.PUT_ASIDE, TO_CHECK, LendingRight.STOCK, IN_STOCK),
              on(DeviceEvent.FAULT_NOTED, TO_CHECK, LendingRight.DESK, IN_STOCK),
              on(DeviceEvent.SENT, IN_TRANSIT, LendingRight.DESK, IN_STOCK, TO_CHECK),
              on(DeviceEvent.ARRIVED, IN_STOCK, LendingRight.DESK, IN_TRANSIT),
              on(DeviceEvent.ARRIVED_TO_CHECK, TO_CHECK, LendingRight.DESK, IN_TRANSIT),
              on(DeviceEvent.TRANSFER_CANCELLED, IN_STOCK, LendingRight.DESK, IN_TRANSIT),
              on(DeviceEvent.TRANSFER_CANCELLED_TO_CHECK, TO_CHECK, LendingRight.DESK, IN_TRANSIT),
              on(DeviceEvent.SENT_TO_REPAIR, IN_REPAIR, LendingRight.STOCK, IN_STOCK, TO_CHECK),
              on(DeviceEvent.REPAIRED, IN_STOCK, LendingRight.DESK, IN_REPAIR),
              on(DeviceEvent.REPAIRED_TO_CHECK, TO_CHECK, LendingRight.DESK, IN_REPAIR),
              on(
                  DeviceEvent.DECLARED_LOST,
                  LOST,
                  LendingRight.STOCK,
                  IN_STOCK,
                  ON_LOAN,
                  TO_CHECK,
                  IN_REPAIR,
                  IN_TRANSIT),
              on(DeviceEvent.FOUND, IN_STOCK, LendingRight.DESK, LOST),
              on(DeviceEvent.FOUND_TO_CHECK, TO_CHECK, LendingRight.DESK, LOST),
              on(DeviceEvent.FOUND_AWAY, IN_TRANSIT, LendingRight.DESK, LOST),
              on(
                  DeviceEvent.DECLARED_STOLEN,
                  STOLEN,
                  LendingRight.STOCK,
                  IN_STOCK,
                  ON_LOAN,
                  TO_CHECK,
                  IN_REPAIR,
                  IN_TRANSIT,
                  LOST),
              on(DeviceEvent.STOLEN_FOUND, TO_CHECK, LendingRight.STOCK, STOLEN),
              on(
                  DeviceEvent.WITHDRAWN,
                  WITHDRAWN,
                  LendingRight.STOCK,
                  EXPECTED,
                  IN_STOCK,
                  TO_CHECK,
                  IN_REPAIR,
                  LOST,
                  STOLEN),
              on(
                  DeviceEvent.OWNERSHIP_TRANSFERRED,
                  OWNERSHIP_TRANSFERRED,
                  LendingRight.REGION,
                  IN_STOCK,
                  ON_LOAN,
                  TO_CHECK,
                  WITHDRAWN),
              on(
                  DeviceEvent.TAKEN_BACK,
                  TO_CHECK,
                  LendingRight.DESK,
                  WITHDRAWN,
                  OWNERSHIP_TRANSFERRED))
          .flatMap(transitions -> transitions)
          .toList();

  /**
   * One line of the table.
   *
   * @param event what happens
   * @param from where the device must stand
   * @param to where it stands afterwards
   * @param by the right, at the school of the desk, that is enough to cause it
   */
  public record Transition(DeviceEvent event, DeviceState from, DeviceState to, LendingRight by) {}

  /** The whole table. */
  public static List<Transition> transitions() {
    return TABLE;
  }

  /** The line of the table for {@code event} here; empty if it cannot happen in this state. */
  public Optional<Transition> on(DeviceEvent event) {
    return TABLE.stream().filter(t -> t.from() == this && t.event() == event).findFirst();
  }

  /**
   * Where {@code event} leads.
   *
   * @throws IllegalStateException if it cannot happen in this state: a rule must have asked before
   */
  public DeviceState after(DeviceEvent event) {
    return on(event)
        .orElseThrow(() -> new IllegalStateException(event + " cannot happen in " + this))
        .to();
  }

  private static Stream<Transition> on(
      DeviceEvent event, DeviceState to, LendingRight by, DeviceState... from) {
    return Arrays.stream(from).map(state -> new Transition(event, state, to, by));
  }
}
