package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of what is missing or broken in a kit, on the loan in which it was noticed. Its pieces are
 * found again, which the loan no longer owes, or replaced, which makes the kit whole and leaves the
 * debt. They never go back by themselves.
 */
@Entity
@Table(name = "kit_gap")
public class KitGap {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "kit_gap_seq")
  @SequenceGenerator(name = "kit_gap_seq", sequenceName = "kit_gap_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "school_id")
  private long schoolId;

  @Column(name = "device_id")
  private long deviceId;

  @Column(name = "loan_id")
  private long loanId;

  @Column(name = "pupil_id")
  private long pupilId;

  /** A text, because EclipseLink 4.0.7 cannot read a UUID that is null. */
  @Column(name = "scan_id")
  private @Nullable String scanId;

  @Enumerated(EnumType.STRING)
  @Column(name = "step")
  private KitStep step;

  @Column(name = "name")
  private String name;

  @Column(name = "piece_id")
  private @Nullable Long pieceId;

  @Enumerated(EnumType.STRING)
  @Column(name = "fault")
  private PieceFault fault;

  @Column(name = "quantity")
  private short quantity;

  @Column(name = "found_quantity")
  private short found;

  @Column(name = "replaced_quantity")
  private short replaced;

  @Column(name = "unit_price")
  private @Nullable BigDecimal unitPrice;

  @Column(name = "charged")
  private boolean charged;

  @Column(name = "noted_at")
  private Instant notedAt;

  @Column(name = "noted_by")
  private String notedBy;

  @Column(name = "settled_at")
  private @Nullable Instant settledAt;

  @Column(name = "settled_by")
  private @Nullable String settledBy;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected KitGap() {}

  /**
   * A line noted by a desk.
   *
   * @param loan the loan that the device was handed over or came back by
   * @param scanId the scan that did it
   * @param name what is missing or broken
   * @param pieceId the piece, if it has a code of its own
   * @param quantity how many, 1 to 20
   * @param charged whether policy asks the family for it
   * @param noted where, when and by whom
   */
  public KitGap(
      Loan loan,
      @Nullable UUID scanId,
      KitStep step,
      String name,
      @Nullable Long pieceId,
      PieceFault fault,
      int quantity,
      boolean charged,
      Sighting noted) {
    this.publicId = UUID.randomUUID();
    this.authorityId = loan.authorityId();
    this.schoolId = noted.schoolId() == null ? loan.schoolId() : noted.schoolId();
    this.deviceId = loan.deviceId();
    this.loanId = loan.id();
    this.pupilId = loan.pupilId();
    this.scanId = scanId == null ? null : scanId.toString();
    this.step = step;
    this.name = name;
    this.pieceId = pieceId;
    this.fault = fault;
    this.quantity = (short) quantity;
    this.charged = charged;
    this.notedAt = noted.at();
    this.notedBy = String.valueOf(noted.agent());
  }

  /**
   * Some came back, or work after all: the loan no longer owes them.
   *
   * @throws IllegalArgumentException if so many are not open any more
   */
  public void find(int count, Instant at, String by) {
    settle(count, at, by);
    found += (short) count;
  }

  /**
   * The school put others into the kit: the loan owes them all the same.
   *
   * @throws IllegalArgumentException if so many are not open any more
   */
  public void replace(int count, Instant at, String by) {
    settle(count, at, by);
    replaced += (short) count;
  }

  private void settle(int count, Instant at, String by) {
    if (count < 1 || count > open()) {
      throw new IllegalArgumentException(count + " of " + open());
    }
    settledAt = at;
    settledBy = by;
  }

  /** Puts back what a scan that is undone had found. */
  public void lose(int count) {
    if (count < 1 || count > found) {
      throw new IllegalArgumentException(count + " of " + found);
    }
    found -= (short) count;
    settledAt = null;
    settledBy = null;
  }

  /** Says what one piece costs, zero or more; null takes the price back. */
  public void price(@Nullable BigDecimal price) {
    if (price != null && price.signum() < 0) {
      throw new IllegalArgumentException("a price below zero");
    }
    unitPrice = price;
  }

  /** How many are neither found nor replaced. */
  public int open() {
    return quantity - found - replaced;
  }

  /** How many the loan owes: those that were not found. */
  public int owed() {
    return step == KitStep.RETURN ? quantity - found : 0;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** School of the desk that noticed. */
  public long schoolId() {
    return schoolId;
  }

  /** Device whose kit it is. */
  public long deviceId() {
    return deviceId;
  }

  /** Loan in which it was noticed. */
  public long loanId() {
    return loanId;
  }

  /** Pupil of that loan. */
  public long pupilId() {
    return pupilId;
  }

  /** When in the loan. */
  public KitStep step() {
    return step;
  }

  /** What it is. */
  public String name() {
    return name;
  }

  /** The piece, if it has a code of its own. */
  public @Nullable Long pieceId() {
    return pieceId;
  }

  /** What is wrong. */
  public PieceFault fault() {
    return fault;
  }

  /** How many. */
  public int quantity() {
    return quantity;
  }

  /** What one costs, if it is known. */
  public @Nullable BigDecimal unitPrice() {
    return unitPrice;
  }

  /** Whether policy asked the family for it when it was noted. */
  public boolean charged() {
    return charged;
  }

  /** Grows with each change. */
  public int version() {
    return version;
  }
}
