package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a device is, whatever happens to it: its codes, its model, how it was bought. */
@MappedSuperclass
public abstract class DescribedDevice {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "device_seq")
  @SequenceGenerator(name = "device_seq", sequenceName = "device_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "model_id")
  private long modelId;

  @Column(name = "asset_tag")
  private String assetTag;

  @Column(name = "serial")
  private @Nullable String serial;

  @Embedded private @Nullable Purchase purchase;

  @Column(name = "note")
  private @Nullable String note;

  @Column(name = "created_at")
  private Instant createdAt;

  /** For JPA. */
  protected DescribedDevice() {}

  /** A device of {@code model}'s authority; tag and serial number are in the form of a code. */
  protected DescribedDevice(
      DeviceModel model, String assetTag, @Nullable String serial, Instant createdAt) {
    this.publicId = UUID.randomUUID();
    this.authorityId = model.authorityId();
    this.modelId = model.id();
    this.assetTag = assetTag;
    this.serial = serial;
    this.createdAt = createdAt;
  }

  /** Says how it was bought. */
  public void buy(Purchase how) {
    purchase = how;
  }

  /** Carries a free note; null for none. */
  public void annotate(@Nullable String text) {
    note = text;
  }

  /** Says what it is, after a mistake or a new label; codes are in normal form. */
  public void describe(DeviceModel model, String tag, @Nullable String number) {
    modelId = model.id();
    assetTag = tag;
    serial = number;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that owns it. */
  public long authorityId() {
    return authorityId;
  }

  /** Its model. */
  public long modelId() {
    return modelId;
  }

  /** Code on our label, in the normal form of a scanned code. */
  public String assetTag() {
    return assetTag;
  }

  /** Serial number of the maker, in normal form. */
  public @Nullable String serial() {
    return serial;
  }

  /** How it was bought, if known. */
  public @Nullable Purchase purchase() {
    return purchase;
  }

  /** Free note. */
  public @Nullable String note() {
    return note;
  }
}
