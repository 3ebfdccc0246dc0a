package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.ProblemKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and marks the rows of an import's report. */
@ApplicationScoped
public class ImportReports {

  private static final int FETCH = 500;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** Takes a row of the report. */
  public interface Reader<T> {
    /** Makes a value of the row. */
    T read(ResultSet row) throws SQLException;
  }

  /** Takes a row that is not kept. */
  public interface RowTaker {
    /** Takes the row, whose columns stand in the order of the query. */
    void take(ResultSet row) throws SQLException, java.io.IOException;
  }

  /**
   * Pupils and schools of the set, summed up in one row.
   *
   * @param decided whether somebody decided: schools whose leavers nobody confirmed stay as they
   *     are
   */
  public <T> T totals(long importId, boolean decided, Reader<T> reader) {
    String goesIn =
        "case when standing <> 'OTHER' and not (? and not leaving_confirmed and "
            + Leaving.MANY
            + ") then ";
    return query(
            reader,
            Stream.of("new", "changed", "moved", "left", "unchanged")
                .map(what -> "coalesce(sum(" + goesIn + "pupils_" + what + " end), 0)")
                .collect(
                    Collectors.joining(
                        ", ",
                        "select ",
                        ", coalesce(sum(standing = 'OURS'), 0), coalesce(sum(standing = 'ASKED'),"
                            + " 0), coalesce(sum(standing = 'OTHER'), 0), coalesce(sum(standing ="
                            + " 'OURS' and not leaving_confirmed and "
                            + Leaving.MANY
                            + "), 0) from directory_import_school where import_id = ?")),
            decided,
            decided,
            decided,
            decided,
            decided,
            importId)
        .get(0);
  }

  /** How many lines of each kind: kind and number. */
  public <T> List<T> problemCounts(long importId, Reader<T> reader) {
    return query(
        reader,
        "select kind, count(*) from directory_import_problem where import_id = ? group by kind",
        importId);
  }

  /** The files of a set: name and bytes. */
  public <T> List<T> files(long importId, Reader<T> reader) {
    return query(
        reader,
        "select file_name, byte_count from directory_import_file where import_id = ? order by"
            + " position",
        importId);
  }

  /** Columns of a school's line, in the order that readers expect. */
  private static final String SCHOOL =
      "select uai, name, standing, pupils, pupils_before, pupils_new, pupils_changed,"
          + " pupils_moved, pupils_left, "
          + Leaving.MANY
          + ", leaving_confirmed, applied_at is not null from directory_import_school where"
          + " import_id = ? ";

  /** The schools that somebody has to decide about. */
  public <T> List<T> schoolsToDecide(long importId, Reader<T> reader) {
    return query(
        reader,
        SCHOOL
            + "and (standing = 'ASKED' or (standing = 'OTHER' and pupils > 0) or (standing = 'OURS'"
            + " and "
            + Leaving.MANY
            + ")) order by standing = 'OURS' desc, name, uai",
        importId);
  }

  /** The schools of the report after a code, at most so many. */
  public <T> List<T> schools(long importId, String after, int most, Reader<T> reader) {
    return query(reader, SCHOOL + "and uai > ? order by uai limit ?", importId, after, most);
  }

  /** Lines of the report after a position, of one kind or of all, at most so many. */
  public <T> List<T> problems(
      long importId, @Nullable String kind, int after, int most, Reader<T> reader) {
    return query(
        reader,
        PROBLEM + "and position > ? and (? is null or kind = ?) order by position limit ?",
        importId,
        after,
        kind,
        kind,
        most);
  }

  private static final String PROBLEM =
      "select position, kind, uai, file_name, line, subject, detail from directory_import_problem"
          + " where import_id = ? ";

  /** Every line of the report, one after the other; nothing is kept in memory. */
  public void eachProblem(long importId, RowTaker taker) throws SQLException, java.io.IOException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(PROBLEM + "order by position")) {
      statement.setFetchSize(FETCH);
      statement.setLong(1, importId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }

  /** Notes whether a school that is not on the list goes in. */
  public void accept(long importId, String uai, boolean accepted) {
    change(
        "update directory_import_school set standing = ? where import_id = ? and uai = ? and"
            + " standing <> 'OURS'",
        accepted ? "ASKED" : "OTHER",
        importId,
        uai);
    if (accepted) {
      // It does not stay out any more.
      change(
          "delete from directory_import_problem where import_id = ? and uai = ? and kind = ?",
          importId,
          uai,
          ProblemKind.SCHOOL_NOT_OURS.name());
    }
  }

  /** Notes that somebody confirmed that many pupils leave a school. */
  public void confirmLeaving(long importId, String uai) {
    change(
        "update directory_import_school set leaving_confirmed = true where import_id = ? and uai ="
            + " ?",
        importId,
        uai);
  }

  private void change(String sql, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      Sql.run(connection, sql, parameters);
    } catch (SQLException e) {
      throw new StagingFailure(e);
    }
  }

  private <T> List<T> query(Reader<T> reader, String sql, @Nullable Object... parameters) {
    try (Connection connection = database.getConnection()) {
      return Sql.all(connection, reader::read, sql, parameters);
    } catch (SQLException e) {
      throw new StagingFailure(e);
    }
  }
}
