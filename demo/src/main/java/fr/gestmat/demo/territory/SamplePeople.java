package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.directory.entity.SchoolStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the schools of the département, its people and their accounts, in batches: nothing is
 * certain to be there before this is closed. Classes and grades come before their pupils.
 */
final class SamplePeople implements AutoCloseable {

  private final long authority;
  private final Rows schools;
  private final Rows pupils;
  private final Rows inClasses;
  private final Rows tokens;
  private final Rows guardians;
  private final Rows links;
  private final Rows staff;
  private final Rows posts;
  private final Rows accounts;
  private final Rows grants;

  /** Somebody as a directory names them, by an id of its own. */
  record Listed(
      long id,
      UUID publicId,
      String source,
      String externalId,
      String familyName,
      String givenName) {}

  /** Where a pupil is taught; database ids. */
  record Place(long school, long schoolClass, long grade) {}

  /** Where somebody lives. */
  record Home(String street, String postalCode, String town) {}

  /** A new account. */
  record NewAccount(long id, UUID publicId, String name, @Nullable String email, Instant since) {}

  /** By whom and when a role was given, under an id of its own. */
  record Given(long id, UUID publicId, Instant at, String by) {}

  SamplePeople(Sample sample, long authority) throws SQLException {
    this.authority = authority;
    this.schools =
        rows(sample, "school", "id public_id authority_id uai name type_text town status");
    this.pupils =
        rows(
            sample,
            "pupil",
            "id public_id authority_id school_id class_id grade_id source external_id family_name"
                + " given_name birth_date boarding_status meals_a_week search_name",
            schools);
    this.inClasses = rows(sample, "pupil_class", "pupil_id class_id", pupils);
    this.tokens = rows(sample, "pupil_name_token", "pupil_id token school_id authority_id", pupils);
    this.guardians =
        rows(
            sample,
            "guardian",
            "id public_id authority_id source external_id family_name given_name email address"
                + " postal_code town country");
    this.links =
        rows(
            sample,
            "guardianship",
            "pupil_id guardian_external_id guardian_id kind rank_order parental_authority pays_fees"
                + " is_contact",
            pupils,
            guardians);
    this.staff =
        rows(
            sample,
            "staff_member",
            "id public_id authority_id source external_id family_name given_name");
    this.posts = rows(sample, "staff_member_school", "staff_member_id school_id", schools, staff);
    this.accounts =
        rows(
            sample,
            "account",
            "id public_id authority_id provider_id subject login password_hash display_name email"
                + " guardian_id staff_member_id last_signed_on_at created_at",
            guardians,
            staff);
    this.grants =
        rows(
            sample,
            "role_grant",
            "id public_id account_id role school_id granted_at granted_by",
            schools,
            accounts);
  }

  private static Rows rows(Sample sample, String table, String columns, Rows... parents)
      throws SQLException {
    return new Rows(sample.connection(), table, List.of(columns.split(" ", -1)), parents);
  }

  /** A collège that the authority has accepted. */
  void college(long id, UUID publicId, String uai, String name, String town) throws SQLException {
    schools.add(id, publicId, authority, uai, name, "COLLEGE", town, SchoolStatus.ACCEPTED);
  }

  /**
   * A pupil, in the one class and in the index of names.
   *
   * @param meals days a week at school; 0 for who goes home, null if nobody said so yet
   */
  void pupil(Listed who, Place place, LocalDate born, @Nullable Integer meals) throws SQLException {
    boolean eats = meals != null && meals > 0;
    pupils.add(
        who.id(),
        who.publicId(),
        authority,
        place.school(),
        place.schoolClass(),
        place.grade(),
        who.source(),
        who.externalId(),
        upper(who.familyName()),
        who.givenName(),
        born,
        meals == null ? null : eats ? "HALF_BOARDER" : "DAY",
        eats ? meals : null,
        NameKey.line(who.familyName(), who.givenName()));
    inClasses.add(who.id(), place.schoolClass());
    for (String token : NameKey.tokens(who.familyName(), who.givenName())) {
      tokens.add(who.id(), token, place.school(), authority);
    }
  }

  /** A parent with an address. */
  void guardian(Listed who, String email, Home home) throws SQLException {
    guardians.add(
        who.id(),
        who.publicId(),
        authority,
        who.source(),
        who.externalId(),
        upper(who.familyName()),
        who.givenName(),
        email,
        home.street(),
        home.postalCode(),
        home.town(),
        "FRANCE");
  }

  /** Whose child a pupil is; the first parent pays. */
  void child(Listed guardian, long pupil, String kind, int rank) throws SQLException {
    links.add(pupil, guardian.externalId(), guardian.id(), kind, rank, true, rank == 1, true);
  }

  /** Somebody who works in a school, and signs on by the ENT. */
  void worker(Listed who, long school, long provider, NewAccount account) throws SQLException {
    staff.add(
        who.id(),
        who.publicId(),
        authority,
        who.source(),
        who.externalId(),
        upper(who.familyName()),
        who.givenName());
    posts.add(who.id(), school);
    account(account, provider, who.externalId(), null, null, null, who.id(), null);
  }

  /**
   * The account of a parent, who signs on by the ENT.
   *
   * @param lastSignedOn when, if that is known
   */
  void parent(Listed who, long provider, NewAccount account, @Nullable Instant lastSignedOn)
      throws SQLException {
    account(account, provider, who.externalId(), null, null, who.id(), null, lastSignedOn);
  }

  /** Somebody of the authority, who signs on with a password. */
  void official(NewAccount account, String login, String passwordHash) throws SQLException {
    account(account, null, null, login, passwordHash, null, null, null);
  }

  private void account(
      NewAccount account,
      @Nullable Long provider,
      @Nullable String subject,
      @Nullable String login,
      @Nullable String passwordHash,
      @Nullable Long guardian,
      @Nullable Long worker,
      @Nullable Instant lastSignedOn)
      throws SQLException {
    accounts.add(
        account.id(),
        account.publicId(),
        authority,
        provider,
        subject,
        login,
        passwordHash,
        account.name(),
        account.email(),
        guardian,
        worker,
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

  private static String upper(String familyName) {
    return familyName.toUpperCase(Locale.FRANCE);
  }

  /** Sends what still waits, whoever is referred to first. */
  @Override
  public void close() throws SQLException {
    try (schools;
        guardians;
        staff;
        pupils;
        accounts;
        inClasses;
        tokens;
        links;
        posts;
        grants) {
      // Each sends its own, after what that refers to.
    }
  }
}
