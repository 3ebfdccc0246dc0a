package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * An authority of its own for one test: two lycées, a class in each, one model, pupils and devices
 * as the test asks for. Nothing of another test is in it.
 */
final class LendingTown extends Town {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final int number = COUNT.incrementAndGet();
  final long authority;
  final School here;
  final School there;
  final long model;
  private int devices;

  /** A school with its one class. */
  record School(long id, String uai, long classId) {}

  /** A device, as the test knows it. */
  record Device(long id, UUID publicId, String tag) {}

  /** A pupil, as the test knows one. */
  record Pupil(long id, UUID publicId) {}

  private LendingTown(DataSource database, String policy) throws SQLException {
    super(database);
    authority = next("local_authority");
    run(
        "insert into local_authority (id, public_id, name, kind, tag_prefix, tag_pattern,"
            + " serial_pattern) values (?, uuid(), ?, 'REGION', 'T-', 'T-\\\\d{6}',"
            + " '[A-Z0-9]*[A-Z][A-Z0-9]*')",
        authority, "Région d'essai " + authority);
    here = school("Lycée d'ici");
    there = school("Lycée de là-bas");
    model = next("device_model");
    run(
        "insert into device_model (id, public_id, authority_id, name) values (?, uuid(), ?, ?)",
        model,
        authority,
        "Portable 14");
    run(
        "insert into model_accessory (id, model_id, name) values (?, ?, 'Chargeur')",
        next("model_accessory"),
        model);
    Map<String, String> columns = new HashMap<>();
    columns.put("id", Long.toString(next("lending_policy")));
    columns.put("authority_id", Long.toString(authority));
    columns.put("starts_on", "'2020-01-01'");
    for (String set : policy.isEmpty() ? new String[0] : policy.split(",", -1)) {
      String[] parts = set.split("=", 2);
      columns.put(parts[0].strip(), parts[1].strip());
    }
    List<String> names = List.copyOf(columns.keySet());
    run(
        "insert into lending_policy ("
            + String.join(", ", names)
            + ") values ("
            + String.join(", ", names.stream().map(columns::get).toList())
            + ")");
  }

  /** Founds a town under the default policy, changed by {@code column=value, ...}. */
  static LendingTown found(DataSource database, String policy) throws SQLException {
    return new LendingTown(database, policy);
  }

  static LendingTown found(DataSource database) throws SQLException {
    return found(database, "agreement='NONE'");
  }

  /** A school of the town, with its one class. */
  School school(String name) throws SQLException {
    long id = next("school");
    String uai = String.format("%07dA", id % 10_000_000);
    run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?, ?, ?)",
        id,
        authority,
        uai,
        name);
    long classId = next("school_class");
    run(
        "insert into school_class (id, public_id, school_id, name) values (?, uuid(), ?, 'TG3')",
        classId,
        id);
    return new School(id, uai, classId);
  }

  Device device(School home) throws SQLException {
    return device(home, "IN_STOCK");
  }

  /** A device in a state without a loan; in transit it is on its way to the other school. */
  Device device(School home, String state) throws SQLException {
    long id = next("device");
    UUID publicId = UUID.randomUUID();
    String tag = String.format("T-%03d%03d", number, ++devices);
    boolean moving = state.equals("IN_TRANSIT");
    run(
        "insert into device (id, public_id, authority_id, model_id, asset_tag, serial, state,"
            + " home_school_id, place_school_id, default_storage, storage, transit_from_school_id,"
            + " transit_to_school_id, transit_sent_at, police_report, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'B12', 'B12', ?, ?, ?, ?, utc_timestamp(6))",
        id,
        publicId.toString(),
        authority,
        model,
        tag,
        "SN" + tag.replace("-", ""),
        state,
        home.id(),
        home.id(),
        moving ? home.id() : null,
        moving ? (home == here ? there.id() : here.id()) : null,
        moving ? LocalDateTime.of(2026, 1, 5, 8, 0) : null,
        state.equals("STOLEN") ? "PV 2026/1234" : null);
    return new Device(id, publicId, tag);
  }

  /** Makes a device one of a model that counts in a limit of its own. */
  void ofAnotherCategory(Device device) throws SQLException {
    long other = next("device_model");
    run(
        "insert into device_model (id, public_id, authority_id, name, category) values (?, uuid(),"
            + " ?, 'Calculatrice', 'CALCULATOR')",
        other,
        authority);
    run("update device set model_id = ? where id = ?", other, device.id());
  }

  Pupil pupil(School school, String givenName) throws SQLException {
    long id = next("pupil");
    UUID publicId = UUID.randomUUID();
    run(
        "insert into pupil (id, public_id, authority_id, school_id, class_id, source, external_id,"
            + " family_name, given_name, search_name, card_code)"
            + " values (?, ?, ?, ?, ?, 'AAF', ?, 'Essai', ?, 'essai', ?)",
        id,
        publicId.toString(),
        authority,
        school.id(),
        school.classId(),
        "E" + id,
        givenName,
        "CARD" + id);
    run("insert into pupil_class (pupil_id, class_id) values (?, ?)", id, school.classId());
    return new Pupil(id, publicId);
  }

  /** Lends a device of the town's, long ago. */
  long lend(Device device, Pupil pupil, School issuer) throws SQLException {
    return lend(device, pupil, issuer, "OPEN", "ON_LOAN");
  }

  long lend(Device device, Pupil pupil, School issuer, String loanState, String deviceState)
      throws SQLException {
    long id = next("loan");
    run(
        "insert into loan (id, public_id, authority_id, device_id, pupil_id, school_id, category,"
            + " state, checked_out_at, checked_out_by)"
            + " values (?, uuid(), ?, ?, ?, ?, 'LAPTOP', ?, '2026-01-05 08:00:00', 'Essai')",
        id,
        authority,
        device.id(),
        pupil.id(),
        issuer.id(),
        loanState);
    run(
        "update device set state = ?, open_loan_id = ?, storage = null where id = ?",
        deviceState,
        id,
        device.id());
    return id;
  }

  /** An incident with a device, by which policy gives its pupil nothing at all until it is over. */
  void block(Pupil pupil, Device device) throws SQLException {
    run(
        "insert into incident (id, public_id, authority_id, school_id, device_id, category,"
            + " pupil_id, kind, state, happened_on, declared_at, declared_by, decided_at,"
            + " decided_by, blocks_new_loan) values (?, uuid(), ?, ?, ?, 'LAPTOP', ?, 'THEFT',"
            + " 'DECIDED', '2026-01-06', utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai',"
            + " true)",
        next("incident"),
        authority,
        here.id(),
        device.id(),
        pupil.id());
  }

  /** Loans of a device that ended long ago. */
  void history(Device device, Pupil pupil, int loans) throws SQLException {
    for (int i = 0; i < loans; i++) {
      run(
          "insert into loan (id, public_id, authority_id, device_id, pupil_id, school_id, category,"
              + " state, checked_out_at, checked_out_by, returned_at)"
              + " values (?, uuid(), ?, ?, ?, ?, 'LAPTOP', 'CLOSED', '2025-01-05 08:00:00',"
              + " 'Essai', '2025-01-06 08:00:00')",
          next("loan"),
          authority,
          device.id(),
          pupil.id(),
          here.id());
    }
  }

  Caller agent(School school) {
    return caller("Zoé Agent", new HeldRole(Role.LOAN_AGENT, school.id()));
  }

  Caller manager(School school) {
    return caller("Max Responsable", new HeldRole(Role.LOAN_MANAGER, school.id()));
  }

  Caller region() {
    return caller("Rita Région", new HeldRole(Role.REGION_MANAGER, null));
  }

  /**
   * Somebody with an account and a grant, whom work in the background finds again.
   *
   * @param school where the role is held; null for the whole authority
   */
  Caller account(String name, Role role, School school) throws SQLException {
    long id = next("account");
    UUID publicId = UUID.randomUUID();
    Long where = school == null ? null : school.id();
    run(
        "insert into account (id, public_id, authority_id, login, display_name, created_at)"
            + " values (?, ?, ?, ?, ?, utc_timestamp(6))",
        id,
        publicId.toString(),
        authority,
        "agent" + id,
        name);
    run(
        "insert into role_grant (id, public_id, account_id, role, school_id, granted_at,"
            + " granted_by) values (next value for role_grant_seq, uuid(), ?, ?, ?,"
            + " utc_timestamp(6), 'essai')",
        id,
        role.name(),
        where);
    return new Caller(id, publicId, name, authority, Set.of(new HeldRole(role, where)), null, null);
  }

  private Caller caller(String name, HeldRole role) {
    long account = 900_000_000L + COUNT.incrementAndGet();
    return new Caller(account, UUID.randomUUID(), name, authority, Set.of(role), null, null);
  }

  /** A return as the station of a school sends it. */
  ScanRequest checkIn(School school, String code) {
    return scan(ScanMode.CHECK_IN, school, code, null, null);
  }

  ScanRequest checkOut(School school, String code, Pupil pupil) {
    return scan(ScanMode.CHECK_OUT, school, code, pupil, null);
  }

  ScanRequest scan(ScanMode mode, School school, String code, Pupil pupil, String choice) {
    return new ScanRequest(
        UUID.randomUUID(),
        mode,
        school.uai(),
        code,
        pupil == null ? null : pupil.publicId(),
        Instant.parse("2026-11-23T09:42:00Z"),
        null,
        null,
        null,
        choice,
        null,
        false);
  }

  /** An agreement of a pupil that everybody has signed; its database id. */
  long signed(Pupil pupil) throws SQLException {
    run(
        "insert into agreement_text (id, public_id, authority_id, name, number, title, body,"
            + " saved_at, saved_by) values (next value for agreement_text_seq, uuid(), ?, 'T', 1,"
            + " 'T', 'T', utc_timestamp(6), 'Essai')",
        authority);
    run(
        "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id,"
            + " code, issued_at, issued_by, pupil_signed_at, guardian_signed_at)"
            + " select next value for loan_agreement_seq, uuid(), authority_id, ?, ?, id,"
            + " left(uuid(), 11), utc_timestamp(6), 'Essai', utc_timestamp(6), utc_timestamp(6)"
            + " from agreement_text where authority_id = ?",
        here.id(),
        pupil.id(),
        authority);
    return Long.parseLong(
        value("select max(id) from loan_agreement where pupil_id = ?", pupil.id()));
  }

  /** A device on one line: state, place, storage, grade, open loan, last seen by, returned by. */
  String standing(Device device) throws SQLException {
    return value(
        "select concat_ws(' ', state, if(place_school_id = ?, 'here', 'there'),"
            + " coalesce(storage, '-'), condition_grade, if(open_loan_id is null, '-', 'loan'),"
            + " coalesce(transit_to_school_id, '-'), coalesce(last_seen_by, '-'),"
            + " coalesce(last_seen_at, '-'), coalesce(last_returned_by, '-')) from device"
            + " where id = ?",
        here.id(),
        device.id());
  }

  String state(Device device) throws SQLException {
    return value("select state from device where id = ?", device.id());
  }

  /** The loans of a device, oldest first: state, pupil and why it ended. */
  List<String> loans(Device device) throws SQLException {
    return column(
        "select concat_ws(' ', l.state, p.given_name, l.closing_reason) from loan l"
            + " join pupil p on p.id = l.pupil_id where l.device_id = ? order by l.id",
        device.id());
  }

  /** What the journal says of a device. */
  List<String> journal(Device device) throws SQLException {
    return column(
        "select action from journal_entry where subject_type = 'DEVICE' and subject_id = ?"
            + " order by id",
        device.id());
  }
}
