package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.EntProfile;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes accounts and their roles. */
final class AccountRows implements AutoCloseable {

  /** A new account. */
  record NewAccount(long id, UUID publicId, String name, @Nullable String email, Instant since) {}

  /** By whom and when a role was given, under an id of its own. */
  record Given(long id, UUID publicId, Instant at, String by) {}

  /** How somebody gets in: by an ENT that knows a subject, or with a login and a password. */
  private record Way(
      @Nullable Long provider,
      @Nullable String subject,
      @Nullable String login,
      @Nullable String passwordHash) {

    static Way ent(long provider, String subject) {
      return new Way(provider, subject, null, null);
    }
  }

  final Rows accounts;
  private final long authority;
  private final Rows grants;

  AccountRows(
      Sample sample, long authority, SchoolRows schools, GuardianRows guardians, StaffRows staff)
      throws SQLException {
    this.authority = authority;
    this.accounts =
        Rows.of(
            sample,
            "account",
            "id public_id authority_id provider_id subject login password_hash display_name email"
                + " profile guardian_id staff_member_id last_signed_on_at created_at",
            guardians.guardians,
            staff.members);
    this.grants =
        Rows.of(
            sample,
            "role_grant",
            "id public_id account_id role school_id granted_at granted_by",
            schools.schools,
            accounts);
  }

  /**
   * Somebody of a school, who signs on by an ENT.
   *
   * @param member database id among the staff
   * @param externalId of the same person
   * @param profile as the ENT said it; null for who never came
   */
  void worker(
      NewAccount account,
      long provider,
      long member,
      String externalId,
      @Nullable EntProfile profile)
      throws SQLException {
    add(account, Way.ent(provider, externalId), profile, null, member, null);
  }

  /**
   * A parent, who signs on by an ENT.
   *
   * @param lastSignedOn when, if that is known
   */
  void parent(NewAccount account, long provider, Listed who, @Nullable Instant lastSignedOn)
      throws SQLException {
    add(account, Way.ent(provider, who.externalId()), null, who.id(), null, lastSignedOn);
  }

  /** Somebody of the authority, who signs on with a password. */
  void official(NewAccount account, String login, String passwordHash) throws SQLException {
    add(account, new Way(null, null, login, passwordHash), null, null, null, null);
  }

  private void add(
      NewAccount account,
      Way way,
      @Nullable EntProfile profile,
      @Nullable Long guardian,
      @Nullable Long member,
      @Nullable Instant lastSignedOn)
      throws SQLException {
    accounts.add(
        account.id(),
        account.publicId(),
        authority,
        way.provider(),
        way.subject(),
        way.login(),
        way.passwordHash(),
        account.name(),
        account.email(),
        profile,
        guardian,
        member,
        lastSignedOn,
        account.since());
  }

  /**
   * A role.
   *
   * @param school where; null for the whole authority
   */
  void grant(Given given, long account, Role role, @Nullable Long school) throws SQLException {
    grants.add(given.id(), given.publicId(), account, role, school, given.at(), given.by());
  }

  @Override
  public void close() throws SQLException {
    try (accounts;
        grants) {
      // Each sends its own, after what that refers to.
    }
  }
}
