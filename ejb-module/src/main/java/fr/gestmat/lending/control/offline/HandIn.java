package fr.gestmat.lending.control.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.TagScheme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes in what a desk did without network, with the time corrected by its clock (L087). */
@ApplicationScoped
public class HandIn {

  /** Codes in normal form are cut here: a longer one fits no device, and is refused when played. */
  private static final int LONGEST_CODE = 80;

  @Inject private Operations operations;
  @Inject private Desks desks;

  /**
   * Keeps operations that are not known yet.
   *
   * @param deskNow the desk's clock at this moment
   * @param now the server's
   */
  public void keep(
      Caller who,
      long schoolId,
      TagScheme tags,
      UUID desk,
      Instant deskNow,
      Instant now,
      List<OfflineOperation> handedIn) {
    for (OfflineOperation operation : handedIn) {
      String normal = ScannedCode.read(operation.code(), tags).normal();
      operations.keep(
          who,
          schoolId,
          desk,
          operation,
          normal.length() <= LONGEST_CODE ? normal : normal.substring(0, LONGEST_CODE),
          ReplayRules.corrected(operation.scannedAt(), deskNow, now),
          now);
    }
    desks.heard(who, schoolId, desk, now);
  }
}
