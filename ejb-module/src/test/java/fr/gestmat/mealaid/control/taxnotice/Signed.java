package fr.gestmat.mealaid.control.taxnotice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;

/** 2D-Docs that a test signs with a key of its own. */
final class Signed {

  static final String GS = "\u001d";
  static final String US = "\u001f";

  private Signed() {}

  static KeyPair key(String curve) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return generator.generateKeyPair();
  }

  /** A notice of type 28 with an income of 18 420 euros and 2,5 shares. */
  static String notice() {
    return "DC04FR99T0012A022A032801FR432,5"
        + GS
        + "44267A123456789452025"
        + "46ESSAI NADIA"
        + GS
        + "4A310720264Y12 RUE DES ESSAIS/67000/STRASBOURG"
        + GS
        + "4118420"
        + GS
        + "473001123456789"
        + "48ESSAI KARIM"
        + GS
        + "490701987765432";
  }

  static String sign(String text, PrivateKey key, String digest) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(digest + "withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return text + US + base32(signature.sign());
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : bytes) {
      buffer = (buffer << 8 | one & 0xFF) & 0xFFFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(buffer >> bits & 31));
      }
    }
    if (bits > 0) {
      text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(buffer << (5 - bits) & 31));
    }
    return text.toString();
  }
}
