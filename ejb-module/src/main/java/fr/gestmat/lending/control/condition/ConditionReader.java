package fr.gestmat.lending.control.condition;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.LoanSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.MarkPlace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what was said of a device's condition: four statements, however many loans. */
@ApplicationScoped
public class ConditionReader {

  private static final int LOANS = 5;

  @Inject private ReadModel database;

  /**
   * Damage.
   *
   * @param place where
   * @param words what is seen
   */
  public record Mark(MarkPlace place, String words) {}

  /**
   * A photo.
   *
   * @param id public id
   * @param width in pixels
   * @param height in pixels
   * @param at when it was added
   * @param by by whom
   */
  public record Photo(UUID id, int width, int height, Instant at, String by) {}

  /**
   * One end of a loan.
   *
   * @param grade the condition; empty if nobody said it
   * @param note in words
   * @param at when it was said
   * @param by by whom
   * @param marks damage
   * @param photos photos
   */
  public record Side(
      Optional<ConditionGrade> grade,
      String note,
      Optional<Instant> at,
      Optional<String> by,
      List<Mark> marks,
      List<Photo> photos) {}

  /**
   * A loan with the device's condition at its both ends.
   *
   * @param id public id
   * @param state where it stands
   * @param pupil public id of the pupil
   * @param pupilName the pupil
   * @param schoolClass the pupil's class
   * @param begun when it was handed over
   * @param ended when it came back
   * @param handOver the condition at its beginning
   * @param comeback the condition at its end
   * @param latest whether the device was not lent again since
   */
  public record LoanSides(
      UUID id,
      LoanState state,
      UUID pupil,
      String pupilName,
      Optional<String> schoolClass,
      Instant begun,
      Optional<Instant> ended,
      Side handOver,
      Side comeback,
      boolean latest) {

    /** One of the two. */
    public Side side(KitStep step) {
      return step == KitStep.RETURN ? comeback : handOver;
    }

    /** Whether something can be said of that end now. */
    public boolean isOpen(KitStep step) {
      return step == KitStep.RETURN
          ? state == LoanState.CLOSED && latest
          : state != LoanState.CLOSED;
    }
  }

  private record Report(long key, ConditionGrade grade, String note, Instant at, String by) {}

  /** The latest loans of a device that the caller may see, the latest first. */
  public List<LoanSides> ofDevice(Scope scope, long deviceKey) {
    Map<String, Report> reports = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select id, loan_id, step, grade, note, recorded_at, recorded_by")
                .add(
                    "from condition_report where device_id = ? order by id desc limit 100",
                    deviceKey),
            row ->
                Map.entry(
                    row.number("loan_id") + row.text("step"),
                    new Report(
                        row.number("id"),
                        ConditionGrade.valueOf(row.text("grade")),
                        row.text("note"),
                        row.instant("recorded_at"),
                        row.text("recorded_by"))))
        .forEach(entry -> reports.put(entry.getKey(), entry.getValue()));
    Map<Long, List<Mark>> marks = marks(reports);
    Map<Long, List<Photo>> photos = photos(reports);
    SqlText sql =
        new SqlText()
            .add("select l.id, l.public_id, l.state, u.public_id pupil, u.family_name,")
            .add("u.given_name, c.name class_name, l.checked_out_at, l.checked_out_by,")
            .add("l.checked_out_grade, l.returned_at, l.returned_by, l.returned_grade,")
            .add("l.id = (select max(x.id) from loan x where x.device_id = l.device_id) latest")
            .add("from loan l join pupil u on u.id = l.pupil_id")
            .add("left join school_class c on c.id = u.class_id")
            .add("where l.device_id = ? and l.authority_id = ?", deviceKey, scope.authorityId());
    LoanSql.visible(sql, scope);
    return database.list(
        sql.add("order by l.id desc limit ?", LOANS), row -> sides(row, reports, marks, photos));
  }

  private static LoanSides sides(
      Row row,
      Map<String, Report> reports,
      Map<Long, List<Mark>> marks,
      Map<Long, List<Photo>> photos)
      throws SQLException {
    long key = row.number("id");
    return new LoanSides(
        row.id("public_id"),
        LoanState.valueOf(row.text("state")),
        row.id("pupil"),
        row.text("family_name") + " " + row.text("given_name"),
        row.maybeText("class_name"),
        row.instant("checked_out_at"),
        row.maybeInstant("returned_at"),
        side(
            Optional.ofNullable(reports.get(key + KitStep.HAND_OVER.name())),
            row.maybeText("checked_out_grade"),
            row.maybeInstant("checked_out_at"),
            row.maybeText("checked_out_by"),
            marks,
            photos),
        side(
            Optional.ofNullable(reports.get(key + KitStep.RETURN.name())),
            row.maybeText("returned_grade"),
            row.maybeInstant("returned_at"),
            row.maybeText("returned_by"),
            marks,
            photos),
        row.yes("latest"));
  }

  /** What a report says, or the scan alone. */
  private static Side side(
      Optional<Report> report,
      Optional<String> scanned,
      Optional<Instant> at,
      Optional<String> by,
      Map<Long, List<Mark>> marks,
      Map<Long, List<Photo>> photos) {
    return report
        .map(
            r ->
                new Side(
                    Optional.of(r.grade()),
                    r.note(),
                    Optional.of(r.at()),
                    Optional.of(r.by()),
                    marks.getOrDefault(r.key(), List.of()),
                    photos.getOrDefault(r.key(), List.of())))
        .orElseGet(
            () -> new Side(scanned.map(ConditionGrade::valueOf), "", at, by, List.of(), List.of()));
  }

  private Map<Long, List<Mark>> marks(Map<String, Report> reports) {
    Map<Long, List<Mark>> found = new HashMap<>();
    if (!reports.isEmpty()) {
      database
          .list(
              new SqlText()
                  .add("select report_id, place, words from condition_mark")
                  .in("where report_id in", keys(reports))
                  .add("order by id"),
              row ->
                  Map.entry(
                      row.number("report_id"),
                      new Mark(MarkPlace.valueOf(row.text("place")), row.text("words"))))
          .forEach(
              e -> found.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    }
    return found;
  }

  private Map<Long, List<Photo>> photos(Map<String, Report> reports) {
    Map<Long, List<Photo>> found = new HashMap<>();
    if (!reports.isEmpty()) {
      database
          .list(
              new SqlText()
                  .add("select report_id, public_id, width, height, added_at, added_by")
                  .add("from condition_photo")
                  .in("where report_id in", keys(reports))
                  .add("order by id"),
              row ->
                  Map.entry(
                      row.number("report_id"),
                      new Photo(
                          row.id("public_id"),
                          (int) row.number("width"),
                          (int) row.number("height"),
                          row.instant("added_at"),
                          row.text("added_by"))))
          .forEach(
              e -> found.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
    }
    return found;
  }

  private static List<Long> keys(Map<String, Report> reports) {
    return reports.values().stream().map(Report::key).toList();
  }
}
