package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.FeedGrade;
import fr.gestmat.directory.control.feed.FeedGuardian;
import fr.gestmat.directory.control.feed.FeedProblem;
import fr.gestmat.directory.control.feed.FeedPupil;
import fr.gestmat.directory.control.feed.FeedRecord;
import fr.gestmat.directory.control.feed.FeedSchool;
import fr.gestmat.directory.control.feed.FeedSink;
import fr.gestmat.directory.control.feed.FeedStaff;
import fr.gestmat.directory.control.feed.ProblemKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Puts the records of a set into the staging tables as they are read, each with what would happen
 * to it. Rows go in by the hundred; every few thousand are committed, so that neither memory nor
 * the undo log grows with the set. Staging changes nothing of the directory.
 */
public final class SetStage implements FeedSink, AutoCloseable {

  private static final int COMMIT_EVERY = 5_000;

  private final Connection connection;
  private final ProblemRows problems;
  private final SchoolStage schools;
  private final PupilStage pupils;
  private final GuardianStage guardians;
  private final StaffStage staff;
  private final RowBatch grades;
  private final ImportSet set;
  private final Runnable pulse;
  private int sinceCommit;
  private int gradeCount;
  private boolean refused;

  /**
   * Opens the stage and clears what an earlier, interrupted staging of this set left there.
   *
   * @param connection without auto-commit; this class commits
   * @param pulse called now and then, to say how far the reading is
   */
  public SetStage(Connection connection, ImportSet set, Runnable pulse) throws SQLException {
    this.connection = connection;
    this.set = set;
    this.pulse = pulse;
    StagedRows.clear(connection, set.importId(), true);
    this.problems = new ProblemRows(connection, set.importId());
    this.schools = new SchoolStage(connection, set, problems);
    this.pupils = new PupilStage(connection, set, problems, schools);
    this.guardians = new GuardianStage(connection, set, problems);
    this.staff = new StaffStage(connection, set, problems, schools);
    this.grades =
        RowBatch.keepingFirst(connection, "staged_grade (import_id, mef_code, label)", 3, 200);
  }

  @Override
  public void record(FeedRecord found) {
    try {
      if (found instanceof FeedPupil pupil) {
        pupils.add(pupil);
      } else if (found instanceof FeedGuardian guardian) {
        guardians.add(guardian);
      } else if (found instanceof FeedSchool school) {
        schools.add(school);
      } else if (found instanceof FeedStaff member) {
        staff.add(member);
      } else if (found instanceof FeedGrade grade) {
        grades.add(set.importId(), grade.key(), grade.label());
        gradeCount++;
      }
      if (++sinceCommit >= COMMIT_EVERY) {
        commit();
      }
    } catch (SQLException e) {
      throw new StagingFailure(e);
    }
  }

  @Override
  public void problem(FeedProblem found) {
    try {
      refused |= found.kind().severity() == ProblemKind.Severity.FILE;
      problems.add(found, schools.uai(found.schoolKey()).orElse(null));
    } catch (SQLException e) {
      throw new StagingFailure(e);
    }
  }

  /** Every file was read: sends what is left. */
  public SetCounts finish() throws SQLException {
    pupils.flush();
    guardians.flush();
    staff.flush();
    schools.flush();
    grades.flush();
    stageGradesOfPupils();
    problems.flush();
    connection.commit();
    return new SetCounts(
        pupils.count(),
        guardians.count(),
        staff.count(),
        pupils.links(),
        gradeCount,
        pupils.linkCodes(),
        pupils.linkCodesMixed());
  }

  /** A pupil's grade is kept even when no list names it, with the label of the pupil's record. */
  private void stageGradesOfPupils() throws SQLException {
    Set<String> listed = listedGrades();
    for (Map.Entry<String, FeedPupil> grade : pupils.grades().entrySet()) {
      if (listed.contains(grade.getKey())) {
        continue;
      }
      FeedPupil pupil = grade.getValue();
      String label = pupil.gradeLabel().orElse(grade.getKey());
      problems.add(
          ProblemKind.GRADE_UNKNOWN,
          pupil.place(),
          grade.getKey() + " " + label,
          "",
          schools.uai(pupil.schoolKey()).orElse(null));
      grades.add(set.importId(), grade.getKey(), label);
    }
    grades.flush();
  }

  private Set<String> listedGrades() throws SQLException {
    Set<String> listed = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select mef_code from staged_grade where import_id = ? union select mef_code from"
                + " grade where authority_id = ?")) {
      statement.setLong(1, set.importId());
      statement.setLong(2, set.authorityId());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          listed.add(rows.getString(1));
        }
      }
    }
    return listed;
  }

  /** Whether a file cannot be read, so that the set as a whole must not go in. */
  public boolean isRefused() {
    return refused;
  }

  private void commit() throws SQLException {
    connection.commit();
    sinceCommit = 0;
    pulse.run();
  }

  @Override
  public void close() throws SQLException {
    pupils.close();
    guardians.close();
    staff.close();
    grades.close();
    problems.close();
  }
}
