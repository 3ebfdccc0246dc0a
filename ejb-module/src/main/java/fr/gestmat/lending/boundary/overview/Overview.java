package fr.gestmat.lending.boundary.overview;

import fr.gestmat.lending.entity.DeviceState;
import java.util.List;
import java.util.Map;

/**
 * How lending stands in a school, or in all of them.
 *
 * @param pupils pupils who are there now
 * @param byState how many devices of these schools are in each state; states without any are absent
 * @param arriving devices on their way here
 * @param late loans that should have come back before today
 * @param toReturn loans of pupils who left or moved; counted for a single school only
 * @param latest the schools with most late loans, most first; empty for a single school
 */
public record Overview(
    long pupils,
    Map<DeviceState, Long> byState,
    long arriving,
    long late,
    long toReturn,
    List<LateSchool> latest) {

  /** Copies the counts. */
  public Overview {
    byState = Map.copyOf(byState);
    latest = List.copyOf(latest);
  }

  /**
   * A school where loans are late.
   *
   * @param uai its code
   * @param name its name
   * @param late how many
   */
  public record LateSchool(String uai, String name, long late) {}

  /** Devices in any of these states. */
  public long in(DeviceState... states) {
    long sum = 0;
    for (DeviceState state : states) {
      sum += byState.getOrDefault(state, 0L);
    }
    return sum;
  }

  /** Devices that belong here, but for those withdrawn or given away. */
  public long devices() {
    return byState.values().stream().mapToLong(Long::longValue).sum()
        - in(DeviceState.WITHDRAWN, DeviceState.OWNERSHIP_TRANSFERRED);
  }

  /** Whether there is nothing to lend yet. */
  public boolean beforeFirstDelivery() {
    return devices() == 0;
  }
}
