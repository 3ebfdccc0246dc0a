package fr.gestmat.lending.control;

import fr.gestmat.lending.control.ScanSituation.DeviceFacts;

/**
 * Decides a scan on the return screen: the check-in table of the domain, row by row. The first row
 * that fits decides; other facts that matter follow as further reasons. What forbids a return
 * refuses it whatever else is unusual, and all of it is said at once (L026).
 */
public final class CheckInPolicy {

  private CheckInPolicy() {}

  /** The decision on {@code situation}. */
  public static ScanDecision decide(ScanSituation situation) {
    if (situation.device().isEmpty()) {
      return ScanDecision.refused(ScanReason.CODE_UNKNOWN, situation.wish().code());
    }
    if (!situation.isConsistent()) {
      return ScanDecision.refused(ScanReason.DATA_INCONSISTENT).doing(new ScanEffect.Anomaly());
    }
    DeviceFacts device = situation.device().get();
    Proposal row =
        situation.holder().isPresent()
            ? HeldDeviceRows.row(situation, device, situation.holder().get())
            : FreeDeviceRows.row(situation, device);
    return row.settle(situation.wish().choice());
  }
}
