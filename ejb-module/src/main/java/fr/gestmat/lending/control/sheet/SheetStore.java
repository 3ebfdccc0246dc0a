package fr.gestmat.lending.control.sheet;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sheets that were sent; every reading names the account that the sheet belongs to. */
@ApplicationScoped
public class SheetStore {

  private static final int SHOWN = 20;

  /** The state and the task that should be on it are read together, so that they agree. */
  private static final String SELECT =
      """
      select t.id, t.public_id, t.authority_id, t.account_id, t.file_id, t.file_name, t.about,
        t.state, t.columns_used, t.problem, t.problem_line, t.task_id, t.created_at,
        (t.state in ('CHECKING', 'APPLYING') and b.state = 'FAILED') stopped
      from device_sheet t left join background_task b on b.public_id = t.task_id
      where t.kind = ? and t.account_id = ?
      """;

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /** Keeps a sheet whose file came. */
  UUID create(
      Caller who, SheetKind kind, StoredFile file, JsonObject about, Map<String, Integer> columns) {
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into device_sheet (public_id, authority_id, account_id, kind, file_id,")
            .add("file_name, about, state, columns_used, created_at)")
            .add("values (?, ?, ?, ?,", id, who.authorityId(), who.accountId(), kind)
            .add("?, ?, ?, 'RECEIVED',", file.publicId(), file.fileName(), about.toString())
            .add("?, ?)", json(columns), clock.instant()));
    return id;
  }

  /** A sheet of this account. */
  public Optional<SentSheet> find(SheetKind kind, UUID id, long accountId) {
    return database.first(
        new SqlText().add(SELECT, kind, accountId).add("and t.public_id = ?", id),
        SheetStore::read);
  }

  /** The latest sheets of an account, newest first. */
  public List<SentSheet> latest(SheetKind kind, long accountId) {
    return database.list(
        new SqlText().add(SELECT, kind, accountId).add("order by t.id desc limit ?", SHOWN),
        SheetStore::read);
  }

  /** Changes the state if it still is {@code from}; says whether it was. */
  public boolean move(long key, SheetState from, SheetState to) {
    return database.write(
            new SqlText()
                .add("update device_sheet set state = ? where id = ? and state = ?", to, key, from))
        == 1;
  }

  /** Says which task works on it. */
  void follow(long key, UUID task) {
    database.write(
        new SqlText().add("update device_sheet set task_id = ? where id = ?", task, key));
  }

  /** Keeps which column holds what, for this sheet and for the next ones of the same form. */
  void map(SentSheet sheet, SheetKind kind, List<String> headings, Map<String, Integer> columns) {
    String json = json(columns);
    database.write(
        new SqlText()
            .add("update device_sheet set columns_used = ? where id = ?", json, sheet.key()));
    database.write(
        new SqlText()
            .add(
                "insert into sheet_form (authority_id, kind, headings, columns_used, confirmed_at)")
            .add(
                "values (?, ?, ?, ?, ?)",
                sheet.authorityId(),
                kind,
                form(headings),
                json,
                clock.instant())
            .add("on duplicate key update columns_used = values(columns_used),")
            .add("confirmed_at = values(confirmed_at)"));
  }

  /** What somebody of the authority confirmed last for a file with these headings. */
  Optional<Map<String, Integer>> remembered(
      long authorityId, SheetKind kind, List<String> headings) {
    return database.first(
        new SqlText()
            .add("select columns_used from sheet_form where authority_id = ?", authorityId)
            .add("and kind = ? and headings = ?", kind, form(headings)),
        row -> columns(row.text("columns_used")));
  }

  /** The file can't be read to its end: its rows go, nothing is applied. */
  void refuse(long key, String problem, int line) {
    database.write(
        new SqlText()
            .add("update device_sheet set state = 'REFUSED', problem = ?,", problem)
            .add("problem_line = ? where id = ?", line, key));
  }

  private static SentSheet read(Row row) throws SQLException {
    return new SentSheet(
        row.number("id"),
        row.id("public_id"),
        row.number("authority_id"),
        row.number("account_id"),
        row.id("file_id"),
        row.text("file_name"),
        object(row.text("about")),
        SheetState.valueOf(row.text("state")),
        row.yes("stopped"),
        columns(row.text("columns_used")),
        row.maybeText("problem"),
        row.number("problem_line"),
        row.maybeId("task_id"),
        row.instant("created_at"));
  }

  private static byte[] form(List<String> headings) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              String.join("\n", headings.stream().map(SheetField::plain).toList())
                  .getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String json(Map<String, Integer> columns) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    columns.forEach(json::add);
    return json.build().toString();
  }

  private static Map<String, Integer> columns(String text) {
    Map<String, Integer> columns = new HashMap<>();
    JsonObject json = object(text);
    json.keySet().forEach(field -> columns.put(field, json.getInt(field)));
    return columns;
  }

  private static JsonObject object(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
