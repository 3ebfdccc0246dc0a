package fr.gestmat.lending.control.takeover;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.sheet.SheetLines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The lines of a takeover as pages and batches read them. */
@ApplicationScoped
public class TakeoverLines {

  @Inject private ReadModel database;
  @Inject private SheetLines lines;

  /**
   * A line.
   *
   * @param row what the file says
   * @param outcome what becomes or became of it
   * @param reason why it is refused or waits
   * @param note what somebody wrote who settled it
   * @param school database id of the school
   * @param pupil database id of the pupil
   */
  public record Line(
      TakeoverRow row,
      String outcome,
      Optional<TakeoverReason> reason,
      Optional<String> note,
      Optional<Long> school,
      Optional<Long> pupil) {

    private static Line of(SheetLines.Line line) {
      return new Line(
          TakeoverRow.read(line.content()),
          line.outcome(),
          line.reason().map(TakeoverReason::valueOf),
          line.note(),
          line.school(),
          line.pupil());
    }
  }

  /** Models that would be created, at most 50. */
  public List<String> newModels(long takeover, long authorityId) {
    return database.list(
        new SqlText()
            .add("select min(r.model) name from (select json_value(content, '$.model') model")
            .add("from device_sheet_row where sheet_id = ?", takeover)
            .add("and outcome in ('NEW', 'UNSETTLED')) r where r.model <> '' and not exists")
            .add("(select 1 from device_model m where m.authority_id = ?", authorityId)
            .add("and m.name = r.model collate utf8mb4_uca1400_ai_ci)")
            .add("group by r.model collate utf8mb4_uca1400_ai_ci order by name limit 50"),
        row -> row.text("name"));
  }

  /** Lines of an outcome after a line, at most {@code most}. */
  public List<Line> page(long takeover, String outcome, int afterLine, int most) {
    return lines.page(takeover, outcome, afterLine, most).stream().map(Line::of).toList();
  }

  /** One line. */
  public Optional<Line> find(long takeover, int line) {
    return lines.find(takeover, line).map(Line::of);
  }
}
