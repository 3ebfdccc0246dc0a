package fr.gestmat.directory.control.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What an import leaves in the journal for one school: a line for each pupil that changed, and one
 * line alone for a school that is loaded for the first time.
 */
final class SchoolJournal {

  private static final String JOURNAL =
      "insert into journal_entry (id, authority_id, school_id, happened_at, actor_name, action,"
          + " subject_type, subject_id, pupil_id, detail) ";

  private final Connection connection;
  private final ImportSet set;
  private final String actor;
  private final Instant now;

  SchoolJournal(Connection connection, ImportSet set, String actor, Instant now) {
    this.connection = connection;
    this.set = set;
    this.actor = actor;
    this.now = now;
  }

  /** The school had no pupil before: one line. */
  void firstLoad(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        JOURNAL
            + "select nextval(journal_entry_seq), ?, ?, ?, ?, 'SCHOOL_LOADED', 'SCHOOL', ?, null,"
            + " json_object('import', ?, 'school', ?, 'pupils', (select count(*) from pupil where"
            + " school_id = ?))",
        set.authorityId(),
        school,
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        actor,
        school,
        set.importId(),
        uai,
        school);
  }

  /** Before and after, one line for each pupil; to be called before anything is written. */
  void changes(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        JOURNAL
            + "select nextval(journal_entry_seq), ?, ?, ?, ?, case when sp.outcome = 'MOVED' then"
            + " 'PUPIL_MOVED' when p.status = 'LEFT' then 'PUPIL_RETURNED' else 'PUPIL_CHANGED'"
            + " end, 'PUPIL', p.id, p.id, json_object('import', ?, 'before', json_object('school',"
            + " s.uai, 'class', c.name, 'name', concat(p.family_name, ' ', p.given_name), 'regime',"
            + " p.boarding_text), 'after', json_object('school', sp.uai, 'class', sp.class_name,"
            + " 'name', concat(sp.family_name, ' ', sp.given_name), 'regime', sp.boarding_text))"
            + " from staged_pupil sp join pupil p on p.id = sp.pupil_id join school s on s.id ="
            + " p.school_id left join school_class c on c.id = p.class_id where sp.import_id = ?"
            + " and sp.uai = ? and sp.outcome in "
            + SchoolApplication.REWRITTEN,
        set.authorityId(),
        school,
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        actor,
        set.importId(),
        set.importId(),
        uai);
    Sql.run(
        connection,
        JOURNAL
            + "select nextval(journal_entry_seq), ?, ?, ?, ?, 'PUPIL_LEFT', 'PUPIL', p.id, p.id,"
            + " json_object('import', ?, 'before', json_object('school', ?, 'class', c.name)) from"
            + " pupil p left join school_class c on c.id = p.class_id "
            + Leaving.JOINS
            + " where p.school_id = ? and p.status = 'ACTIVE' and p.source = ? and ("
            + Leaving.CONDITION
            + ")",
        set.authorityId(),
        school,
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        actor,
        set.importId(),
        uai,
        set.importId(),
        set.importId(),
        school,
        set.source().name(),
        set.whole());
  }

  /** One line for each pupil who came; to be called when they are there. */
  void arrivals(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        JOURNAL
            + "select nextval(journal_entry_seq), ?, ?, ?, ?, 'PUPIL_ADDED', 'PUPIL', p.id, p.id,"
            + " json_object('import', ?, 'after', json_object('school', sp.uai, 'class',"
            + " sp.class_name)) from staged_pupil sp join pupil p on p.authority_id = ? and"
            + " p.source = ? and p.external_id = sp.external_id where sp.import_id = ? and sp.uai ="
            + " ? and sp.outcome = 'NEW'",
        set.authorityId(),
        school,
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        actor,
        set.importId(),
        set.authorityId(),
        set.source().name(),
        set.importId(),
        uai);
  }
}
