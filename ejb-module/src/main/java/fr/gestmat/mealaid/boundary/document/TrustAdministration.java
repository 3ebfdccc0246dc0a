package fr.gestmat.mealaid.boundary.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.document.CertificateImport;
import fr.gestmat.mealaid.control.document.NoticeTrust;
import fr.gestmat.mealaid.control.taxnotice.Certificates;
import fr.gestmat.mealaid.control.taxnotice.TrustedList;
import fr.gestmat.mealaid.entity.document.TrustedCertificate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Brings in who may sign tax notices: the State's list of authorities (ANTS) and certificates of
 * participants. Nothing is fetched by the product: an administrator brings the files, and compares
 * the fingerprint of the list's signer once.
 */
@Stateless
@RolesAllowed("ADMIN")
public class TrustAdministration {

  private static final int MOST_BYTES = 2 * 1024 * 1024;

  @Inject private CurrentCaller caller;
  @Inject private CertificateImport book;
  @Inject private NoticeTrust trust;
  @Inject private Clock clock;

  /**
   * A certificate in the list.
   *
   * @param kind what it is for
   * @param code such as FR03, or FR03/0001
   * @param name of who holds it
   * @param fingerprint SHA-256 in hexadecimal
   * @param validUntil its last moment
   * @param trusted whether it is relied on
   * @param over whether its last moment has passed: it vouches for what was signed before
   */
  public record Line(
      TrustedCertificate.Kind kind,
      String code,
      String name,
      String fingerprint,
      Instant validUntil,
      boolean trusted,
      boolean over) {}

  /**
   * What a list is, before it counts.
   *
   * @param sequence its number
   * @param issuedAt when
   * @param signer who signed it
   * @param fingerprint SHA-256 of the signer's certificate, to be compared with the ANTS's own site
   * @param known whether a list of this signer was taken before
   * @param authorities how many authorities it names
   */
  public record ListPreview(
      int sequence,
      Instant issuedAt,
      String signer,
      String fingerprint,
      boolean known,
      int authorities) {}

  /** What is there. */
  public List<Line> list() {
    return book.all().stream()
        .map(
            c ->
                new Line(
                    c.kind(),
                    c.certificateCode().isEmpty()
                        ? c.authorityCode().strip()
                        : c.authorityCode() + "/" + c.certificateCode(),
                    c.name(),
                    c.fingerprint(),
                    c.validUntil(),
                    c.trusted(),
                    c.validUntil().isBefore(clock.instant())))
        .toList();
  }

  /** How far the notices are judged by what is there. */
  public NoticeTrust.Standing standing() {
    return trust.standing();
  }

  /** Looks at a list without taking it; refused if its signature is not that of the whole. */
  public Answer<ListPreview> preview(InputStream xml) throws IOException {
    return readList(xml)
        .<Answer<ListPreview>>map(
            list -> {
              String fingerprint = Certificates.fingerprint(list.signer());
              return new Answer.Done<>(
                  new ListPreview(
                      list.sequence(),
                      list.issuedAt(),
                      list.signer().getSubjectX500Principal().getName(),
                      fingerprint,
                      book.isKnownSigner(fingerprint),
                      list.authorities().size()));
            })
        .orElseGet(() -> Answer.refused(Refusal.of("list", "trustListNotSigned")));
  }

  /**
   * Takes a list at once; the notices are judged by it in the background.
   *
   * @param fingerprint of the signer, as the administrator compared it; not needed for a signer
   *     whose list was taken before
   * @return how many authorities are trusted now
   */
  public Answer<Integer> takeList(InputStream xml, String fingerprint) throws IOException {
    Optional<TrustedList> list = readList(xml);
    return list.isEmpty()
        ? Answer.refused(Refusal.of("list", "trustListNotSigned"))
        : book.take(caller.get(), list.get(), fingerprint);
  }

  /**
   * Takes a participant's certificate, if a trusted authority issued it, as a list is taken.
   *
   * @param content DER or PEM
   * @return its code, {@code FR03/0001}
   */
  public Answer<String> takeCertificate(InputStream content) throws IOException {
    Optional<X509Certificate> certificate = Certificates.read(content.readNBytes(MOST_BYTES));
    return certificate.isEmpty()
        ? Answer.refused(Refusal.of("certificate", "trustNoCertificate"))
        : book.take(caller.get(), certificate.get());
  }

  private static Optional<TrustedList> readList(InputStream xml) throws IOException {
    byte[] content = xml.readNBytes(MOST_BYTES + 1);
    return content.length > MOST_BYTES
        ? Optional.empty()
        : TrustedList.read(new java.io.ByteArrayInputStream(content));
  }
}
