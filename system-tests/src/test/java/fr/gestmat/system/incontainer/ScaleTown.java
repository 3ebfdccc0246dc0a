package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** A département of its own with campaigns, for tests of scales. */
final class ScaleTown extends Town {

  final long authority;

  /** A campaign, as the test knows it. */
  record Campaign(long id, UUID publicId) {}

  ScaleTown(DataSource database) throws SQLException {
    super(database);
    authority = next("local_authority");
    run(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), ?,"
            + " 'DEPARTEMENT')",
        authority,
        "Département des barèmes " + authority);
  }

  /** A published campaign that is open now, with three terms of 50 meal days. */
  Campaign campaign(String name, int year, Long copiedFrom) throws SQLException {
    long id = next("aid_campaign");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, copied_from_id, published_at,"
            + " published_by) values (?, ?, ?, ?, ?, utc_date() - interval 30 day, utc_date() +"
            + " interval 30 day, utc_date() + interval 60 day, 2025, ?, utc_timestamp(6), 'Test')",
        id,
        publicId.toString(),
        authority,
        name,
        year,
        copiedFrom);
    for (int term = 1; term <= 3; term++) {
      run(
          "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days)"
              + " values (?, ?, '2026-09-01', '2026-12-18', 50)",
          id,
          term);
    }
    return new Campaign(id, publicId);
  }

  /** Turns a rule on. */
  void rule(Campaign campaign, String code, String parameters) throws SQLException {
    run(
        "insert into aid_rule (campaign_id, code, active, parameters) values (?, ?, true, ?)",
        campaign.id(),
        code,
        parameters);
  }

  /** A decided application: granted a rate, or refused for its income if there is none. */
  void decided(Campaign campaign, String quotient, Integer rate) throws SQLException {
    decided(campaign, quotient, rate, "{}");
  }

  /** The same, with the JSON object of what it was computed from. */
  void decided(Campaign campaign, String quotient, Integer rate, String inputs)
      throws SQLException {
    long application = next("aid_application");
    run(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
            + " child_family_name, child_given_name, child_key, state, origin, applicant_name,"
            + " submitted_at, created_at, changed_at, changed_by, family_quotient, meals_a_week)"
            + " values (?, uuid(), ?, ?, next value for aid_application_number, 'Durand', 'Zoé',"
            + " ?, ?, 'FAMILY', 'Parent', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6),"
            + " 'Parent', ?, 5)",
        application,
        authority,
        campaign.id(),
        "K" + application,
        rate == null ? "REFUSED" : "GRANTED",
        quotient);
    run(
        "insert into aid_decision (id, public_id, authority_id, campaign_id, application_id,"
            + " number, outcome, inputs, rate, unit, reason_codes, reason, decided_at, decided_by)"
            + " values (?, uuid(), ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, utc_timestamp(6), 'Karim')",
        next("aid_decision"),
        authority,
        campaign.id(),
        application,
        rate == null ? "REFUSED" : "GRANTED",
        inputs,
        rate,
        rate == null ? null : "RATE",
        rate == null ? "INCOME" : null,
        rate == null ? "Ressources" : null);
  }

  Caller manager() {
    return new Caller(
        900_000_000L + authority,
        UUID.randomUUID(),
        "Hélène Essai",
        authority,
        Set.of(new HeldRole(Role.AID_MANAGER, null)),
        null,
        null);
  }
}
