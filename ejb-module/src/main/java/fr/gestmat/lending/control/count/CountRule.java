package fr.gestmat.lending.control.count;

import fr.gestmat.lending.entity.DeviceState;

/**
 * What the sighting of a device means to an inventory (L108). Only what was written down when the
 * count opened says what must be there: never the station, never a later change.
 */
public final class CountRule {

  private CountRule() {}

  /**
   * A device as the count knows it.
   *
   * @param expected whether it is among what must be there
   * @param counted whether it was seen before in this count
   * @param state where it stands now
   * @param here whether it is, or was last known to be, in the school that is counted
   * @param inLimits whether it is of the storage place and model that are counted
   */
  public record Sighted(
      boolean expected, boolean counted, DeviceState state, boolean here, boolean inLimits) {}

  /** The one finding of a sighting at a station of the count. */
  public static CountFinding judge(Sighted device) {
    if (device.counted()) {
      return CountFinding.AGAIN;
    }
    return switch (device.state()) {
      case IN_STOCK, TO_CHECK -> inStock(device);
      case EXPECTED -> CountFinding.NOT_RECEIVED;
      case ON_LOAN -> CountFinding.ON_LOAN;
      case IN_REPAIR -> CountFinding.IN_REPAIR;
      case IN_TRANSIT -> CountFinding.IN_TRANSIT;
      case LOST -> CountFinding.LOST;
      case STOLEN -> CountFinding.STOLEN;
      case WITHDRAWN -> CountFinding.WITHDRAWN;
      case OWNERSHIP_TRANSFERRED -> CountFinding.GIVEN;
    };
  }

  /** What a return at a desk of the school is, when the count takes returns for sightings. */
  public static CountFinding returned(boolean expected) {
    return expected ? CountFinding.FOUND : CountFinding.RETURNED;
  }

  private static CountFinding inStock(Sighted device) {
    if (device.expected()) {
      return CountFinding.FOUND;
    }
    if (!device.here()) {
      return CountFinding.OTHER_SCHOOL;
    }
    return device.inLimits() ? CountFinding.ARRIVED_SINCE : CountFinding.OTHER_ROOM;
  }
}
