package fr.gestmat.mealaid.control.eligibility;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.scale.Assessment;
import java.util.Optional;

/**
 * What is known of a child and its household. Absent means unknown: never no.
 *
 * @param boarding how the child eats at school
 * @param mealsAWeek days a week at the canteen, 0 to 5
 * @param healthArrangement whether the child's health keeps it from eating there more often
 * @param college whether the school is a collège
 * @param level the child's level
 * @param sector who runs the school
 * @param postalCode where the household lives
 * @param uai code of the school
 * @param schoolInside whether the school is in the département
 * @param custody whether the applicant has the child in effective custody
 * @param assessment what the campaign's scale says; absent if none is published
 */
public record Facts(
    Optional<BoardingStatus> boarding,
    Optional<Integer> mealsAWeek,
    boolean healthArrangement,
    Optional<Boolean> college,
    Optional<SchoolLevel> level,
    Optional<SchoolSector> sector,
    Optional<String> postalCode,
    Optional<String> uai,
    Optional<Boolean> schoolInside,
    Optional<Boolean> custody,
    Optional<Assessment> assessment) {

  /** Nothing is known. */
  public static Facts unknown() {
    return new Facts(
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** How the child eats: the régime, and how often. */
  public Facts eating(
      Optional<BoardingStatus> status, Optional<Integer> meals, boolean keptByHealth) {
    return new Facts(
        status,
        meals,
        keptByHealth,
        college,
        level,
        sector,
        postalCode,
        uai,
        schoolInside,
        custody,
        assessment);
  }

  /** Where the child learns: whether in a collège, the level, and who runs the school. */
  public Facts learning(
      Optional<Boolean> inCollege, Optional<SchoolLevel> at, Optional<SchoolSector> runBy) {
    return new Facts(
        boarding,
        mealsAWeek,
        healthArrangement,
        inCollege,
        at,
        runBy,
        postalCode,
        uai,
        schoolInside,
        custody,
        assessment);
  }

  /** Where the school is: its code, and whether that is in the département. */
  public Facts at(Optional<String> school, Optional<Boolean> inside) {
    return new Facts(
        boarding,
        mealsAWeek,
        healthArrangement,
        college,
        level,
        sector,
        postalCode,
        school,
        inside,
        custody,
        assessment);
  }

  /** The household: where it lives, and whether the child does. */
  public Facts living(Optional<String> code, Optional<Boolean> withChild) {
    return new Facts(
        boarding,
        mealsAWeek,
        healthArrangement,
        college,
        level,
        sector,
        code,
        uai,
        schoolInside,
        withChild,
        assessment);
  }

  /** What the campaign's scale says. */
  public Facts assessed(Assessment said) {
    return new Facts(
        boarding,
        mealsAWeek,
        healthArrangement,
        college,
        level,
        sector,
        postalCode,
        uai,
        schoolInside,
        custody,
        Optional.of(said));
  }
}
