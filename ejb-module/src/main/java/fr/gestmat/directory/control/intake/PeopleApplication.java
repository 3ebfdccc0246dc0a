package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.LinkCodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What belongs to no single school: schools, grades, guardians, staff, and links that waited for a
 * guardian. Every step can be done again without harm.
 */
public final class PeopleApplication {

  private static final int AT_ONCE = 4_000;

  private final Connection connection;
  private final ImportSet set;

  /** Prepares to write in the caller's transaction. */
  public PeopleApplication(Connection connection, ImportSet set) {
    this.connection = connection;
    this.set = set;
  }

  /** Writes the schools that are ours or were accepted, and the grades. */
  public void schoolsAndGrades() throws SQLException {
    Sql.run(
        connection,
        "update school s join staged_school ss on ss.import_id = ? and ss.uai = s.uai set s.name ="
            + " ss.name, s.type_text = ss.type_text, s.street = ss.street, s.postal_code ="
            + " ss.postal_code, s.town = ss.town, s.phone = ss.phone, s.email = ss.email,"
            + " s.external_id = ss.external_id, s.content_hash = ss.content_hash, s.version ="
            + " s.version + 1 where s.authority_id = ? and s.status = 'ACCEPTED' and"
            + " not (s.content_hash <=> ss.content_hash)",
        set.importId(),
        set.authorityId());
    Sql.run(
        connection,
        "update school s join directory_import_school d on d.import_id = ? and d.uai = s.uai and"
            + " d.standing = 'ASKED' set s.status = 'ACCEPTED', s.version = s.version + 1 where"
            + " s.authority_id = ? and s.status <> 'ACCEPTED'",
        set.importId(),
        set.authorityId());
    Sql.run(
        connection,
        "insert into school (id, public_id, authority_id, uai, name, type_text, street,"
            + " postal_code, town, phone, email, external_id, content_hash) select"
            + " nextval(school_seq), uuid(), ?, ss.uai, ss.name, ss.type_text, ss.street,"
            + " ss.postal_code, ss.town, ss.phone, ss.email, ss.external_id, ss.content_hash from"
            + " staged_school ss join directory_import_school d on d.import_id = ss.import_id and"
            + " d.uai = ss.uai and d.standing = 'ASKED' left join school s on s.authority_id = ?"
            + " and s.uai = ss.uai where ss.import_id = ? and s.id is null",
        set.authorityId(),
        set.authorityId(),
        set.importId());
    Sql.run(
        connection,
        "update grade g join staged_grade sg on sg.import_id = ? and sg.mef_code = g.mef_code set"
            + " g.label = sg.label where g.authority_id = ? and g.label <> sg.label",
        set.importId(),
        set.authorityId());
    Sql.run(
        connection,
        "insert into grade (id, authority_id, mef_code, label) select nextval(grade_seq), ?,"
            + " sg.mef_code, sg.label from staged_grade sg left join grade g on g.authority_id = ?"
            + " and g.mef_code = sg.mef_code where sg.import_id = ? and g.id is null",
        set.authorityId(),
        set.authorityId(),
        set.importId());
  }

  /**
   * Writes some guardians: those that a pupil of our schools names, and those that no pupil of the
   * set names. A guardian of other schools' pupils only is none of our business.
   *
   * @param after the key after which to go on, empty to begin
   * @return the last key looked at; nothing when all are done
   */
  public Optional<String> guardians(String after) throws SQLException {
    List<String> last =
        Sql.all(
            connection,
            row -> row.getString(1),
            "select max(external_id) from (select external_id from staged_guardian where import_id"
                + " = ? and external_id > ? order by external_id limit "
                + AT_ONCE
                + ") some having max(external_id) is not null",
            set.importId(),
            after);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    String upTo = last.get(0);
    String ours =
        " and (exists (select 1 from staged_guardianship l join staged_pupil sp on sp.import_id ="
            + " l.import_id and sp.external_id = l.pupil_external_id join directory_import_school"
            + " d on d.import_id = sp.import_id and d.uai = sp.uai and d.standing <> 'OTHER' where"
            + " l.import_id = sg.import_id and l.guardian_external_id = sg.external_id) or not"
            + " exists (select 1 from staged_guardianship l where l.import_id = sg.import_id and"
            + " l.guardian_external_id = sg.external_id))";
    Sql.run(
        connection,
        "insert ignore into guardian (id, public_id, authority_id, source, external_id, title,"
            + " family_name, given_name, email, phone, mobile, address, postal_code, town,"
            + " country, content_hash) select nextval(guardian_seq), sg.public_id, ?, ?,"
            + " sg.external_id, sg.title, sg.family_name, sg.given_name, sg.email, sg.phone,"
            + " sg.mobile, sg.address, sg.postal_code, sg.town, sg.country, sg.content_hash from"
            + " staged_guardian sg where sg.import_id = ? and sg.external_id > ? and"
            + " sg.external_id <= ? and sg.outcome = 'NEW'"
            + ours,
        set.authorityId(),
        set.source().name(),
        set.importId(),
        after,
        upTo);
    Sql.run(
        connection,
        "update guardian g join staged_guardian sg on sg.import_id = ? and sg.external_id ="
            + " g.external_id set g.title = sg.title, g.family_name = sg.family_name, g.given_name"
            + " = sg.given_name, g.email = sg.email, g.phone = sg.phone, g.mobile = sg.mobile,"
            + " g.address = sg.address, g.postal_code = sg.postal_code, g.town = sg.town,"
            + " g.country = sg.country, g.content_hash = sg.content_hash, g.version = g.version +"
            + " 1 where g.authority_id = ? and g.source = ? and sg.external_id > ? and"
            + " sg.external_id <= ? and sg.outcome = 'CHANGED' and not (g.content_hash <=>"
            + " sg.content_hash)",
        set.importId(),
        set.authorityId(),
        set.source().name(),
        after,
        upTo);
    return Optional.of(upTo);
  }

  /** Writes the staff who work in one of our schools, and where they work. */
  public void staff() throws SQLException {
    String ours =
        " join staged_staff_school f on f.import_id = st.import_id and f.staff_external_id ="
            + " st.external_id join school s on s.authority_id = ? and s.external_id ="
            + " f.school_external_id and s.status = 'ACCEPTED'";
    Sql.run(
        connection,
        "update staff_member m join staged_staff st on st.import_id = ? and st.external_id ="
            + " m.external_id set m.family_name = st.family_name, m.given_name = st.given_name,"
            + " m.email = st.email, m.functions = st.functions, m.content_hash = st.content_hash,"
            + " m.version = m.version + 1 where m.authority_id = ? and m.source = ? and not"
            + " (m.content_hash <=> st.content_hash)",
        set.importId(),
        set.authorityId(),
        set.source().name());
    Sql.run(
        connection,
        "insert into staff_member (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name, email, functions, content_hash) select nextval(staff_member_seq),"
            + " uuid(), ?, ?, x.external_id, x.family_name, x.given_name, x.email, x.functions,"
            + " x.content_hash from (select distinct st.* from staged_staff st"
            + ours
            + " where st.import_id = ?) x left join staff_member m on m.authority_id = ? and"
            + " m.source = ? and m.external_id = x.external_id where m.id is null",
        set.authorityId(),
        set.source().name(),
        set.authorityId(),
        set.importId(),
        set.authorityId(),
        set.source().name());
    Sql.run(
        connection,
        "insert ignore into staff_member_school (staff_member_id, school_id) select m.id, s.id from"
            + " staged_staff st"
            + ours
            + " join staff_member m on m.authority_id = ? and m.source = ? and m.external_id ="
            + " st.external_id where st.import_id = ?",
        set.authorityId(),
        set.authorityId(),
        set.source().name(),
        set.importId());
  }

  /** Ties links that waited to the guardians who arrived; returns how many. */
  public int pendingLinks() throws SQLException {
    return Sql.run(
        connection,
        "update guardianship l join pupil p on p.id = l.pupil_id join guardian g on g.authority_id"
            + " = p.authority_id and g.source = p.source and g.external_id ="
            + " l.guardian_external_id set l.guardian_id = g.id where l.guardian_id is null and"
            + " p.authority_id = ? and p.source = ?",
        set.authorityId(),
        set.source().name());
  }

  /** The condition in SQL under which a staged link gives parental authority. */
  static String legal(LinkCodes codes) {
    return codes == LinkCodes.OLD ? "l.authority_code in (1, 2)" : "l.authority_code = 1";
  }
}
