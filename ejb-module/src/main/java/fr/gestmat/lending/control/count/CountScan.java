package fr.gestmat.lending.control.count;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A scan as a station of an inventory sends it. What must be there is no part of it: the service
 * alone knows.
 *
 * @param scanId given by the station, one per scan: the same id is the same scan
 * @param count public id of the count
 * @param code the code as it was read
 * @param scannedAt the station's clock
 */
public record CountScan(UUID scanId, UUID count, String code, Instant scannedAt) {

  /** What tells this scan from another one sent under the same id by mistake, in hexadecimal. */
  String digest(long accountId) {
    String all = accountId + " " + count + " " + scannedAt + " " + code;
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
