package fr.gestmat.mealaid.entity.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A certificate that an operator brought in. */
@Entity
@Table(name = "trusted_certificate")
public class TrustedCertificate {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "trusted_certificate_seq")
  @SequenceGenerator(
      name = "trusted_certificate_seq",
      sequenceName = "trusted_certificate_seq",
      allocationSize = 50)
  private long id;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private Kind kind;

  @Column(name = "authority_code")
  private String authorityCode;

  @Column(name = "certificate_code")
  private String certificateCode;

  @Column(name = "name")
  private String name;

  @Column(name = "certificate")
  private byte[] certificate;

  @Column(name = "fingerprint")
  private String fingerprint;

  @Column(name = "valid_from")
  private Instant validFrom;

  @Column(name = "valid_until")
  private Instant validUntil;

  @Column(name = "trusted")
  private boolean trusted;

  @Column(name = "list_sequence")
  private @Nullable Integer listSequence;

  @Column(name = "imported_at")
  private Instant importedAt;

  @Column(name = "imported_by")
  private String importedBy;

  /** What a certificate is for. */
  public enum Kind {
    /** Signs the State's list: the operator compared its fingerprint. */
    LIST_SIGNER,
    /** Issues certificates of participants; named by the list. */
    AUTHORITY,
    /** Signs 2D-Docs. */
    PARTICIPANT
  }

  /**
   * What is known of a certificate.
   *
   * @param kind what it is for
   * @param authorityCode such as FR03; four blanks for a list's signer
   * @param certificateCode a participant's id, else empty
   * @param name for people, at most 200 characters
   * @param encoded DER
   * @param fingerprint SHA-256 in hexadecimal
   * @param validFrom its first moment
   * @param validUntil its last moment
   */
  public record Facts(
      Kind kind,
      String authorityCode,
      String certificateCode,
      String name,
      byte[] encoded,
      String fingerprint,
      Instant validFrom,
      Instant validUntil) {

    /** Copies the bytes. */
    public Facts {
      encoded = encoded.clone();
    }

    @Override
    public byte[] encoded() {
      return encoded.clone();
    }
  }

  /** For JPA. */
  protected TrustedCertificate() {}

  /** A certificate that is brought in now. */
  public TrustedCertificate(Facts facts, String by, Instant now) {
    this.kind = facts.kind();
    this.authorityCode = facts.authorityCode();
    this.certificateCode = facts.certificateCode();
    this.name = facts.name().substring(0, Math.min(facts.name().length(), 200));
    this.certificate = facts.encoded();
    this.fingerprint = facts.fingerprint();
    this.validFrom = facts.validFrom();
    this.validUntil = facts.validUntil();
    this.trusted = true;
    this.importedAt = now;
    this.importedBy = by;
  }

  /** A list says whether it is in accord. */
  public void listed(int sequence, boolean inAccord, String by, Instant now) {
    listSequence = sequence;
    trusted = inAccord;
    importedBy = by;
    importedAt = now;
  }

  /** A list does not name it any more. */
  public void dropped() {
    trusted = false;
  }

  /** What it is for. */
  public Kind kind() {
    return kind;
  }

  /** Such as FR03. */
  public String authorityCode() {
    return authorityCode;
  }

  /** A participant's id, else empty. */
  public String certificateCode() {
    return certificateCode;
  }

  /** For people. */
  public String name() {
    return name;
  }

  /** DER. */
  public byte[] encoded() {
    return certificate.clone();
  }

  /** SHA-256 in hexadecimal. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Its last moment. */
  public Instant validUntil() {
    return validUntil;
  }

  /** Whether it may be relied on now. */
  public boolean trusted() {
    return trusted;
  }

  /** Number of the list that names it; null for participants. */
  public @Nullable Integer listSequence() {
    return listSequence;
  }

  /** When it was brought in. */
  public Instant importedAt() {
    return importedAt;
  }

  /** Who brought it in. */
  public String importedBy() {
    return importedBy;
  }
}
