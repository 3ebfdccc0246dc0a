package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Devices that travel together from one place of the authority to another: prepared, sent once, and
 * received device by device, or cancelled with a reason. Sending or cancelling again changes
 * nothing (L038).
 */
@Entity
@Table(name = "site_transfer")
public class SiteTransfer {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site_transfer_seq")
  @SequenceGenerator(name = "site_transfer_seq", sequenceName = "site_transfer_seq")
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "code")
  private String code;

  @Column(name = "from_school_id")
  private long from;

  @Column(name = "to_school_id")
  private long to;

  @Column(name = "for_good")
  private boolean forGood;

  @Column(name = "planned")
  private @Nullable Integer planned;

  @Column(name = "category")
  private @Nullable String category;

  @Column(name = "note")
  private @Nullable String note;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "sent_by")
  private @Nullable String sentBy;

  @Column(name = "cancelled_at")
  private @Nullable Instant cancelledAt;

  @Column(name = "cancelled_by")
  private @Nullable String cancelledBy;

  @Column(name = "cancel_reason")
  private @Nullable String cancelReason;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected SiteTransfer() {}

  /**
   * A transfer that is being prepared.
   *
   * @param forGood whether the devices belong to the receiver afterwards
   */
  public SiteTransfer(
      long authorityId, long from, long to, boolean forGood, Instant createdAt, String createdBy) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.code = "";
    this.from = from;
    this.to = to;
    this.forGood = forGood;
    this.createdAt = createdAt;
    this.createdBy = createdBy;
  }

  /** Takes the code of its slip from its number, once it has one. */
  public void numbered() {
    code = String.format(Locale.ROOT, "TR-%06d", id);
  }

  /**
   * Says how many devices are wanted, of which category, and what there is to say; null for
   * nothing.
   */
  public void plan(
      @Nullable Integer devices, @Nullable String ofCategory, @Nullable String remark) {
    planned = devices;
    category = ofCategory;
    note = remark;
  }

  /** Whether devices may still be put on it. */
  public boolean isPrepared() {
    return sentAt == null && cancelledAt == null;
  }

  /**
   * Sets off.
   *
   * @return false if it had been sent before: then nothing changes
   */
  public boolean send(Instant at, String by) {
    if (cancelledAt != null) {
      throw new IllegalStateException("This transfer was cancelled");
    }
    if (sentAt != null) {
      return false;
    }
    sentAt = at;
    sentBy = by;
    return true;
  }

  /**
   * Does not take place after all, or not any further.
   *
   * @return false if it had been cancelled before: then nothing changes
   */
  public boolean cancel(Instant at, String by, String reason) {
    if (cancelledAt != null) {
      return false;
    }
    cancelledAt = at;
    cancelledBy = by;
    cancelReason = reason;
    return true;
  }

  /** Database id. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** What the barcode of its slip says. */
  public String code() {
    return code;
  }

  /** The place that sends. */
  public long from() {
    return from;
  }

  /** The place that receives. */
  public long to() {
    return to;
  }

  /** Whether the devices belong to the receiver afterwards. */
  public boolean forGood() {
    return forGood;
  }

  /** When it was sent, if it was. */
  public @Nullable Instant sentAt() {
    return sentAt;
  }

  /** When it was cancelled, if it was. */
  public @Nullable Instant cancelledAt() {
    return cancelledAt;
  }
}
