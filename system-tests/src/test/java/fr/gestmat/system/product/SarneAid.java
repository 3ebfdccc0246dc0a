package fr.gestmat.system.product;

import fr.gestmat.identity.control.PasswordHash;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

/**
 * A campaign of the sample département with what tests of its review need: an officer, a manager, a
 * bursar and a parent with local accounts, and an application for each child of the collège.
 */
final class SarneAid {

  static final String PASSWORD = "Restauration-2026!";

  /** The collège of the children that tests name. */
  static final String UAI = "0990421T";

  final String officer;
  final String colleague;
  final String manager;
  final String bursar;
  final String parent;
  private final String authority;
  private final String school;
  private final String campaign;
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  private SarneAid() throws SQLException {
    authority =
        Officials.text("select id from local_authority where name = 'Département de la Sarne'");
    school = Officials.text("select id from school where uai = ?", UAI);
    officer = account("Odile Renard", "AID_OFFICER", null);
    colleague = account("Boris Colin", "AID_OFFICER", null);
    manager = account("Marc Aubin", "AID_MANAGER", null);
    bursar = account("Irène Lacombe", "BURSAR", school);
    parent = account("Fatou Carlier", null, null);
    campaign = Officials.text("select nextval(aid_campaign_seq)");
    Officials.change(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " values (?, uuid(), ?, ?, 2026, '2099-06-01', '2099-10-01', '2099-12-31', 2025,"
            + " utc_timestamp(6), 'Essai')",
        campaign,
        authority,
        "Aide à la restauration 2026-2027 " + mark);
    for (int term = 1; term <= 3; term++) {
      Officials.change(
          "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days) values"
              + " (?, ?, date('2026-09-01') + interval ? month, date('2026-11-30') + interval ?"
              + " month, 50)",
          campaign,
          term,
          3 * term - 3,
          3 * term - 3);
    }
  }

  /** Public id of the sample's campaign, so many years before the running one. */
  static String campaign(int yearsAgo) throws SQLException {
    return Officials.text(
        "select c.public_id from aid_campaign c join local_authority a on a.id = c.authority_id"
            + " where a.name = 'Département de la Sarne' and c.name like 'Aide à la cantine 2%'"
            + " order by c.school_year desc limit 1 offset "
            + yearsAgo);
  }

  static SarneAid found() throws SQLException {
    return new SarneAid();
  }

  private String account(String name, String role, String school) throws SQLException {
    String id = Officials.text("select nextval(account_seq)");
    String login = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + mark;
    Officials.change(
        "insert into account (id, public_id, authority_id, login, password_hash, display_name,"
            + " email, created_at) values (?, uuid(), ?, ?, ?, ?, ?, utc_timestamp(6))",
        id,
        authority,
        login,
        PasswordHash.of(PASSWORD),
        name,
        "essai" + id + "@sarne.example");
    if (role != null) {
      Officials.change(
          "insert into role_grant (id, public_id, account_id, role, school_id, granted_at,"
              + " granted_by) values (next value for role_grant_seq, uuid(), ?, ?, ?,"
              + " utc_timestamp(6), 'Essai')",
          id,
          role,
          school);
    }
    return login;
  }

  /** A submitted application for a child of the collège; its public id. */
  String submitted(String givenName) throws SQLException {
    String id = UUID.randomUUID().toString();
    Officials.change(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number, pupil_id,"
            + " child_family_name, child_given_name, child_birth_date, child_key, school_id, state,"
            + " origin, applicant_account_id, applicant_name, applicant_email, submitted,"
            + " submitted_form_version, submitted_at, complete_at, first_term, family_quotient,"
            + " boarding_status, meals_a_week, residence_postal_code, created_at, changed_at,"
            + " changed_by) select next value for aid_application_seq, ?, ?, ?,"
            + " next value for aid_application_number, p.id, p.family_name, p.given_name,"
            + " p.birth_date, concat(p.id, '/', ?), p.school_id, 'SUBMITTED', 'FAMILY', a.id,"
            + " 'Fatou Carlier', 'famille@sarne.example', '{\"custody\":true}', 1,"
            + " utc_timestamp(6), utc_timestamp(6), 1, 412, 'HALF_BOARDER', 4, '57000',"
            + " utc_timestamp(6), utc_timestamp(6), 'Fatou Carlier' from pupil p join account a"
            + " on a.login = ? where p.school_id = ? and p.given_name = ?",
        id,
        authority,
        campaign,
        id,
        parent,
        school,
        givenName);
    return id;
  }

  /** Publishes a scale by quotients: the whole price up to a limit in euros, half of it above. */
  void scale(int limit) throws SQLException {
    String scale = Officials.text("select nextval(aid_scale_seq)");
    Officials.change(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) values (?, uuid(), ?,"
            + " ?, 1, 'FAMILY_QUOTIENT', 'RATE', 'UPPER_INCLUDED', false, '2020-01-01',"
            + " utc_timestamp(6), 'Essai')",
        scale,
        authority,
        campaign);
    Officials.change(
        "insert into aid_bracket (scale_id, position, label, from_amount, up_to, condition_kind,"
            + " value) values (?, 0, 'T1', null, ?, 'NONE', 100), (?, 1, 'T2', ?, null, 'NONE',"
            + " 50)",
        scale,
        limit,
        scale,
        limit);
  }
}
