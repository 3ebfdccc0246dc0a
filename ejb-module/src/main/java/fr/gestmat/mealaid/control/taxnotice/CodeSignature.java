package fr.gestmat.mealaid.control.taxnotice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;

/** Verifies the signature of a 2D-Doc: ECDSA, raw r and s, digest by the size of the curve. */
public final class CodeSignature {

  private CodeSignature() {}

  /** Whether this key signed the code. */
  public static boolean verifies(TwoDDoc code, PublicKey key) {
    if (!(key instanceof ECPublicKey curve)) {
      return false;
    }
    int bits = curve.getParams().getOrder().bitLength();
    String digest =
        switch (bits) {
          case 256 -> "SHA256";
          case 384 -> "SHA384";
          case 521 -> "SHA512";
          default -> "";
        };
    if (digest.isEmpty() || code.signature().length != (bits + 7) / 8 * 2) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(digest + "withECDSAinP1363Format");
      signature.initVerify(key);
      signature.update(code.signed().getBytes(StandardCharsets.ISO_8859_1));
      return signature.verify(code.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
