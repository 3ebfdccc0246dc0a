package fr.gestmat.mealaid.entity.source;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an authority may ask official sources. It is off until somebody enters the authority's SIRET
 * and token and turns it on; a token that the source refuses stops every call until a person acts.
 */
@Entity
@Table(name = "source_access")
public class SourceAccess {

  /** The oldest version of the pupils' service that is asked. */
  public static final int OLDEST_SCHOOLING = 3;

  /** The newest one, which tells the régime too. */
  public static final int NEWEST_SCHOOLING = 5;

  @Id
  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "active")
  private boolean active;

  @Column(name = "recipient")
  private @Nullable String recipient;

  @Column(name = "token_sealed")
  private byte @Nullable [] tokenSealed;

  @Column(name = "token_ends_at")
  private @Nullable Instant tokenEndsAt;

  @Column(name = "token_set_at")
  private @Nullable Instant tokenSetAt;

  @Column(name = "token_set_by")
  private @Nullable String tokenSetBy;

  @Column(name = "refused_at")
  private @Nullable Instant refusedAt;

  @Column(name = "refused_code")
  private @Nullable String refusedCode;

  @Column(name = "ask_quotient")
  private boolean askQuotient = true;

  @Column(name = "ask_scholarship")
  private boolean askScholarship = true;

  @Column(name = "schooling_version")
  private int schoolingVersion = OLDEST_SCHOOLING;

  @Column(name = "with_proof")
  private boolean withProof;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected SourceAccess() {}

  /** The access of an authority that has none yet: off. */
  public SourceAccess(long authorityId) {
    this.authorityId = authorityId;
  }

  /**
   * What is asked, and how.
   *
   * @param quotient whether family quotients are asked for
   * @param scholarship whether pupils are
   * @param schoolingVersion of the pupils' service, 3 to 5
   * @param withProof whether values come with a proof
   */
  public record Wishes(
      boolean quotient, boolean scholarship, int schoolingVersion, boolean withProof) {}

  /** Says who asks (SIRET of 14 digits) and what. */
  public void set(String siret, Wishes wishes) {
    recipient = siret;
    askQuotient = wishes.quotient();
    askScholarship = wishes.scholarship();
    schoolingVersion = wishes.schoolingVersion();
    withProof = wishes.withProof();
  }

  /** Takes a new token; what was refused before does not count any more. */
  public void use(byte[] sealed, Optional<Instant> endsAt, String by, Instant now) {
    tokenSealed = sealed.clone();
    tokenEndsAt = endsAt.orElse(null);
    tokenSetAt = now;
    tokenSetBy = by;
    accepted();
  }

  /** Turns calls on or off; without SIRET or token they stay off. */
  public void turn(boolean on) {
    active = on && recipient != null && tokenSealed != null;
  }

  /** The source refuses the token. */
  public void refused(String code, Instant now) {
    refusedAt = now;
    refusedCode = code;
  }

  /** The source takes the token. */
  public final void accepted() {
    refusedAt = null;
    refusedCode = null;
  }

  /** Whether questions of a kind are asked. */
  public boolean asks(SourceKind kind) {
    return asked(active, askQuotient, askScholarship).contains(kind);
  }

  /**
   * What is asked for: nothing while calls are off.
   *
   * @param active whether calls are on
   * @param quotient whether family quotients are wanted
   * @param scholarship whether pupils are
   */
  public static Set<SourceKind> asked(boolean active, boolean quotient, boolean scholarship) {
    Set<SourceKind> kinds = EnumSet.noneOf(SourceKind.class);
    if (active && quotient) {
      kinds.add(SourceKind.FAMILY_QUOTIENT);
    }
    if (active && scholarship) {
      kinds.add(SourceKind.SCHOLARSHIP);
    }
    return kinds;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** Whether calls are on. */
  public boolean active() {
    return active;
  }

  /** SIRET that calls name. */
  public Optional<String> recipient() {
    return Optional.ofNullable(recipient);
  }

  /** The token, encrypted. */
  public Optional<byte[]> tokenSealed() {
    return Optional.ofNullable(tokenSealed).map(byte[]::clone);
  }

  /** When the token ends, if it says so. */
  public Optional<Instant> tokenEndsAt() {
    return Optional.ofNullable(tokenEndsAt);
  }

  /** When it was entered. */
  public Optional<Instant> tokenSetAt() {
    return Optional.ofNullable(tokenSetAt);
  }

  /** Who entered it. */
  public Optional<String> tokenSetBy() {
    return Optional.ofNullable(tokenSetBy);
  }

  /** Since when the source refuses it. */
  public Optional<Instant> refusedAt() {
    return Optional.ofNullable(refusedAt);
  }

  /** What it said then. */
  public Optional<String> refusedCode() {
    return Optional.ofNullable(refusedCode);
  }

  /** What is asked, and how. */
  public Wishes wishes() {
    return new Wishes(askQuotient, askScholarship, schoolingVersion, withProof);
  }

  /** Grows with each change; two people who edit it are told apart by it. */
  public int version() {
    return version;
  }
}
