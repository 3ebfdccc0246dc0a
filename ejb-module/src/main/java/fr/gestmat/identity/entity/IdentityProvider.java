package fr.gestmat.identity.entity;

import fr.gestmat.directory.entity.School;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * An ENT that people arrive from. Its key is part of their identity and never changes; what it says
 * counts for its schools only.
 */
@Entity
@Table(name = "identity_provider")
public class IdentityProvider {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "identity_provider_seq")
  @SequenceGenerator(
      name = "identity_provider_seq",
      sequenceName = "identity_provider_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "provider_key")
  private String key;

  @Column(name = "name")
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(name = "protocol")
  private Protocol protocol;

  @Column(name = "base_url")
  private String baseUrl;

  @Column(name = "person_id_attribute")
  private String personIdAttribute;

  @Column(name = "active")
  private boolean active;

  @Version
  @Column(name = "version")
  private int version;

  @ManyToMany
  @JoinTable(
      name = "identity_provider_school",
      joinColumns = @JoinColumn(name = "provider_id"),
      inverseJoinColumns = @JoinColumn(name = "school_id"))
  private Set<School> schools = new HashSet<>();

  /** For JPA. */
  protected IdentityProvider() {}

  /** A new portal of an authority, closed to everybody until it is described. */
  public IdentityProvider(long authorityId, String key) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.key = key;
    this.name = key;
    this.protocol = Protocol.CAS3;
    this.baseUrl = "";
    this.personIdAttribute = "";
  }

  /** Describes the portal anew; its key stays. */
  public void describe(
      String name, Protocol protocol, String baseUrl, String personIdAttribute, boolean active) {
    this.name = name;
    this.protocol = protocol;
    this.baseUrl = baseUrl;
    this.personIdAttribute = personIdAttribute;
    this.active = active;
  }

  /** Says for which schools the portal may speak from now on. */
  public void speakFor(Collection<School> schools) {
    this.schools.retainAll(schools);
    this.schools.addAll(schools);
  }

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

  /** Short stable name in addresses, e.g. {@code monbureau}. */
  public String key() {
    return key;
  }

  /** Name on the screens. */
  public String name() {
    return name;
  }

  /** How it speaks. */
  public Protocol protocol() {
    return protocol;
  }

  /** Address of its CAS server, without a final slash. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The attribute that carries a person's id in the directory feed. */
  public String personIdAttribute() {
    return personIdAttribute;
  }

  /** Whether people may sign on through it. */
  public boolean active() {
    return active;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }

  /** The schools it may speak for. */
  public Set<School> schools() {
    return Set.copyOf(schools);
  }
}
