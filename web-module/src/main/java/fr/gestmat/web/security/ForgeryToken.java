package fr.gestmat.web.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What binds a form to the browser that it was shown to, from before anybody signed on: the browser
 * keeps a secret in a cookie, the form or address carries a seal made with it.
 */
final class ForgeryToken {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  private ForgeryToken() {}

  /** A new secret for a browser. */
  static String newSecret() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return encoded(bytes);
  }

  /** What only who knows the browser's secret can write beside {@code text}. */
  static String seal(String browserSecret, String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(browserSecret.getBytes(StandardCharsets.UTF_8));
      sha256.update((byte) 0);
      return encoded(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Compares two tokens in a time that tells nothing of where they differ. */
  static boolean same(String expected, String given) {
    return !expected.isEmpty()
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
