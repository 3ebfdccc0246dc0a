package fr.gestmat.lending.control.sheet;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The lines of a sheet with what becomes of each, as pages and batches read them. */
@ApplicationScoped
public class SheetLines {

  /** Lines on a page. */
  public static final int PAGE = 50;

  @Inject private ReadModel database;

  /**
   * A line.
   *
   * @param number line of the file
   * @param content what the file says, as JSON of its kind
   * @param outcome what becomes or became of it
   * @param reason why it is refused or waits
   * @param note what somebody wrote who settled it
   * @param school database id of the school
   * @param pupil database id of the pupil
   */
  public record Line(
      int number,
      String content,
      String outcome,
      Optional<String> reason,
      Optional<String> note,
      Optional<Long> school,
      Optional<Long> pupil) {}

  /**
   * A line to write.
   *
   * @param number line of the file
   * @param tag asset tag, empty if the file gives none
   * @param content as JSON
   * @param outcome what becomes of it
   * @param reason why it is refused or waits
   * @param school database id of the school, 0 if unknown
   * @param pupil database id of the pupil, 0 for none
   */
  public record Judged(
      int number,
      String tag,
      String content,
      Enum<?> outcome,
      Optional<? extends Enum<?>> reason,
      long school,
      long pupil) {}

  /** How many lines there are of each outcome. */
  public Map<String, Long> counts(long sheet) {
    Map<String, Long> counts = new TreeMap<>();
    database
        .list(
            new SqlText()
                .add("select outcome, count(*) n from device_sheet_row")
                .add("where sheet_id = ? group by outcome", sheet),
            row -> Map.entry(row.text("outcome"), row.number("n")))
        .forEach(c -> counts.put(c.getKey(), c.getValue()));
    return counts;
  }

  /** Lines of an outcome after a line, at most {@code most}. */
  public List<Line> page(long sheet, String outcome, int afterLine, int most) {
    return database.list(
        select(sheet)
            .add("and r.outcome = ? and r.line > ?", outcome, afterLine)
            .add("order by r.line limit ?", most),
        SheetLines::read);
  }

  /** One line. */
  public Optional<Line> find(long sheet, int line) {
    return database.first(select(sheet).add("and r.line = ?", line), SheetLines::read);
  }

  /** Says what became of a line, if it still stands at {@code from}; 0 keeps the pupil. */
  public boolean move(long sheet, int line, String from, String to, long pupil, String note) {
    return database.write(
            new SqlText()
                .add("update device_sheet_row set outcome = ?,", to)
                .add("pupil_id = coalesce(nullif(?, 0), pupil_id),", pupil)
                .add("note = nullif(?, '')", note)
                .add("where sheet_id = ? and line = ? and outcome = ?", sheet, line, from))
        == 1;
  }

  /** Refuses a line that somebody else's work overtook. */
  public void refuse(long sheet, int line, Enum<?> reason) {
    database.write(
        new SqlText()
            .add("update device_sheet_row set outcome = 'REFUSED', reason = ?", reason)
            .add("where sheet_id = ? and line = ?", sheet, line));
  }

  /** How many devices were created in each school. */
  public Map<Long, Long> createdBySchool(long sheet) {
    Map<Long, Long> counts = new TreeMap<>();
    database
        .list(
            new SqlText()
                .add("select school_id, count(*) n from device_sheet_row where sheet_id = ?", sheet)
                .add("and outcome = 'CREATED' and school_id is not null group by school_id"),
            row -> Map.entry(row.number("school_id"), row.number("n")))
        .forEach(c -> counts.put(c.getKey(), c.getValue()));
    return counts;
  }

  /** Forgets the lines, to read them again. */
  void clear(long sheet) {
    database.write(new SqlText().add("delete from device_sheet_row where sheet_id = ?", sheet));
  }

  /** Writes some lines with their verdicts. */
  void add(long sheet, List<Judged> judged) {
    SqlText sql =
        new SqlText()
            .add("insert into device_sheet_row")
            .add("(sheet_id, line, outcome, reason, tag, content, school_id, pupil_id) values");
    String comma = "";
    for (Judged line : judged) {
      sql.add(comma)
          .add("(?, ?, ?,", sheet, line.number(), line.outcome())
          .add("nullif(?, ''),", line.reason().map(Enum::name).orElse(""))
          .add("?, ?,", line.tag(), line.content())
          .add("nullif(?, 0), nullif(?, 0))", line.school(), line.pupil());
      comma = ",";
    }
    database.write(sql);
  }

  private static SqlText select(long sheet) {
    return new SqlText()
        .add("select r.line, r.outcome, r.reason, r.note, r.content, r.school_id, r.pupil_id")
        .add("from device_sheet_row r where r.sheet_id = ?", sheet);
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        (int) row.number("line"),
        row.text("content"),
        row.text("outcome"),
        row.maybeText("reason"),
        row.maybeText("note"),
        row.maybeNumber("school_id"),
        row.maybeNumber("pupil_id"));
  }
}
