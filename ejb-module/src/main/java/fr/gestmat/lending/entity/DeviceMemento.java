package fr.gestmat.lending.entity;

import org.jspecify.annotations.Nullable;

/**
 * All of a device that a scan may change, kept to put it back when the scan is undone.
 *
 * @param state its state
 * @param stateReason why
 * @param openLoanId the loan that held it
 * @param homeSchoolId to whom it belonged; null if nobody remembers: it stays whose it is
 * @param placeSchoolId where it was
 * @param storage where it was stored
 * @param grade its condition
 * @param transit its way, while in transit
 * @param lastSeen its last sighting
 * @param lastReturned its last return
 */
public record DeviceMemento(
    DeviceState state,
    @Nullable String stateReason,
    @Nullable Long openLoanId,
    @Nullable Long homeSchoolId,
    long placeSchoolId,
    @Nullable String storage,
    ConditionGrade grade,
    @Nullable Transit transit,
    @Nullable Sighting lastSeen,
    @Nullable Sighting lastReturned) {

  /** The device as it stands now. */
  public static DeviceMemento of(Device device) {
    return new DeviceMemento(
        device.state(),
        device.stateReason(),
        device.openLoanId(),
        device.homeSchoolId(),
        device.placeSchoolId(),
        device.storage(),
        device.conditionGrade(),
        device.transit(),
        device.lastSeen(),
        device.lastReturned());
  }
}
