package fr.gestmat.lending.control.reminder;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The settings of reminders, as they are kept. */
@ApplicationScoped
public class SettingRows {

  @Inject private ReadModel database;

  /**
   * Settings with the version of their row.
   *
   * @param settings what holds
   * @param version 0 if nothing was ever decided
   */
  public record Kept(ReminderSettings settings, int version) {}

  /** What holds for an authority. */
  public Kept of(long authority) {
    return database
        .first(
            new SqlText().add("select * from reminder_setting where authority_id = ?", authority),
            row -> new Kept(read(row), (int) row.number("version")))
        .orElse(new Kept(ReminderSettings.DEFAULT, 0));
  }

  /**
   * Keeps what was decided on a version.
   *
   * @return false if somebody else decided meanwhile
   */
  public boolean keep(long authority, int version, ReminderSettings wanted) {
    database.write(
        new SqlText()
            .add(
                "insert ignore into reminder_setting (authority_id, before_days, on_day,"
                    + " every_days, most_late, on_return, on_due_change) values (?, '', false, 1,"
                    + " 0, false, false)",
                authority));
    return database.write(
            new SqlText()
                .add(
                    "update reminder_setting set version = version + 1, before_days = ?, on_day = ?,"
                        + " every_days = ?, most_late = ?, on_return = ?, on_due_change = ?",
                    wanted.beforeDays().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(",")),
                    wanted.onDay(),
                    wanted.everyDays(),
                    wanted.mostLate(),
                    wanted.onReturn(),
                    wanted.onDueChange())
                .add("where authority_id = ? and version = ?", authority, version))
        == 1;
  }

  private static ReminderSettings read(Row row) throws SQLException {
    String before = row.text("before_days");
    return new ReminderSettings(
        before.isEmpty()
            ? List.of()
            : Arrays.stream(before.split(",", -1)).map(Integer::valueOf).toList(),
        row.yes("on_day"),
        (int) row.number("every_days"),
        (int) row.number("most_late"),
        row.yes("on_return"),
        row.yes("on_due_change"));
  }

  /** The authority's time zone, also outside of a transaction: jobs ask from several threads. */
  ZoneId zone(long authority) {
    return database
        .first(
            new SqlText().add("select time_zone from local_authority where id = ?", authority),
            row -> ZoneId.of(row.text("time_zone")))
        .orElseThrow();
  }

  /** Every authority that lends, in order. */
  List<Long> authorities() {
    return database.list(
        new SqlText().add("select id from local_authority order by id"), row -> row.number("id"));
  }
}
