package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LoanState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A loan as the API shows it.
 *
 * @param id public id
 * @param state where it stands
 * @param deviceId the device
 * @param assetTag the device's tag
 * @param pupilId the pupil; empty if the caller may not know
 * @param school school that handed the device over
 * @param checkedOutAt when
 * @param dueOn last day; empty for the whole schooling
 * @param returnedAt when it came back
 * @param returnedSchool where
 * @param returnedGrade condition then
 * @param returnedPlace storage chosen then
 */
public record LoanView(
    UUID id,
    LoanState state,
    UUID deviceId,
    String assetTag,
    Optional<UUID> pupilId,
    SchoolView school,
    Instant checkedOutAt,
    Optional<LocalDate> dueOn,
    Optional<Instant> returnedAt,
    Optional<SchoolView> returnedSchool,
    Optional<ConditionGrade> returnedGrade,
    Optional<String> returnedPlace) {}
