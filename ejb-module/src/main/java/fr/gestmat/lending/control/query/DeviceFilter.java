package fr.gestmat.lending.control.query;

import fr.gestmat.lending.entity.DeviceState;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of devices is narrowed to; what is absent does not narrow.
 *
 * @param states states to keep; empty for all
 * @param model public id of the model
 * @param school UAI of the school that they belong to or are at
 * @param schoolClass public id of the class of who holds them
 * @param late only what should have come back
 * @param delivery public id of the delivery that they came with
 * @param text beginning of a tag or serial number, or names of who holds them; empty for all
 */
public record DeviceFilter(
    Set<DeviceState> states,
    Optional<UUID> model,
    Optional<String> school,
    Optional<UUID> schoolClass,
    boolean late,
    Optional<UUID> delivery,
    String text) {

  /** Narrows nothing. */
  public static final DeviceFilter ALL =
      new DeviceFilter(
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Optional.empty(),
          "");

  /** Copies the states, so that a filter never changes. */
  public DeviceFilter {
    states = Set.copyOf(states);
    text = text.strip();
  }

  /** What came with one delivery. */
  public static DeviceFilter ofDelivery(UUID delivery) {
    return new DeviceFilter(
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(delivery),
        "");
  }
}
