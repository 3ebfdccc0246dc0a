package fr.gestmat.identity.entity;

import fr.gestmat.directory.entity.School;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that an administrator gave to an account, on a school or on the whole authority. */
@Entity
@Table(name = "role_grant")
public class RoleGrant {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "role_grant_seq")
  @SequenceGenerator(name = "role_grant_seq", sequenceName = "role_grant_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "account_id")
  private Account account;

  @Column(name = "role")
  private String role;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "school_id")
  private @Nullable School school;

  @Column(name = "granted_at")
  private Instant grantedAt;

  @Column(name = "granted_by")
  private String grantedBy;

  /** For JPA. */
  protected RoleGrant() {}

  /** A role given now; {@code school} is null for the whole authority. */
  public RoleGrant(
      Account account, String role, @Nullable School school, String grantedBy, Instant now) {
    this.publicId = UUID.randomUUID();
    this.account = account;
    this.role = role;
    this.school = school;
    this.grantedBy = grantedBy;
    this.grantedAt = now;
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Who holds it. */
  public Account account() {
    return account;
  }

  /** Name of the role. */
  public String role() {
    return role;
  }

  /** School that it is limited to; empty for the whole authority. */
  public Optional<School> school() {
    return Optional.ofNullable(school);
  }

  /** When it was given. */
  public Instant grantedAt() {
    return grantedAt;
  }

  /** Name of who gave it, as it was then. */
  public String grantedBy() {
    return grantedBy;
  }
}
