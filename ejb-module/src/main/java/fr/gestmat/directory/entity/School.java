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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A lycée or collège of one authority, identified by its UAI. */
@Entity
@Table(name = "school")
public class School {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "school_seq")
  @SequenceGenerator(name = "school_seq", sequenceName = "school_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "uai")
  private String uai;

  @Column(name = "name")
  private String name;

  @Column(name = "town")
  private @Nullable String town;

  @Column(name = "external_id")
  private @Nullable String externalId;

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  private SchoolStatus status;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected School() {}

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority that it belongs to. */
  public long authorityId() {
    return authorityId;
  }

  /** UAI: seven digits and a letter; a wrong letter is kept as the feed gives it. */
  public String uai() {
    return uai;
  }

  /** Name on the screens. */
  public String name() {
    return name;
  }

  /** Town, if the feed says it. */
  public @Nullable String town() {
    return town;
  }

  /** ENTStructureJointure: how the other files of a feed name it. */
  public @Nullable String externalId() {
    return externalId;
  }

  /** What imports may do with it. */
  public SchoolStatus status() {
    return status;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
