package fr.gestmat.lending.control;

import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.LoanEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What a decided scan does to the device and its loan. */
public sealed interface ScanEffect {

  /** No device and no loan changes. */
  record Nothing() implements ScanEffect {}

  /** Nothing changes, and the contradiction is journaled (L018, L054). */
  record Anomaly() implements ScanEffect {}

  /** The device was seen: time, place, agent only (L002, L013). */
  record See() implements ScanEffect {}

  /**
   * The device moves without a loan.
   *
   * @param event what happens to it
   * @param destination the school that it is sent to, if the event sends it
   */
  record Move(DeviceEvent event, Optional<SchoolRef> destination) implements ScanEffect {}

  /**
   * The loan ends.
   *
   * @param how what happens to the loan
   * @param event what happens to the device
   * @param destination the school that the device is sent to, if the event sends it
   * @param at when it came back; may be back-dated
   */
  record Return(LoanEvent how, DeviceEvent event, Optional<SchoolRef> destination, Instant at)
      implements ScanEffect {}

  /**
   * The holder had swapped devices with the pupil at the desk: both loans end, this device comes
   * back, and the holder gets a loan of the device that the pupil at the desk had.
   *
   * @param comeback how this device comes back
   */
  record Swap(Return comeback) implements ScanEffect {}

  /**
   * A loan begins.
   *
   * @param dueOn its last day; empty for the whole schooling
   * @param closesPrevious whether the holder's loan is closed first (L051)
   * @param override whether a loan manager lends in spite of what forbids it (L058)
   */
  record Lend(Optional<LocalDate> dueOn, boolean closesPrevious, boolean override)
      implements ScanEffect {}

  /**
   * The pupil keeps the device for longer (L050).
   *
   * @param dueOn the new last day; empty for the whole schooling
   */
  record Extend(Optional<LocalDate> dueOn) implements ScanEffect {}
}
