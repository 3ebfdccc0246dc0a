package fr.gestmat.lending.control.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A return campaign of a school.
 *
 * @param key database id
 * @param id public id
 * @param authority authority
 * @param school its row
 * @param uai its code
 * @param schoolName its name
 * @param plan what was decided
 * @param state where it stands
 * @param endsOn last day that a class is called for, once it is open
 * @param openedAt when it was opened
 * @param closedAt when it was closed
 */
public record Campaign(
    long key,
    UUID id,
    long authority,
    long school,
    String uai,
    String schoolName,
    Plan plan,
    State state,
    Optional<LocalDate> endsOn,
    Optional<Instant> openedAt,
    Optional<Instant> closedAt) {

  /** Who has to bring devices back. */
  public enum Audience {
    /** Everybody who has one. */
    EVERYBODY,
    /** Who left, as the directory says, or must give back for another reason. */
    LEAVERS,
    /** Some levels. */
    LEVELS
  }

  /** Where a campaign stands. */
  public enum State {
    /** Can still be changed by throwing it away; nobody was told. */
    DRAFT,
    /** Families were called; devices come back. */
    OPEN,
    /** Over; its figures stay as they were at that moment. */
    CLOSED
  }

  /**
   * What was decided.
   *
   * @param name how people call it
   * @param audience who has to come
   * @param startsOn first day
   * @param opensAt when the desks open
   * @param closesAt when they close
   * @param desks pupils received at once, 1 to 60
   * @param minutesEach minutes that one takes, 1 to 60
   * @param place where to go
   */
  public record Plan(
      String name,
      Audience audience,
      LocalDate startsOn,
      LocalTime opensAt,
      LocalTime closesAt,
      int desks,
      int minutesEach,
      String place) {}
}
