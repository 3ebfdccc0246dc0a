package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A département of its own for one test: a collège, a campaign that is open today, and families as
 * the test asks for.
 */
final class AidTown extends Town {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final long authority;
  final long school;
  final long campaign;
  final UUID campaignId = UUID.randomUUID();

  /** A pupil, as the test knows one. */
  record Child(long id, UUID publicId, String name) {}

  private AidTown(DataSource database, LocalDate opens, LocalDate closes) throws SQLException {
    super(database);
    authority = next("local_authority");
    run(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), ?,"
            + " 'DEPARTEMENT')",
        authority,
        "Département d'essai " + authority);
    school = next("school");
    run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?, ?,"
            + " 'Collège d''essai')",
        school,
        authority,
        String.format("%07dA", school % 10_000_000));
    campaign = next("aid_campaign");
    run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " values (?, ?, ?, 'Aide', 2026, ?, ?, ?, 2025, utc_timestamp(6), 'Essai')",
        campaign,
        campaignId.toString(),
        authority,
        opens,
        closes,
        closes);
    run(
        "insert into aid_rule (campaign_id, code, active, parameters)"
            + " values (?, 'HALF_BOARD', true, '{\"boarders\":false}')",
        campaign);
  }

  /** A town whose campaign is open for months. */
  static AidTown found(DataSource database) throws SQLException {
    return new AidTown(database, LocalDate.parse("2020-01-01"), LocalDate.parse("2099-12-31"));
  }

  /** A town whose campaign runs between two days. */
  static AidTown found(DataSource database, LocalDate opens, LocalDate closes) throws SQLException {
    return new AidTown(database, opens, closes);
  }

  Child child(String givenName) throws SQLException {
    long id = next("pupil");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into pupil (id, public_id, authority_id, school_id, source, external_id,"
            + " family_name, given_name, birth_date, search_name, boarding_status, meals_a_week)"
            + " values (?, ?, ?, ?, 'AAF', ?, 'Essai', ?, '2014-03-02', 'ESSAI', 'HALF_BOARDER',"
            + " 4)",
        id,
        publicId.toString(),
        authority,
        school,
        "E" + id,
        givenName);
    return new Child(id, publicId, givenName);
  }

  /** A parent with an account, responsible for some children. */
  Caller parent(String givenName, String kind, Child... children) throws SQLException {
    long guardian = next("guardian");
    run(
        "insert into guardian (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name, email, address, postal_code, town) values (?, uuid(), ?, 'AAF', ?,"
            + " 'Essai', ?, ?, '3 rue des Lilas', '99100', 'Essaiville')",
        guardian,
        authority,
        "G" + guardian,
        givenName,
        givenName.toLowerCase(java.util.Locale.ROOT) + guardian + "@exemple.invalid");
    for (Child child : children) {
      run(
          "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind, rank_order,"
              + " parental_authority, pays_fees, is_contact) values (?, ?, ?, ?, 1, true, true,"
              + " true)",
          child.id(),
          "G" + guardian,
          guardian,
          kind);
    }
    return caller(givenName + " Essai", guardian, new HeldRole(Role.GUARDIAN, school));
  }

  Caller officer() throws SQLException {
    return caller("Olivier Agent", null, new HeldRole(Role.AID_OFFICER, null));
  }

  Caller manager() throws SQLException {
    return caller("Maud Campagne", null, new HeldRole(Role.AID_MANAGER, null));
  }

  Caller bursar() throws SQLException {
    return caller("Bruno Intendance", null, new HeldRole(Role.BURSAR, school));
  }

  private Caller caller(String name, Long guardian, HeldRole role) throws SQLException {
    long account = next("account");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into account (id, public_id, authority_id, login, display_name, guardian_id,"
            + " created_at) values (?, ?, ?, ?, ?, ?, utc_timestamp(6))",
        account,
        publicId.toString(),
        authority,
        "essai-" + COUNT.incrementAndGet() + "-" + account,
        name,
        guardian);
    return new Caller(account, publicId, name, authority, Set.of(role), null, guardian);
  }
}
