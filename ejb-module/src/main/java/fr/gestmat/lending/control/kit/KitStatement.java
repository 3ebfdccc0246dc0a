package fr.gestmat.lending.control.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What a desk says of the kit of a scan, whole: a later one takes the place of an earlier one.
 *
 * @param revision counts the statements about this scan, from 1: the highest counts, in whatever
 *     order they arrive
 * @param lines what is not as expected; empty when everything is there
 */
public record KitStatement(int revision, List<KitLine> lines) {

  /** Copies the list. */
  public KitStatement {
    lines = List.copyOf(lines);
  }

  /** What tells this statement from another one sent under the same revision by mistake. */
  public byte[] fingerprint() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
