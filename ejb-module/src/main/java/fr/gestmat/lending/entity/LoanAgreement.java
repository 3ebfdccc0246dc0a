package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one pupil signs before or after getting devices. Issued for many at once, signed by the
 * pupil and, for a minor, by a guardian; over when the last device lent under it came back, which
 * nobody writes down: its loans say it.
 */
@Entity
@Table(name = "loan_agreement")
public class LoanAgreement {

  /** Value of the state until it is withdrawn. */
  public static final String ACTIVE = "ACTIVE";

  @Id private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "pupil_id")
  private long pupilId;

  @Column(name = "text_id")
  private long textId;

  @Column(name = "code")
  private String code;

  @Column(name = "state")
  private String state;

  @Column(name = "ends_on")
  private @Nullable LocalDate endsOn;

  @Column(name = "cancelled_at")
  private @Nullable Instant cancelledAt;

  @Column(name = "cancelled_by")
  private @Nullable String cancelledBy;

  @Column(name = "pupil_signed_at")
  private @Nullable Instant pupilSignedAt;

  @Column(name = "guardian_signed_at")
  private @Nullable Instant guardianSignedAt;

  @Column(name = "receipt_signed_at")
  private @Nullable Instant receiptSignedAt;

  @Column(name = "declined_at")
  private @Nullable Instant declinedAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected LoanAgreement() {}

  /** The pupil signed. */
  public void signedByPupil(Instant at) {
    pupilSignedAt = at;
    declinedAt = null;
  }

  /** A guardian with parental authority signed. */
  public void signedByGuardian(Instant at) {
    guardianSignedAt = at;
    declinedAt = null;
  }

  /** The receipt of the return was signed. */
  public void receiptSigned(Instant at) {
    receiptSignedAt = at;
  }

  /** Somebody who should sign declined. */
  public void declined(Instant at) {
    declinedAt = at;
  }

  /** A signature turned out to be none: a page was filed that nobody had signed. */
  public void withdrawSignatures(boolean pupil, boolean guardian, boolean receipt) {
    pupilSignedAt = pupil ? null : pupilSignedAt;
    guardianSignedAt = guardian ? null : guardianSignedAt;
    receiptSignedAt = receipt ? null : receiptSignedAt;
  }

  /** The school withdraws it: nobody can sign it any more, and it binds nobody. */
  public void cancel(Instant at, String by) {
    state = "CANCELLED";
    cancelledAt = at;
    cancelledBy = by;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** School that issued it. */
  public long schoolId() {
    return schoolId;
  }

  /** Whose it is. */
  public long pupilId() {
    return pupilId;
  }

  /** The version of the text. */
  public long textId() {
    return textId;
  }

  /** What its barcode holds after the letters of the page. */
  public String code() {
    return code;
  }

  /** Whether the school withdrew it. */
  public boolean cancelled() {
    return !state.equals(ACTIVE);
  }

  /** Its last day, if it has one. */
  public @Nullable LocalDate endsOn() {
    return endsOn;
  }

  /** When it was withdrawn. */
  public @Nullable Instant cancelledAt() {
    return cancelledAt;
  }

  /** Who withdrew it. */
  public @Nullable String cancelledBy() {
    return cancelledBy;
  }

  /** When the pupil signed. */
  public @Nullable Instant pupilSignedAt() {
    return pupilSignedAt;
  }

  /** When a guardian signed. */
  public @Nullable Instant guardianSignedAt() {
    return guardianSignedAt;
  }

  /** When the receipt was signed. */
  public @Nullable Instant receiptSignedAt() {
    return receiptSignedAt;
  }

  /** When somebody declined, if nobody signed since. */
  public @Nullable Instant declinedAt() {
    return declinedAt;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
