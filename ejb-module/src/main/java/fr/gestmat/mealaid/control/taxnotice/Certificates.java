package fr.gestmat.mealaid.control.taxnotice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is asked of certificates. */
public final class Certificates {

  /** The State's authority of tests, whose key everybody has: never trusted. */
  public static final String TEST_AUTHORITY = "FR00";

  private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([0-9A-Z]{4})(?:,|$)");

  private Certificates() {}

  /** A certificate in DER or PEM; empty if it is none. */
  public static Optional<X509Certificate> read(byte[] content) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(content)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }

  static Optional<X509Certificate> fromBase64(String text) {
    try {
      return read(Base64.getMimeDecoder().decode(text.strip().getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The id that codes call it by: its common name of four characters. */
  public static Optional<String> id(X509Certificate certificate) {
    return commonName(certificate.getSubjectX500Principal().getName());
  }

  /** The id of the authority that issued it. */
  public static Optional<String> authority(X509Certificate certificate) {
    return commonName(certificate.getIssuerX500Principal().getName());
  }

  private static Optional<String> commonName(String name) {
    Matcher found = COMMON_NAME.matcher(name);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Whether the authority's key signed it. */
  public static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Whether it was valid on a day. */
  public static boolean isValidOn(X509Certificate certificate, LocalDate day) {
    Instant first = certificate.getNotBefore().toInstant();
    Instant last = certificate.getNotAfter().toInstant();
    return !day.isBefore(LocalDate.ofInstant(first, ZoneOffset.UTC))
        && !day.isAfter(LocalDate.ofInstant(last, ZoneOffset.UTC));
  }

  /** SHA-256 of the whole certificate, in hexadecimal: what people compare. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (CertificateException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }
}
