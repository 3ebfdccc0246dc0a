package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A device as the API shows it.
 *
 * @param id public id
 * @param assetTag code on our label
 * @param serial serial number of the maker
 * @param state where it stands
 * @param model name of its model
 * @param category what limits count by
 * @param accessories what goes with it
 * @param home school that it belongs to
 * @param place school where it is, or was last known to be
 * @param transitTo where it goes, while in transit
 * @param storage where it is stored
 * @param grade its condition when last seen
 * @param lastSeenAt when that was
 */
public record DeviceView(
    UUID id,
    String assetTag,
    Optional<String> serial,
    DeviceState state,
    String model,
    String category,
    List<Accessory> accessories,
    SchoolView home,
    SchoolView place,
    Optional<SchoolView> transitTo,
    Optional<String> storage,
    ConditionGrade grade,
    Optional<Instant> lastSeenAt) {

  /**
   * An accessory expected with a model.
   *
   * @param name what
   * @param quantity how many
   */
  public record Accessory(String name, int quantity) {}
}
