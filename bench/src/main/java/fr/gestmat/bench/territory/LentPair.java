package fr.gestmat.bench.territory;

import java.util.UUID;

/**
 * A device in stock and a pupil of the same school who holds none: what a desk lends and takes back
 * over and over.
 *
 * @param school number of the school, from 0
 * @param deviceId id of the device's row
 * @param assetTag what is scanned
 * @param pupilId id of the pupil's row
 * @param pupilPublicId what the scan names
 */
public record LentPair(
    int school, long deviceId, String assetTag, long pupilId, UUID pupilPublicId) {

  static LentPair of(int school, int device, int pupil) {
    return new LentPair(
        school,
        device + 1L,
        TerritoryRows.assetTag(device),
        pupil + 1L,
        TerritoryRows.pupilId(pupil));
  }
}
