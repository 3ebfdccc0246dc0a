package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** A département of its own with a campaign, two collèges, officers, and submitted applications. */
final class ReviewTown extends Town {

  final long authority;
  final long here;
  final long elsewhere;
  final long campaign;
  final long scale;
  final Person ada;
  final Person bruno;
  final Person parent;

  /** Somebody with an account. */
  record Person(long account, UUID id, String name) {}

  /** An application by its ids. */
  record File(long key, UUID id) {}

  private ReviewTown(DataSource database) throws SQLException {
    super(database);
    authority = next("local_authority");
    run(
        "insert into local_authority (id, public_id, name, kind) values (?, uuid(), ?,"
            + " 'DEPARTEMENT')",
        authority,
        "Département d'essai " + authority);
    here = school("0990001A", "Collège Essai");
    elsewhere = school("0990002B", "Collège Voisin");
    campaign = next("aid_campaign");
    run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " values (?, uuid(), ?, 'Aide 2026', 2026, '2026-06-01', '2026-10-01', '2099-12-31',"
            + " 2025, utc_timestamp(6), 'Essai')",
        campaign,
        authority);
    run(
        "insert into aid_late_period (campaign_id, ends_on, first_term) values (?, '2099-12-31',"
            + " 2)",
        campaign);
    term(1, "2026-09-01", "2026-12-31", 60);
    term(2, "2027-01-01", "2027-03-31", 45);
    term(3, "2027-04-01", "2027-06-30", 40);
    run(
        "insert into aid_rule (campaign_id, code, active, overridable, parameters) values"
            + " (?, 'RESIDENCE', true, true, '{\"postalCodes\":[\"57\"]}'),"
            + " (?, 'INCOME', true, false, '{}')",
        campaign,
        campaign);
    scale = scale(1, "1000", "2.00");
    ada = person("Ada Martin", "AID_OFFICER");
    bruno = person("Bruno Petit", "AID_OFFICER");
    parent = person("Fatou Diallo", null);
  }

  static ReviewTown found(DataSource database) throws SQLException {
    return new ReviewTown(database);
  }

  /**
   * Publishes a version of the scale: euros for each meal up to a family quotient, then nothing.
   */
  long scale(int number, String limit, String euros) throws SQLException {
    long id = next("aid_scale");
    run(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) values (?, uuid(), ?,"
            + " ?, ?, 'FAMILY_QUOTIENT', 'PER_MEAL', 'UPPER_INCLUDED', false, '2026-01-01',"
            + " utc_timestamp(6), 'Essai')",
        id,
        authority,
        campaign,
        number);
    run(
        "insert into aid_bracket (scale_id, position, label, from_amount, up_to, condition_kind,"
            + " value) values (?, 0, 'T1', null, ?, 'NONE', ?), (?, 1, 'T2', ?, null, 'NONE', 0)",
        id,
        limit,
        euros,
        id,
        limit);
    return id;
  }

  /** A source that will answer some day about the quotient of an application. */
  void silent(File file) throws SQLException {
    run(
        "insert into source_access (authority_id, active, recipient, token_sealed) values (?, true,"
            + " '13002526500013', 'x')",
        authority);
    call(file, "WAITING", "2099-01-01", null);
  }

  /** The source will not answer any more. */
  void givenUp(File file) throws SQLException {
    run(
        "update source_call set state = 'NOT_FOUND', due_at = null where application_id = ?",
        file.key());
  }

  /** The quotient of an application as the source said it. */
  void answered(File file, String quotient) throws SQLException {
    call(file, "ANSWERED", null, quotient);
  }

  private void call(File file, String state, String due, String quotient) throws SQLException {
    run(
        "insert into source_call (id, public_id, authority_id, application_id, kind, subject,"
            + " subject_name, question, state, due_at, requested_at, requester_name, purpose,"
            + " quotient) values (?, uuid(), ?, ?, 'FAMILY_QUOTIENT', 'APPLICANT', 'Fatou Diallo',"
            + " '{}', ?, ?, utc_timestamp(6), 'Essai', 'SUBMIT', ?)",
        next("source_call"),
        authority,
        file.key(),
        state,
        due,
        quotient);
  }

  private long school(String uai, String name) throws SQLException {
    long id = next("school");
    run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?, ?, ?)",
        id,
        authority,
        uai,
        name);
    return id;
  }

  private void term(int number, String from, String to, int days) throws SQLException {
    run(
        "insert into aid_term (campaign_id, number, starts_on, ends_on, meal_days)"
            + " values (?, ?, ?, ?, ?)",
        campaign,
        number,
        from,
        to,
        days);
  }

  /** An account, with a right on the authority if one is named. */
  Person person(String name, String role) throws SQLException {
    long id = next("account");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into account (id, public_id, authority_id, login, display_name, email, created_at)"
            + " values (?, ?, ?, ?, ?, ?, utc_timestamp(6))",
        id,
        publicId.toString(),
        authority,
        "essai" + id,
        name,
        "essai" + id + "@example.org");
    if (role != null) {
      run(
          "insert into role_grant (id, public_id, account_id, role, granted_at, granted_by)"
              + " values (?, uuid(), ?, ?, utc_timestamp(6), 'Essai')",
          next("role_grant"),
          id,
          role);
    }
    return new Person(id, publicId, name);
  }

  /** A submitted application of the parent's, for a child whom nobody confirmed. */
  File submitted(String child) throws SQLException {
    return submitted(child, "400.00", "SUBMITTED");
  }

  /** An application in a state, with a family quotient or none. */
  File submitted(String child, String quotient, String state) throws SQLException {
    long id = next("aid_application");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
            + " child_family_name, child_given_name, child_birth_date, child_key, school_id, state,"
            + " origin, applicant_account_id, applicant_name, applicant_email, submitted,"
            + " submitted_form_version, submitted_at, complete_at, first_term, family_quotient,"
            + " boarding_status, meals_a_week, residence_postal_code, created_at, changed_at,"
            + " changed_by) values (?, ?, ?, ?, next value for aid_application_number, 'DIALLO', ?,"
            + " '2014-03-02', ?, ?, ?, 'FAMILY', ?, 'Fatou Diallo', ?, '{\"custody\":true}', 1,"
            + " utc_timestamp(6), utc_timestamp(6), 1, ?, 'HALF_BOARDER', 4, '57000',"
            + " utc_timestamp(6), utc_timestamp(6), 'Fatou Diallo')",
        id,
        publicId.toString(),
        authority,
        campaign,
        child,
        "DIALLO/" + child + "/" + id,
        here,
        state,
        parent.account(),
        "famille" + authority + "@example.org",
        quotient);
    return new File(id, publicId);
  }

  /** An officer of the authority. */
  Caller as(Person person) {
    return caller(person, new HeldRole(Role.AID_OFFICER, null));
  }

  /** Somebody who holds a right on the whole authority. */
  Caller as(Person person, Role role) {
    return caller(person, new HeldRole(role, null));
  }

  /** The bursar of a school. */
  Caller bursar(long school) {
    return caller(
        new Person(ada.account(), ada.id(), "Intendance"), new HeldRole(Role.BURSAR, school));
  }

  /** The parent. */
  Caller family() {
    return caller(parent, new HeldRole(Role.GUARDIAN, null));
  }

  private Caller caller(Person person, HeldRole role) {
    return new Caller(
        person.account(), person.id(), person.name(), authority, Set.of(role), null, null);
  }

  int version(File file) throws SQLException {
    return Integer.parseInt(value("select version from aid_application where id = ?", file.key()));
  }

  String state(File file) throws SQLException {
    return value("select state from aid_application where id = ?", file.key());
  }

  List<String> events(File file) throws SQLException {
    return column("select event from aid_event where application_id = ? order by id", file.key());
  }

  List<String> notices(File file) throws SQLException {
    return column(
        "select kind from notice where subject_id = ? and authority_id = ? order by created_at, id",
        file.key(),
        authority);
  }
}
