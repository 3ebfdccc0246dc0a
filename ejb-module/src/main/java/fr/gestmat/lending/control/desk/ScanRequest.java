package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.entity.ConditionGrade;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a station sends it.
 *
 * @param scanId given by the station, one per scan: the same id is the same scan
 * @param mode what the desk is doing
 * @param school UAI of the school of the desk
 * @param code the code as it was read
 * @param pupilId the pupil opened at the desk
 * @param scannedAt the station's clock
 * @param returnedAt back-dates a return
 * @param grade the sticky condition (L009)
 * @param place the sticky storage place, at most 80 characters
 * @param choice what the agent chose of an earlier answer: a {@link
 *     fr.gestmat.lending.control.ScanChoice}, with a colon and a device's id if it carried one
 * @param reason why the agent overrides, at most 400 characters
 * @param dryRun answer only, keep nothing
 * @param dueOn the last day that a desk without network promised (L090); null for the policy's
 */
public record ScanRequest(
    UUID scanId,
    ScanMode mode,
    String school,
    String code,
    @Nullable UUID pupilId,
    Instant scannedAt,
    @Nullable Instant returnedAt,
    @Nullable ConditionGrade grade,
    @Nullable String place,
    @Nullable String choice,
    @Nullable String reason,
    boolean dryRun,
    @Nullable LocalDate dueOn) {

  /** A scan of a desk that promises no date. */
  public ScanRequest(
      UUID scanId,
      ScanMode mode,
      String school,
      String code,
      @Nullable UUID pupilId,
      Instant scannedAt,
      @Nullable Instant returnedAt,
      @Nullable ConditionGrade grade,
      @Nullable String place,
      @Nullable String choice,
      @Nullable String reason,
      boolean dryRun) {
    this(
        scanId,
        mode,
        school,
        code,
        pupilId,
        scannedAt,
        returnedAt,
        grade,
        place,
        choice,
        reason,
        dryRun,
        null);
  }

  /** What tells this scan from another one sent under the same id by mistake. */
  byte[] fingerprint(long accountId) {
    StringBuilder all = new StringBuilder();
    for (Object part :
        new @Nullable Object[] {
          accountId,
          mode,
          school,
          code,
          pupilId,
          scannedAt,
          returnedAt,
          grade,
          place,
          choice,
          reason
        }) {
      String text = String.valueOf(part);
      all.append(part == null ? -1 : text.length()).append(':').append(text);
    }
    if (dueOn != null) {
      all.append(dueOn);
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(all.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
