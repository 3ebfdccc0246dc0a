package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.ApplicationState;
import org.jspecify.annotations.Nullable;

/**
 * What statements read of an application, without the answers of its form.
 *
 * @param id database id
 * @param number what people quote
 * @param pupilId the directory's pupil
 * @param familyName the child's
 * @param givenName the child's
 * @param schoolId the school that the application names
 * @param state where it stands
 * @param archivedFrom where it stood before the archive
 * @param boardingStatus how the child eats at school
 * @param mealsAWeek 1 to 5
 */
public record AidChildRow(
    long id,
    @Nullable Long number,
    @Nullable Long pupilId,
    String familyName,
    String givenName,
    @Nullable Long schoolId,
    ApplicationState state,
    @Nullable ApplicationState archivedFrom,
    @Nullable String boardingStatus,
    @Nullable Integer mealsAWeek) {

  /** Whether the family took it back, which gives nothing whatever was decided before. */
  boolean isWithdrawn() {
    return state == ApplicationState.WITHDRAWN || archivedFrom == ApplicationState.WITHDRAWN;
  }
}
