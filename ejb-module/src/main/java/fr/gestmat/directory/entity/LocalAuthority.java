package fr.gestmat.directory.entity;

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
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A région or a département: owns devices or pays aid; every other row belongs to exactly one. */
@Entity
@Table(name = "local_authority")
public class LocalAuthority {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "local_authority_seq")
  @SequenceGenerator(
      name = "local_authority_seq",
      sequenceName = "local_authority_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind")
  private AuthorityKind kind;

  @Column(name = "time_zone")
  private String timeZone;

  @Column(name = "tag_prefix")
  private @Nullable String tagPrefix;

  @Column(name = "tag_pattern")
  private @Nullable String tagPattern;

  @Column(name = "serial_pattern")
  private @Nullable String serialPattern;

  @Column(name = "runs_meal_aid")
  private boolean runsMealAid;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected LocalAuthority() {}

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Name on the screens. */
  public String name() {
    return name;
  }

  /** What it is. */
  public AuthorityKind kind() {
    return kind;
  }

  /** IANA time zone in which its dates and deadlines are meant. */
  public String timeZone() {
    return timeZone;
  }

  /** Says in which time zone its dates and deadlines are meant from now on. */
  public void keepTimeIn(ZoneId zone) {
    timeZone = zone.getId();
  }

  /** What its own asset tags begin with, in the normal form of a code; null if it prints none. */
  public @Nullable String tagPrefix() {
    return tagPrefix;
  }

  /** Regular expression that its asset tags match whole; null if anything goes. */
  public @Nullable String tagPattern() {
    return tagPattern;
  }

  /** Regular expression that serial numbers match whole; null if anything goes. */
  public @Nullable String serialPattern() {
    return serialPattern;
  }

  /** Whether it helps families to pay the canteen. */
  public boolean runsMealAid() {
    return runsMealAid;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
