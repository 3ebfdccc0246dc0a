package fr.gestmat.mealaid.entity.statement;

import org.jspecify.annotations.Nullable;

/**
 * The child of a line, as known when the statement was computed.
 *
 * @param applicationId database id of the application; null on lines about no child
 * @param applicationNumber what people quote
 * @param pupilId the directory's pupil, if somebody confirmed who it is
 * @param ine national pupil number, by which a school's software finds the child
 * @param familyName family name; empty on lines about no child
 * @param givenName given name; likewise
 * @param className main class
 * @param boardingStatus how the child eats at school, a name of the directory's BoardingStatus
 * @param mealsAWeek 1 to 5
 */
public record StatedChild(
    @Nullable Long applicationId,
    @Nullable Long applicationNumber,
    @Nullable Long pupilId,
    @Nullable String ine,
    String familyName,
    String givenName,
    @Nullable String className,
    @Nullable String boardingStatus,
    @Nullable Integer mealsAWeek) {

  /** For lines that are about no child. */
  public static final StatedChild NOBODY =
      new StatedChild(null, null, null, null, "", "", null, null, null);
}
