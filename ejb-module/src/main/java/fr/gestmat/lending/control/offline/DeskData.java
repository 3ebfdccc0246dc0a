package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.TagScheme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a desk takes along to go on without network: the least that it needs to say who gives back
 * what and whom a device may be handed to. No birth date, no national number, no address, nobody of
 * another school but by the devices of this one.
 *
 * @param at when it was read
 * @param expiresAt when the desk wipes it
 * @param tags what codes look like
 * @param dueOn last day of a loan that begins today, by policy; empty if it has none
 * @param classes its classes
 * @param pupils its active pupils
 * @param devices its devices, and those that its pupils hold
 */
public record DeskData(
    Instant at,
    Instant expiresAt,
    TagScheme tags,
    Optional<LocalDate> dueOn,
    List<SchoolClass> classes,
    List<Pupil> pupils,
    List<Device> devices) {

  /**
   * A class.
   *
   * @param id public id
   * @param name its name
   */
  public record SchoolClass(UUID id, String name) {}

  /**
   * A pupil of the school.
   *
   * @param id public id
   * @param familyName family name
   * @param givenName given name
   * @param schoolClass public id of the class, if there is one
   * @param card code of the card, if there is one
   * @param lastDay the last day at the school, if it is known
   * @param block why nothing may be handed over: {@code PUPIL_BLOCKED} by an incident, {@code
   *     NOT_ELIGIBLE} or {@code LAST_DAY_PASSED}; empty if nothing speaks against it
   * @param full the categories of devices of which the pupil holds as many as allowed
   */
  public record Pupil(
      UUID id,
      String familyName,
      String givenName,
      Optional<UUID> schoolClass,
      Optional<String> card,
      Optional<LocalDate> lastDay,
      Optional<String> block,
      List<String> full) {}

  /**
   * A device.
   *
   * @param tag its label
   * @param serial the maker's number, if known
   * @param model name of its model
   * @param category what limits count by
   * @param state where it stands
   * @param here whether it is at this school while nobody holds it
   * @param holder public id of the pupil of this school who holds it, if one does
   * @param reserved public id of the pupil of this school it is kept for, if it is
   */
  public record Device(
      String tag,
      Optional<String> serial,
      String model,
      String category,
      String state,
      boolean here,
      Optional<UUID> holder,
      Optional<UUID> reserved) {}
}
