package fr.gestmat.directory.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person responsible for pupils, as the feed says. */
@Entity
@Table(name = "guardian")
public class Guardian {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "guardian_seq")
  @SequenceGenerator(name = "guardian_seq", sequenceName = "guardian_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "source")
  private String source;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "title")
  private @Nullable String title;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "email")
  private @Nullable String email;

  @Column(name = "phone")
  private @Nullable String phone;

  @Column(name = "mobile")
  private @Nullable String mobile;

  @Column(name = "address")
  private @Nullable String address;

  @Column(name = "postal_code")
  private @Nullable String postalCode;

  @Column(name = "town")
  private @Nullable String town;

  @Column(name = "country")
  private @Nullable String country;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Guardian() {}

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

  /** Feed that the external id belongs to. */
  public String source() {
    return source;
  }

  /** Key in that feed. */
  public String externalId() {
    return externalId;
  }

  /** Civility as written. */
  public @Nullable String title() {
    return title;
  }

  /** Family name as written. */
  public String familyName() {
    return familyName;
  }

  /** Given name as written. */
  public String givenName() {
    return givenName;
  }

  /** E-mail address; many guardians have none. */
  public @Nullable String email() {
    return email;
  }

  /** Home telephone. */
  public @Nullable String phone() {
    return phone;
  }

  /** Mobile telephone. */
  public @Nullable String mobile() {
    return mobile;
  }

  /** Street address, lines joined by line feeds. */
  public @Nullable String address() {
    return address;
  }

  /** Postal code. */
  public @Nullable String postalCode() {
    return postalCode;
  }

  /** Town. */
  public @Nullable String town() {
    return town;
  }

  /** Country. */
  public @Nullable String country() {
    return country;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
