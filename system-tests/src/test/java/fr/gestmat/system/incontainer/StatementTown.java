package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.util.UUID;

/**
 * An authority that pays meal aid: two collèges, a published campaign of three terms, and children
 * whose applications were decided.
 */
final class StatementTown {

  private final Territory territory;
  final long authority;
  final long here;
  final long there;
  final long campaignKey;
  final UUID campaign = UUID.randomUUID();

  private StatementTown(Territory territory) throws SQLException {
    this.territory = territory;
    authority = territory.authority();
    here = school("Collège d'ici");
    there = school("Collège de là-bas");
    campaignKey = territory.number("select nextval(aid_campaign_seq)");
    run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by) values (?,"
            + " ?, ?, 'Année d''essai', 2026, '2026-06-01', '2026-09-30', '2027-06-30', 2025,"
            + " utc_timestamp(6), 'Essai')",
        campaignKey,
        campaign.toString(),
        authority);
    run(
        "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days) values (?, 1,"
            + " '2026-09-01', '2026-12-09', 60), (?, 2, '2027-01-04', '2027-03-31', 50), (?, 3,"
            + " '2027-04-01', '2027-07-03', 40)",
        campaignKey,
        campaignKey,
        campaignKey);
  }

  static StatementTown found(Territory territory) throws SQLException {
    return new StatementTown(territory);
  }

  Caller manager() {
    return Territory.on(authority, Role.AID_MANAGER);
  }

  Caller bursar(long school) {
    return Territory.on(authority, Role.BURSAR, school);
  }

  String uai(long school) {
    return "E%07d".formatted(school % 10_000_000);
  }

  private long school(String name) throws SQLException {
    long id = territory.number("select nextval(school_seq)");
    run(
        "insert into school (id, public_id, authority_id, uai, name, status) values (?, uuid(), ?,"
            + " ?, ?, 'ACCEPTED')",
        id,
        authority,
        uai(id),
        name);
    return id;
  }

  long pupil(long school, String name) throws SQLException {
    long id = territory.number("select nextval(pupil_seq)");
    run(
        "insert into pupil (id, public_id, authority_id, school_id, source, external_id,"
            + " family_name, given_name, ine, search_name) values (?, uuid(), ?, ?, 'ESSAI', ?, ?,"
            + " 'Ada', ?, ?)",
        id,
        authority,
        school,
        "E" + id,
        name,
        "INE" + id,
        name.toUpperCase(java.util.Locale.ROOT));
    return id;
  }

  /** A child of a school with so many euros in each term; its application's database id. */
  long granted(long school, String name, String... euros) throws SQLException {
    return application(school, name, pupil(school, name), euros);
  }

  /** The same of a child whom nobody found in the directory yet. */
  long unknown(long school, String name, String... euros) throws SQLException {
    return application(school, name, 0, euros);
  }

  private long application(long school, String name, long pupil, String... euros)
      throws SQLException {
    long id = territory.number("select nextval(aid_application_seq)");
    run(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number, pupil_id,"
            + " child_family_name, child_given_name, child_key, school_id, state, origin,"
            + " applicant_name, submitted_at, boarding_status, meals_a_week, created_at,"
            + " changed_at, changed_by) values (?, uuid(), ?, ?, next value for"
            + " aid_application_number, nullif(?, 0), ?, 'Ada', ?, ?, 'GRANTED', 'FAMILY',"
            + " 'Famille', utc_timestamp(6), 'HALF_BOARDER', 4, utc_timestamp(6),"
            + " utc_timestamp(6), 'Essai')",
        id,
        authority,
        campaignKey,
        pupil,
        name,
        name + id,
        school);
    decide(id, euros);
    return id;
  }

  /** A new decision, in the place of the one before. */
  void decide(long application, String... euros) throws SQLException {
    run(
        "update aid_decision set superseded_at = utc_timestamp(6) where application_id = ? and"
            + " superseded_at is null",
        application);
    long id = territory.number("select nextval(aid_decision_seq)");
    run(
        "insert into aid_decision (id, public_id, authority_id, campaign_id, application_id,"
            + " number, outcome, inputs, amount, unit, reason, decided_at, decided_by) select ?,"
            + " uuid(), authority_id, campaign_id, id, 1 + (select count(*) from aid_decision d"
            + " where d.application_id = a.id), ?, '{}', 1.5, 'PER_MEAL', 'Parce que',"
            + " utc_timestamp(6), 'Essai' from aid_application a where id = ?",
        id,
        euros.length == 0 ? "REFUSED" : "GRANTED",
        application);
    for (int i = 0; i < euros.length; i++) {
      run(
          "insert into aid_decision_term (decision_id, term, amount) values (?, ?, ?)",
          id,
          i + 1,
          euros[i]);
    }
  }

  void run(String sql, Object... parameters) throws SQLException {
    territory.run(sql, parameters);
  }
}
