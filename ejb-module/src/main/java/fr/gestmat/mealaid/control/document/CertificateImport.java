package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.taxnotice.Certificates;
import fr.gestmat.mealaid.control.taxnotice.TrustedList;
import fr.gestmat.mealaid.entity.document.TrustedCertificate;
import fr.gestmat.mealaid.entity.document.TrustedCertificate.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes lists and certificates in; the notices are judged by them afterwards. */
@ApplicationScoped
public class CertificateImport {

  @Inject private CertificateBook book;
  @Inject private NoticeTrust trust;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** All certificates that are there. */
  @InTransaction
  public List<TrustedCertificate> all() {
    return Stream.of(Kind.values()).flatMap(kind -> book.all(kind).stream()).toList();
  }

  /** Whether a list of this signer was taken before. */
  @InTransaction
  public boolean isKnownSigner(String fingerprint) {
    return book.withFingerprint(fingerprint).filter(c -> c.kind() == Kind.LIST_SIGNER).isPresent();
  }

  /**
   * Takes a list: its authorities are trusted as it says, those that it does not name no longer.
   */
  @InTransaction
  public Answer<Integer> take(Caller who, TrustedList list, String confirmed) {
    String signer = Certificates.fingerprint(list.signer());
    String plain = confirmed.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    if (!isKnownSigner(signer) && !signer.equals(plain)) {
      return Answer.refused(Refusal.of("fingerprint", "trustFingerprint"));
    }
    int newest =
        book.all(Kind.AUTHORITY).stream()
            .map(TrustedCertificate::listSequence)
            .filter(java.util.Objects::nonNull)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    if (list.sequence() < newest) {
      return Answer.refused(Refusal.of("list", "trustListOlder", newest));
    }
    Instant now = clock.instant();
    if (!isKnownSigner(signer)) {
      book.keep(
          new TrustedCertificate(
              facts(Kind.LIST_SIGNER, "ANTS", "", list.signer()), who.name(), now));
    }
    Set<String> named = new HashSet<>();
    for (TrustedList.Authority authority : list.authorities()) {
      if (authority.code().matches("[0-9A-Z]{4}")
          && !Certificates.TEST_AUTHORITY.equals(authority.code())) {
        named.add(list(who, list.sequence(), authority, now));
      }
    }
    book.all(Kind.AUTHORITY).stream()
        .filter(known -> !named.contains(known.fingerprint()))
        .forEach(TrustedCertificate::dropped);
    told(who, "list " + list.sequence(), signer);
    trust.renew();
    return new Answer.Done<>(
        (int) book.all(Kind.AUTHORITY).stream().filter(TrustedCertificate::trusted).count());
  }

  private String list(Caller who, int sequence, TrustedList.Authority authority, Instant now) {
    String fingerprint = Certificates.fingerprint(authority.certificate());
    TrustedCertificate row =
        book.withFingerprint(fingerprint)
            .orElseGet(
                () -> {
                  TrustedCertificate fresh =
                      new TrustedCertificate(
                          facts(Kind.AUTHORITY, authority.code(), "", authority.certificate()),
                          who.name(),
                          now);
                  book.keep(fresh);
                  return fresh;
                });
    row.listed(sequence, authority.trusted(), who.name(), now);
    return fingerprint;
  }

  /** Takes a participant's certificate, if a trusted authority issued it; tests never (FR00). */
  @InTransaction
  public Answer<String> take(Caller who, X509Certificate certificate) {
    Optional<String> authority = Certificates.authority(certificate);
    Optional<String> id = Certificates.id(certificate);
    if (authority.isEmpty() || id.isEmpty()) {
      return Answer.refused(Refusal.of("certificate", "trustNoParticipant"));
    }
    if (!book.isVouchedFor(authority.get(), certificate)) {
      return Answer.refused(Refusal.of("certificate", "trustUnknownIssuer", authority.get()));
    }
    String code = authority.get() + "/" + id.get();
    String fingerprint = Certificates.fingerprint(certificate);
    if (book.withFingerprint(fingerprint).isEmpty()) {
      book.keep(
          new TrustedCertificate(
              facts(Kind.PARTICIPANT, authority.get(), id.get(), certificate),
              who.name(),
              clock.instant()));
      told(who, code, fingerprint);
      trust.renew();
    }
    return new Answer.Done<>(code);
  }

  private static TrustedCertificate.Facts facts(
      Kind kind, String authority, String code, X509Certificate certificate) {
    try {
      return new TrustedCertificate.Facts(
          kind,
          authority,
          code,
          certificate.getSubjectX500Principal().getName(),
          certificate.getEncoded(),
          Certificates.fingerprint(certificate),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read can be written", e);
    }
  }

  private void told(Caller who, String what, String fingerprint) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            DocumentAction.CERTIFICATES_IMPORTED.name(),
            "CERTIFICATE",
            null,
            null,
            Json.createObjectBuilder()
                .add("what", what)
                .add("fingerprint", fingerprint)
                .build()
                .toString()));
  }
}
