package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.LinkCodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Brings one school up to date, in the caller's one transaction: a school is whole or untouched. A
 * fixed number of statements, whatever the number of pupils.
 */
public final class SchoolApplication {

  static final String REWRITTEN = "('CHANGED', 'MOVED')";

  private final Connection connection;
  private final ImportSet set;
  private final LinkCodes linkCodes;
  private final SchoolJournal journal;
  private final Instant now;

  /**
   * Prepares to apply schools of a set.
   *
   * @param linkCodes the form of the set's links
   * @param actor who confirmed the import, for the journal
   * @param now the moment written in the journal
   */
  public SchoolApplication(
      Connection connection, ImportSet set, LinkCodes linkCodes, String actor, Instant now) {
    this.connection = connection;
    this.set = set;
    this.linkCodes = linkCodes;
    this.journal = new SchoolJournal(connection, set, actor, now);
    this.now = now;
  }

  /**
   * What changed in a school.
   *
   * @param schoolId the school
   * @param firstLoad whether it had no pupil before
   * @param moved pupils who came from another school of the authority
   * @param left pupils who are not pupils of the school any more
   * @param returned pupils who had left and are pupils of the school now
   */
  public record Applied(
      long schoolId, boolean firstLoad, List<Long> moved, List<Long> left, List<Long> returned) {}

  /**
   * Applies a school, once: of two servers that both believe to hold the work, the second waits for
   * the first and then finds nothing to do.
   *
   * @param uai its code; it exists and is accepted
   * @param today the day in the authority's time zone, from which leavers have left
   * @return what changed, nothing if the school had been applied before
   */
  public Optional<Applied> apply(String uai, LocalDate today) throws SQLException {
    boolean todo =
        Sql.number(
                connection,
                "select applied_at is null from directory_import_school where import_id = ? and uai"
                    + " = ? for update",
                set.importId(),
                uai)
            == 1;
    return todo ? Optional.of(applyNow(uai, today)) : Optional.empty();
  }

  private Applied applyNow(String uai, LocalDate today) throws SQLException {
    long school =
        Sql.number(
            connection,
            "select id from school where authority_id = ? and uai = ?",
            set.authorityId(),
            uai);
    boolean first =
        Sql.all(
                connection,
                row -> row.getInt(1),
                "select 1 from pupil where school_id = ? limit 1",
                school)
            .isEmpty();
    Sql.run(
        connection,
        "insert into school_class (id, public_id, school_id, name) select"
            + " nextval(school_class_seq), uuid(), ?, sc.name from staged_class sc left join"
            + " school_class c on c.school_id = ? and c.name = sc.name where sc.import_id = ? and"
            + " sc.uai = ? and c.id is null",
        school,
        school,
        set.importId(),
        uai);
    List<Long> moved = moved(uai);
    List<Long> returned = returned(uai);
    List<Long> left = leaving(school);
    journal.changes(school, uai);
    leave(left, school, today);
    rewrite(school, uai);
    add(school, uai);
    new PupilRelations(connection, set, linkCodes).write(school, uai);
    if (first) {
      journal.firstLoad(school, uai);
    } else {
      journal.arrivals(school, uai);
    }
    Sql.run(
        connection,
        "update directory_import_school set applied_at = ? where import_id = ? and uai = ?",
        LocalDateTime.ofInstant(now, ZoneOffset.UTC),
        set.importId(),
        uai);
    return new Applied(school, first, moved, left, returned);
  }

  private List<Long> moved(String uai) throws SQLException {
    return Sql.all(
        connection,
        row -> row.getLong(1),
        "select pupil_id from staged_pupil where import_id = ? and uai = ? and outcome = 'MOVED'"
            + " order by pupil_id",
        set.importId(),
        uai);
  }

  private List<Long> returned(String uai) throws SQLException {
    return Sql.all(
        connection,
        row -> row.getLong(1),
        "select p.id from staged_pupil sp join pupil p on p.id = sp.pupil_id where sp.import_id = ?"
            + " and sp.uai = ? and sp.outcome = 'CHANGED' and p.status = 'LEFT' order by p.id",
        set.importId(),
        uai);
  }

  private List<Long> leaving(long school) throws SQLException {
    return Sql.all(
        connection,
        row -> row.getLong(1),
        "select p.id from pupil p "
            + Leaving.JOINS
            + " where p.school_id = ? and p.status = 'ACTIVE' and p.source = ? and ("
            + Leaving.CONDITION
            + ") order by p.id",
        set.importId(),
        set.importId(),
        school,
        set.source().name(),
        set.whole());
  }

  private void leave(List<Long> left, long school, LocalDate today) throws SQLException {
    if (left.isEmpty()) {
      return;
    }
    // What was known is forgotten, so that a pupil who comes back is always written again.
    Sql.run(
        connection,
        "update pupil p left join staged_pupil sp on sp.import_id = ? and sp.external_id ="
            + " p.external_id set p.status = 'LEFT', p.left_on = coalesce(sp.left_on, ?),"
            + " p.content_hash = null, p.version = p.version + 1 where p.school_id = ? and p.id in"
            + " ("
            + "?,".repeat(left.size() - 1)
            + "?)",
        withHead(left, set.importId(), today, school));
  }

  private static Object[] withHead(List<Long> tail, Object... head) {
    Object[] all = new Object[head.length + tail.size()];
    System.arraycopy(head, 0, all, 0, head.length);
    for (int i = 0; i < tail.size(); i++) {
      all[head.length + i] = tail.get(i);
    }
    return all;
  }

  private void rewrite(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        "update staged_pupil sp join pupil p on p.id = sp.pupil_id left join school_class c on"
            + " c.school_id = ? and c.name = sp.class_name left join grade g on g.authority_id = ?"
            + " and g.mef_code = sp.mef_code set p.school_id = ?, p.class_id = c.id, p.grade_id ="
            + " g.id, p.ine = sp.ine, p.family_name = sp.family_name, p.given_name ="
            + " sp.given_name, p.birth_date = sp.birth_date, p.boarding_status ="
            + " sp.boarding_status, p.meals_a_week = sp.meals_a_week, p.boarding_text ="
            + " sp.boarding_text, p.search_name = sp.search_name, p.status = 'ACTIVE', p.left_on ="
            + " null, p.content_hash = sp.content_hash, p.version = p.version + 1 where"
            + " sp.import_id = ? and sp.uai = ? and sp.outcome in "
            + REWRITTEN,
        school,
        set.authorityId(),
        school,
        set.importId(),
        uai);
  }

  private void add(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        "insert into pupil (id, public_id, authority_id, school_id, class_id, grade_id, source,"
            + " external_id, ine, family_name, given_name, birth_date, boarding_status,"
            + " meals_a_week, boarding_text, search_name, content_hash) select nextval(pupil_seq),"
            + " sp.public_id, ?, ?, c.id, g.id, ?, sp.external_id, sp.ine, sp.family_name,"
            + " sp.given_name, sp.birth_date, sp.boarding_status, sp.meals_a_week,"
            + " sp.boarding_text, sp.search_name, sp.content_hash from staged_pupil sp left join"
            + " school_class c on c.school_id = ? and c.name = sp.class_name left join grade g on"
            + " g.authority_id = ? and g.mef_code = sp.mef_code where sp.import_id = ? and sp.uai"
            + " = ? and sp.outcome = 'NEW'",
        set.authorityId(),
        school,
        set.source().name(),
        school,
        set.authorityId(),
        set.importId(),
        uai);
  }
}
