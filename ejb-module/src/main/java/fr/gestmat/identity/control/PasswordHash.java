package fr.gestmat.identity.control;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as we keep them: PBKDF2 with HMAC-SHA-512, in the form that Jakarta Security's {@code
 * Pbkdf2PasswordHash} writes ({@code algorithm:iterations:salt:hash}).
 *
 * <p>Written out here, as commands outside of the server make the same hashes.
 */
public final class PasswordHash {

  /** OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA512. */
  static final int ITERATIONS = 210_000;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String NOBODY = hash(Secret.random(), ITERATIONS);

  private PasswordHash() {}

  /** The hash to keep for a password. */
  public static String of(String password) {
    return hash(password, ITERATIONS);
  }

  /** Whether a password is the one of a kept hash. */
  public static boolean matches(String password, String kept) {
    String[] parts = kept.split(":", -1);
    if (parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      return false;
    }
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] actual = derive(password, salt, Integer.parseInt(parts[1]), expected.length);
    return MessageDigest.isEqual(expected, actual);
  }

  /** A hash of nobody's, to spend the same time on a login that does not exist. */
  public static String nobody() {
    return NOBODY;
  }

  static String hash(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(iterations),
        base64.encodeToString(salt),
        base64.encodeToString(derive(password, salt, iterations, HASH_BYTES)));
  }

  private static byte[] derive(String password, byte[] salt, int iterations, int bytes) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, bytes * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
