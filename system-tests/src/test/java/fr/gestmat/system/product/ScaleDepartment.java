package fr.gestmat.system.product;

import fr.gestmat.access.Role;
import fr.gestmat.identity.control.PasswordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A département of its own with an open campaign and its manager, for pages of scales. */
final class ScaleDepartment {

  static final String PASSWORD = "des lignes et des tranches";

  final String login = "essai." + UUID.randomUUID().toString().substring(0, 8);
  final long authority;
  final UUID campaign = UUID.randomUUID();
  private final long campaignKey;

  ScaleDepartment() throws SQLException {
    authority = next("local_authority");
    Officials.change(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), ?,"
            + " 'DEPARTEMENT')",
        authority,
        "Département du Barème " + authority);
    long account = next("account");
    Officials.change(
        "insert into account (id, public_id, authority_id, login, password_hash, display_name,"
            + " email, created_at) values (?, uuid(), ?, ?, ?, 'Hélène Essai', ?,"
            + " utc_timestamp(6))",
        account,
        authority,
        login,
        PasswordHash.of(PASSWORD),
        login + "@bareme.example");
    Officials.change(
        "insert into role_grant (id, public_id, account_id, role, granted_at, granted_by) values"
            + " (?, uuid(), ?, ?, utc_timestamp(6), 'Test')",
        next("role_grant"),
        account,
        Role.AID_MANAGER.name());
    campaignKey = campaign(campaign, "Aide à la cantine 2026", 2026);
  }

  /** A rule that is on. */
  void rule(String code, String parameters) throws SQLException {
    Officials.change(
        "insert into aid_rule (campaign_id, code, active, parameters) values (?, ?, true, ?)",
        campaignKey,
        code,
        parameters);
  }

  /** A published scale by family quotient: 100 % up to 500, 50 % up to 900. */
  void scale() throws SQLException {
    long scale = next("aid_scale");
    Officials.change(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) values (?, uuid(), ?,"
            + " ?, 1, 'FAMILY_QUOTIENT', 'PER_MEAL', 'UPPER_INCLUDED', false, '2026-01-01',"
            + " utc_timestamp(6), 'Hélène Essai')",
        scale,
        authority,
        campaignKey);
    bracket(scale, 0, null, "500", "2.80");
    bracket(scale, 1, "500", "900", "1.40");
    bracket(scale, 2, "900", null, "0");
  }

  private static void bracket(long scale, int position, String from, String upTo, String value)
      throws SQLException {
    Officials.change(
        "insert into aid_bracket (scale_id, position, label, from_amount, up_to, condition_kind,"
            + " value) values (?, ?, ?, ?, ?, 'NONE', ?)",
        scale,
        position,
        "Tranche " + (position + 1),
        from,
        upTo,
        value);
  }

  /** Decided applications of an earlier campaign, each given half of the price. */
  void decided(String... quotients) throws SQLException {
    long last = campaign(UUID.randomUUID(), "Aide à la cantine 2025", 2025);
    for (String quotient : quotients) {
      long application = next("aid_application");
      Officials.change(
          "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
              + " child_family_name, child_given_name, child_key, state, origin, applicant_name,"
              + " submitted_at, created_at, changed_at, changed_by, family_quotient, meals_a_week)"
              + " values (?, uuid(), ?, ?, next value for aid_application_number, 'Durand', 'Zoé',"
              + " ?, 'GRANTED', 'FAMILY', 'Parent', utc_timestamp(6), utc_timestamp(6),"
              + " utc_timestamp(6), 'Parent', ?, 4)",
          application,
          authority,
          last,
          "K" + application,
          quotient);
      Officials.change(
          "insert into aid_decision (id, public_id, authority_id, campaign_id, application_id,"
              + " number, outcome, inputs, rate, unit, decided_at, decided_by) values (?, uuid(),"
              + " ?, ?, ?, 1, 'GRANTED', '{}', 50, 'RATE', utc_timestamp(6), 'Test')",
          next("aid_decision"),
          authority,
          last,
          application);
    }
  }

  private long campaign(UUID publicId, String name, int year) throws SQLException {
    long id = next("aid_campaign");
    Officials.change(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by) values (?,"
            + " ?, ?, ?, ?, utc_date() - interval 30 day, utc_date() + interval 30 day, utc_date() +"
            + " interval 60 day, 2025, utc_timestamp(6), 'Test')",
        id,
        publicId.toString(),
        authority,
        name,
        year);
    for (int term = 1; term <= 3; term++) {
      Officials.change(
          "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days) values (?, ?,"
              + " '2026-09-01', '2026-12-18', 50)",
          id,
          term);
    }
    return id;
  }

  private static long next(String table) throws SQLException {
    try (Connection connection = HttpTest.database();
        PreparedStatement query =
            connection.prepareStatement("select next value for " + table + "_seq");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
