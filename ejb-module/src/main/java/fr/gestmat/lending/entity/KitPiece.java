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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece with a code of its own: a charger with a label. It belongs to one device's kit or none.
 */
@Entity
@Table(name = "kit_piece")
public class KitPiece {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "kit_piece_seq")
  @SequenceGenerator(name = "kit_piece_seq", sequenceName = "kit_piece_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "code")
  private String code;

  @Column(name = "name")
  private String name;

  @Column(name = "device_id")
  private @Nullable Long deviceId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected KitPiece() {}

  /**
   * A piece of a device's kit.
   *
   * @param code in normal form
   * @param name what it is, as the model's accessory says it
   */
  public KitPiece(Device device, String code, String name, Instant createdAt) {
    this.publicId = UUID.randomUUID();
    this.authorityId = device.authorityId();
    this.code = code;
    this.name = name;
    this.deviceId = device.id();
    this.createdAt = createdAt;
  }

  /** Belongs to this device's kit from now on; null for none. */
  public void joins(@Nullable Long device) {
    deviceId = device;
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

  /** Its code in normal form. */
  public String code() {
    return code;
  }

  /** What it is. */
  public String name() {
    return name;
  }

  /** The device whose kit it belongs to, if any. */
  public @Nullable Long deviceId() {
    return deviceId;
  }
}
