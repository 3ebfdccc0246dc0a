package fr.gestmat.identity.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another system shows to use the API: acts as the account that made it, with some of that
 * account's grants, until it expires or is revoked. Its secret was shown once and only its hash is
 * kept.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
  @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Column(name = "purpose")
  private String purpose;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @ElementCollection
  @CollectionTable(name = "api_token_grant", joinColumns = @JoinColumn(name = "token_id"))
  private Set<Limit> limits = new HashSet<>();

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected ApiToken() {}

  /**
   * A token made now for a purpose.
   *
   * @param account that it acts as
   * @param createdBy name of who made it
   */
  public ApiToken(
      Account account,
      String createdBy,
      byte[] tokenHash,
      String purpose,
      Set<Limit> limits,
      Instant now,
      Instant expiresAt) {
    this.publicId = UUID.randomUUID();
    this.authorityId = account.authorityId();
    this.accountId = account.id();
    this.tokenHash = tokenHash.clone();
    this.purpose = purpose;
    this.limits = new HashSet<>(limits);
    this.createdAt = now;
    this.createdBy = createdBy;
    this.expiresAt = expiresAt;
  }

  /** The token is of no use from now on. */
  public void revoke(Instant now) {
    if (revokedAt == null) {
      revokedAt = now;
    }
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Account that it acts as. */
  public long accountId() {
    return accountId;
  }

  /** What it was made for. */
  public String purpose() {
    return purpose;
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /** Name of who made it. */
  public String createdBy() {
    return createdBy;
  }

  /** From when it is of no use. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Since when it was taken back, if it was. */
  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  /** When it was last used, to the minute; empty if never. */
  public Optional<Instant> lastUsedAt() {
    return Optional.ofNullable(lastUsedAt);
  }

  /** The rights it is limited to. */
  public Set<Limit> limits() {
    return Set.copyOf(limits);
  }

  /** A right that the token may use as long as its account holds it. */
  @Embeddable
  public static class Limit {

    @Column(name = "role")
    private String role;

    @Column(name = "school_key")
    private long schoolKey;

    /** For JPA. */
    protected Limit() {}

    /** A role on a school, or on the whole authority where the school is null. */
    public Limit(String role, @Nullable Long schoolId) {
      this.role = role;
      this.schoolKey = schoolId == null ? 0 : schoolId;
    }

    /** Name of the role. */
    public String role() {
      return role;
    }

    /** The school; null for the whole authority. */
    public @Nullable Long schoolId() {
      return schoolKey == 0 ? null : schoolKey;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Limit limit
          && limit.role.equals(role)
          && limit.schoolKey == schoolKey;
    }

    @Override
    public int hashCode() {
      return Objects.hash(role, schoolKey);
    }
  }
}
