package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedPlace;
import fr.gestmat.directory.control.feed.ProblemKind;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Compares a staged set with the directory, as sets: what would change in each school, and what a
 * person should know. Nothing of the directory changes.
 */
public final class SetComparison {

  private final Connection connection;
  private final ImportSet set;

  /**
   * Prepares a comparison.
   *
   * @param connection without auto-commit; the caller commits
   */
  public SetComparison(Connection connection, ImportSet set) {
    this.connection = connection;
    this.set = set;
  }

  /** Writes the schools' lines and the rest of the report; replaces those of an earlier run. */
  public void run(SetCounts counts) throws SQLException {
    Sql.run(connection, "delete from directory_import_school where import_id = ?", set.importId());
    schools();
    pupilsOfSchools();
    leaving();
    try (ProblemRows problems = new ProblemRows(connection, set.importId())) {
      problems.resume();
      tell(problems, counts);
      problems.flush();
    }
  }

  /**
   * The schools of the set and those of the authority that have pupils. While the authority has no
   * school at all, this is its first import, and every school with pupils is proposed; later a
   * school that is not on the list stays out unless somebody accepts it.
   */
  private void schools() throws SQLException {
    boolean first =
        Sql.number(
                connection, "select count(*) from school where authority_id = ?", set.authorityId())
            == 0;
    boolean noPupils =
        Sql.all(
                connection,
                row -> row.getInt(1),
                "select 1 from staged_pupil where import_id = ? limit 1",
                set.importId())
            .isEmpty();
    Sql.run(
        connection,
        "insert into directory_import_school (import_id, uai, name, standing) select ss.import_id,"
            + " ss.uai, min(ss.name), case when exists (select 1 from school s where"
            + " s.authority_id = ? and s.uai = ss.uai and s.status = 'ACCEPTED') then 'OURS' when"
            + " ? and ((? and max(ss.replacement_zone) = 0) or exists (select 1 from staged_pupil"
            + " sp where sp.import_id = ss.import_id and sp.uai = ss.uai)) then 'ASKED' else"
            + " 'OTHER' end from staged_school ss where ss.import_id = ? group by ss.import_id,"
            + " ss.uai",
        set.authorityId(),
        first,
        noPupils,
        set.importId());
    Sql.run(
        connection,
        "insert ignore into directory_import_school (import_id, uai, name, standing) select ?,"
            + " s.uai, s.name, 'OURS' from school s where s.authority_id = ? and s.status ="
            + " 'ACCEPTED'",
        set.importId(),
        set.authorityId());
  }

  private void pupilsOfSchools() throws SQLException {
    Sql.run(
        connection,
        "update directory_import_school d join (select uai, count(*) as pupils, sum(outcome ="
            + " 'NEW') as fresh, sum(outcome = 'CHANGED') as changed, sum(outcome = 'MOVED') as"
            + " moved, sum(outcome = 'UNCHANGED') as same from staged_pupil where import_id = ?"
            + " and uai is not null group by uai) x on x.uai = d.uai set d.pupils = x.pupils,"
            + " d.pupils_new = x.fresh, d.pupils_changed = x.changed, d.pupils_moved = x.moved,"
            + " d.pupils_unchanged = x.same where d.import_id = ?",
        set.importId(),
        set.importId());
  }

  private void leaving() throws SQLException {
    Sql.run(
        connection,
        "update directory_import_school d join (select s.uai, count(*) as active, sum("
            + Leaving.CONDITION
            + ") as leaving from school s join pupil p on p.school_id = s.id and p.status ="
            + " 'ACTIVE' and p.source = ? "
            + Leaving.JOINS
            + " where s.authority_id = ? group by s.uai) x on x.uai = d.uai set d.pupils_before ="
            + " x.active, d.pupils_left = x.leaving where d.import_id = ? and d.standing = 'OURS'",
        set.whole(),
        set.source().name(),
        set.importId(),
        set.importId(),
        set.authorityId(),
        set.importId());
  }

  private void tell(ProblemRows problems, SetCounts counts) throws SQLException {
    if (counts.linkCodesMixed()) {
      problems.add(
          ProblemKind.LINK_CODES_MIXED, new FeedPlace("", 0), counts.linkCodes().name(), "", null);
    }
    problems.addAll(
        ProblemKind.SCHOOL_NOT_OURS,
        "select d.uai, coalesce(min(ss.file_name), '') as file_name, coalesce(min(ss.line), 0) as"
            + " line, d.name as subject, cast(d.pupils as char) as detail from"
            + " directory_import_school d left join staged_school ss on ss.import_id ="
            + " d.import_id and ss.uai = d.uai where d.import_id = ? and d.standing = 'OTHER'"
            + " group by d.uai, d.name, d.pupils",
        set.importId());
    problems.addAll(
        ProblemKind.GUARDIAN_MISSING,
        "select sp.uai, sp.file_name, sp.line, l.guardian_external_id as subject,"
            + " sp.external_id as detail from staged_guardianship l join staged_pupil sp on"
            + " sp.import_id = l.import_id and sp.external_id = l.pupil_external_id left join"
            + " staged_guardian sg on sg.import_id = l.import_id and sg.external_id ="
            + " l.guardian_external_id left join guardian g on g.authority_id = ? and g.source = ?"
            + " and g.external_id = l.guardian_external_id where l.import_id = ? and"
            + " sg.external_id is null and g.id is null",
        set.authorityId(),
        set.source().name(),
        set.importId());
    problems.addAll(
        ProblemKind.GUARDIAN_UNLINKED,
        "select null as uai, sg.file_name, sg.line, concat_ws(' ', sg.external_id,"
            + " coalesce(sg.family_name, g.family_name), coalesce(sg.given_name, g.given_name)) as"
            + " subject, '' as detail from staged_guardian sg left join staged_guardianship l on"
            + " l.import_id = sg.import_id and l.guardian_external_id = sg.external_id left join"
            + " guardian g on g.authority_id = ? and g.source = ? and g.external_id ="
            + " sg.external_id where sg.import_id = ? and l.import_id is null",
        set.authorityId(),
        set.source().name(),
        set.importId());
  }

  /** How many guardians of the set have this outcome. */
  public int guardians(String outcome) throws SQLException {
    return (int)
        Sql.number(
            connection,
            "select count(*) from staged_guardian where import_id = ? and outcome = ?",
            set.importId(),
            outcome);
  }
}
