package fr.gestmat.mealaid.control.document;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.taxnotice.Authenticity;
import fr.gestmat.mealaid.control.taxnotice.Certificates;
import fr.gestmat.mealaid.control.taxnotice.CodeSignature;
import fr.gestmat.mealaid.control.taxnotice.TwoDDoc;
import fr.gestmat.mealaid.entity.document.TrustedCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The certificates that were brought in, and what they say of a code. */
@ApplicationScoped
public class CertificateBook {

  @PersistenceContext private EntityManager entities;

  /**
   * Whether a code is authentic: signed by a participant's certificate that was brought in, that
   * was valid on the day of the signature, and whose authority the State's list vouches for now.
   */
  @InTransaction
  public Authenticity judge(TwoDDoc code) {
    List<X509Certificate> signers =
        participants(code.authority(), code.certificate()).stream()
            .filter(certificate -> isValid(certificate, code.signedOn()))
            .filter(certificate -> isVouchedFor(code.authority(), certificate))
            .toList();
    if (signers.isEmpty()) {
      return Authenticity.UNKNOWN_CERTIFICATE;
    }
    return signers.stream().anyMatch(c -> CodeSignature.verifies(code, c.getPublicKey()))
        ? Authenticity.AUTHENTIC
        : Authenticity.WRONG_SIGNATURE;
  }

  /** Whether one of the trusted authorities of this code issued a certificate. */
  boolean isVouchedFor(String authority, X509Certificate certificate) {
    return !Certificates.TEST_AUTHORITY.equals(authority)
        && find(TrustedCertificate.Kind.AUTHORITY, authority, "").stream()
            .filter(TrustedCertificate::trusted)
            .flatMap(row -> Certificates.read(row.encoded()).stream())
            .anyMatch(issuer -> Certificates.isIssuedBy(certificate, issuer));
  }

  private List<X509Certificate> participants(String authority, String code) {
    return find(TrustedCertificate.Kind.PARTICIPANT, authority, code).stream()
        .filter(TrustedCertificate::trusted)
        .flatMap(row -> Certificates.read(row.encoded()).stream())
        .toList();
  }

  private static boolean isValid(X509Certificate certificate, Optional<LocalDate> day) {
    return day.isEmpty() || Certificates.isValidOn(certificate, day.get());
  }

  List<TrustedCertificate> find(TrustedCertificate.Kind kind, String authority, String code) {
    return entities
        .createQuery(
            "select c from TrustedCertificate c where c.kind = :kind and c.authorityCode ="
                + " :authority and c.certificateCode = :code",
            TrustedCertificate.class)
        .setParameter("kind", kind)
        .setParameter("authority", authority)
        .setParameter("code", code)
        .getResultList();
  }

  List<TrustedCertificate> all(TrustedCertificate.Kind kind) {
    return entities
        .createQuery(
            "select c from TrustedCertificate c where c.kind = :kind order by c.authorityCode,"
                + " c.certificateCode, c.id",
            TrustedCertificate.class)
        .setParameter("kind", kind)
        .getResultList();
  }

  Optional<TrustedCertificate> withFingerprint(String fingerprint) {
    return entities
        .createQuery(
            "select c from TrustedCertificate c where c.fingerprint = :fingerprint",
            TrustedCertificate.class)
        .setParameter("fingerprint", fingerprint)
        .getResultStream()
        .findFirst();
  }

  void keep(TrustedCertificate certificate) {
    entities.persist(certificate);
  }
}
