package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.entity.ConditionGrade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a desk did without network.
 *
 * @param scanId id of its scan: the same id is the same operation
 * @param n its place in the desk's own order
 * @param mode what the desk was doing
 * @param code the code as it was read
 * @param pupilId the pupil whom the desk's list knew
 * @param pupilCode what was scanned or typed for a pupil whom it did not: a card number or a login
 * @param scannedAt the desk's clock
 * @param returnedAt back-dates a return
 * @param grade the condition
 * @param place the storage place
 * @param choice what the agent chose of an earlier answer, or confirmed
 * @param reason why the agent overrides
 * @param dueOn the last day that was promised (L090)
 */
public record OfflineOperation(
    UUID scanId,
    int n,
    ScanMode mode,
    String code,
    @Nullable UUID pupilId,
    @Nullable String pupilCode,
    Instant scannedAt,
    @Nullable Instant returnedAt,
    @Nullable ConditionGrade grade,
    @Nullable String place,
    @Nullable String choice,
    @Nullable String reason,
    @Nullable LocalDate dueOn) {

  /**
   * Whether it makes a device known that other desks then lend, and is replayed before all others.
   */
  boolean isRegistration() {
    return "RECEIVE_DELIVERY".equals(choice);
  }
}
