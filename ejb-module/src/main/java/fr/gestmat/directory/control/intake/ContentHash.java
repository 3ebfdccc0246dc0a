package fr.gestmat.directory.control.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a record says, in 16 bytes: two records of the same person with the same hash say the same,
 * so nothing has to be written. Not safe for several threads.
 */
final class ContentHash {

  /** Grows when the product reads more of a record, so that everything is taken in once more. */
  private static final String READING = "2";

  private static final byte END_OF_VALUE = 0x1f;
  private static final int LENGTH = 16;

  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of values in their order; what is absent differs from what is empty. */
  byte[] of(@Nullable Object... values) {
    digest.reset();
    add(READING);
    for (Object value : values) {
      if (value == null) {
        digest.update((byte) 0);
      } else {
        add(value.toString());
      }
      digest.update(END_OF_VALUE);
    }
    return Arrays.copyOf(digest.digest(), LENGTH);
  }

  private void add(String value) {
    digest.update(value.getBytes(StandardCharsets.UTF_8));
  }
}
