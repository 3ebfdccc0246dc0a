package fr.gestmat.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign on: through a portal, known by that portal and a subject, or with a login
 * and a password of our own. It may exist before its person ever came, so that rights can wait for
 * them. Never deleted, as the journal names it; closed instead.
 */
@Entity
@Table(name = "account")
public class Account {

  private static final Duration DAY = Duration.ofDays(1);

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
  @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "provider_id")
  private @Nullable Long providerId;

  @Column(name = "subject")
  private @Nullable String subject;

  @Column(name = "login")
  private @Nullable String login;

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Column(name = "activation_hash")
  private byte @Nullable [] activationHash;

  @Column(name = "activation_expires_at")
  private @Nullable Instant activationExpiresAt;

  @Column(name = "failed_attempts")
  private int failedAttempts;

  @Column(name = "failing_since")
  private @Nullable Instant failingSince;

  @Column(name = "locked_until")
  private @Nullable Instant lockedUntil;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "email")
  private @Nullable String email;

  @Column(name = "profile")
  private @Nullable String profile;

  @Column(name = "pupil_id")
  private @Nullable Long pupilId;

  @Column(name = "guardian_id")
  private @Nullable Long guardianId;

  @Column(name = "staff_member_id")
  private @Nullable Long staffMemberId;

  @Column(name = "by_mail_link")
  private boolean byMailLink;

  @Column(name = "active")
  private boolean active = true;

  @Column(name = "last_signed_on_at")
  private @Nullable Instant lastSignedOnAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected Account() {}

  private Account(long authorityId, String displayName, Instant createdAt) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.displayName = displayName;
    this.createdAt = createdAt;
  }

  /** The account of somebody whom a portal knows under {@code subject}. */
  public static Account ofPortal(
      IdentityProvider portal, String subject, String displayName, Instant now) {
    Account account = new Account(portal.authorityId(), displayName, now);
    account.providerId = portal.id();
    account.subject = subject;
    return account;
  }

  /** An account with a login of its own and no password yet. */
  public static Account local(
      long authorityId, String login, String displayName, @Nullable String email, Instant now) {
    Account account = new Account(authorityId, displayName, now);
    account.login = login;
    account.email = email;
    return account;
  }

  /**
   * The account of a family that no portal knows: it comes in by links that are mailed to it, and
   * has no password.
   *
   * @param login names the account; nobody types it
   */
  public static Account ofMailLink(
      long authorityId, String login, String displayName, String email, Instant now) {
    Account account = local(authorityId, login, displayName, email, now);
    account.byMailLink = true;
    return account;
  }

  /** Takes over how the portal names the person today. */
  public void describe(String displayName, @Nullable String email, @Nullable String profile) {
    this.displayName = displayName;
    this.email = email;
    this.profile = profile;
  }

  /** Says who in the directory this is, as far as the portal may say so; null where nobody. */
  public void match(
      @Nullable Long pupilId, @Nullable Long guardianId, @Nullable Long staffMemberId) {
    this.pupilId = pupilId;
    this.guardianId = guardianId;
    this.staffMemberId = staffMemberId;
  }

  /** The person signed on: earlier failures are forgotten. */
  public void signedOn(Instant now) {
    this.lastSignedOnAt = now;
    forgetFailures();
  }

  private void forgetFailures() {
    this.failedAttempts = 0;
    this.failingSince = null;
    this.lockedUntil = null;
  }

  /** A wrong password; answers how many in a row, wherever they were typed, within a day. */
  public int failed(Instant now) {
    if (failingSince == null || !now.isBefore(failingSince.plus(DAY))) {
      failingSince = now;
      failedAttempts = 0;
    }
    failedAttempts++;
    return failedAttempts;
  }

  /** Looks at no password before {@code until}. */
  public void lock(Instant until) {
    this.lockedUntil = until;
  }

  /** Whether passwords are not looked at for the moment. */
  public boolean locked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }

  /** Lets the person choose a password once with the secret behind {@code hash}. */
  public void awaitActivation(byte[] hash, Instant expires) {
    this.activationHash = hash.clone();
    this.activationExpiresAt = expires;
  }

  /** Whether the activation is still open. */
  public boolean activable(Instant now) {
    return active && activationExpiresAt != null && now.isBefore(activationExpiresAt);
  }

  /** Sets a password that the person chose; an open activation is spent. */
  public void choosePassword(String hash) {
    this.passwordHash = hash;
    this.activationHash = null;
    this.activationExpiresAt = null;
    forgetFailures();
  }

  /** Nobody signs on with this account any more. */
  public void close() {
    this.active = false;
    this.activationHash = null;
    this.activationExpiresAt = null;
  }

  /** The account may be used again. */
  public void reopen() {
    this.active = true;
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

  /** Portal that the person arrives from; empty for a local account. */
  public Optional<Long> providerId() {
    return Optional.ofNullable(providerId);
  }

  /** The portal's subject for the person; empty for a local account. */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** Login of a local account. */
  public Optional<String> login() {
    return Optional.ofNullable(login);
  }

  /** Kept form of the password, once one was chosen. */
  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** Name on the screens and in the journal. */
  public String displayName() {
    return displayName;
  }

  /** Address, if known. */
  public Optional<String> email() {
    return Optional.ofNullable(email);
  }

  /** What the portal says the person is, as a name of EntProfile. */
  public Optional<String> profile() {
    return Optional.ofNullable(profile);
  }

  /** Whether the account may be used. */
  public boolean active() {
    return active;
  }

  /** Since when it exists. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When the person last came; empty if never. */
  public Optional<Instant> lastSignedOnAt() {
    return Optional.ofNullable(lastSignedOnAt);
  }
}
