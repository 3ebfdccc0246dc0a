package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.entity.DeviceState;

/** Which devices may be put on a slip. */
public final class SlipRule {

  /** Devices on one slip at most: what a van takes, and one transaction sends. */
  public static final int MOST = 500;

  private SlipRule() {}

  /**
   * A device before the slip.
   *
   * @param state where it stands
   * @param here whether it is in the place that sends
   * @param onSlip whether it is on this slip
   * @param onOther whether it is on another slip that is being prepared
   * @param count devices on this slip
   */
  public record Offered(
      DeviceState state, boolean here, boolean onSlip, boolean onOther, long count) {}

  /** Whether it is put on the slip, or why not. */
  public static SlipFinding judge(Offered device) {
    if (device.onSlip()) {
      return SlipFinding.AGAIN;
    }
    if (device.state() == DeviceState.ON_LOAN) {
      return SlipFinding.ON_LOAN;
    }
    if (!mayTravel(device.state())) {
      return SlipFinding.NOT_IN_STOCK;
    }
    if (!device.here()) {
      return SlipFinding.NOT_HERE;
    }
    if (device.onOther()) {
      return SlipFinding.OTHER_SLIP;
    }
    return device.count() >= MOST ? SlipFinding.FULL : SlipFinding.ADDED;
  }

  /** Whether a device in this state may be sent. */
  static boolean mayTravel(DeviceState state) {
    return state == DeviceState.IN_STOCK || state == DeviceState.TO_CHECK;
  }
}
