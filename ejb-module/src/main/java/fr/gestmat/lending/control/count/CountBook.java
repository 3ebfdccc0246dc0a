package fr.gestmat.lending.control.count;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads counts: the list, the progress of one, its devices by what became of them. */
@ApplicationScoped
public class CountBook {

  /** Codes that no device carries are shown up to so many; the file has them all. */
  public static final int CODES = 200;

  private static final String SELECT =
      """
      select c.id, c.public_id, c.name, c.school_id, s.uai, s.name school, c.storage,
        m.name model, c.counts_returns, c.opened_at, c.opened_by, c.closed_at, c.closed_by
      from stock_count c join school s on s.id = c.school_id
      left join device_model m on m.id = c.model_id
      where c.authority_id = ?
      """;

  @Inject private ReadModel database;

  /** Which counts a list keeps. */
  public enum Which {
    /** All. */
    ALL,
    /** Those that go on. */
    OPEN,
    /** Those that are over. */
    CLOSED
  }

  /**
   * A count.
   *
   * @param key database id, by which lists page
   * @param id public id
   * @param name what people call it
   * @param schoolKey database id of its school
   * @param uai its school
   * @param school name of its school
   * @param storage the storage place that it is limited to
   * @param model name of the model that it is limited to
   * @param countsReturns whether returns at a desk are sightings
   * @param openedAt when it opened
   * @param openedBy who opened it
   * @param closedAt when it closed; absent while it goes on
   * @param closedBy who closed it
   */
  public record Line(
      long key,
      UUID id,
      String name,
      long schoolKey,
      String uai,
      String school,
      Optional<String> storage,
      Optional<String> model,
      boolean countsReturns,
      Instant openedAt,
      String openedBy,
      Optional<Instant> closedAt,
      Optional<String> closedBy) {

    /** Whether it goes on. */
    public boolean open() {
      return closedAt.isEmpty();
    }
  }

  /**
   * How far a count is.
   *
   * @param expected devices that must be there
   * @param found of these, seen where they must be
   * @param unseen of these, not seen yet; after closing, missing
   * @param moved of these, not seen and gone elsewhere since
   * @param unexpected devices seen that must not be there, or not so
   * @param codes scans that no device answered to
   * @param late scans that came after closing
   */
  public record Progress(
      long expected, long found, long unseen, long moved, long unexpected, long codes, long late) {}

  /**
   * A device of a count.
   *
   * @param id public id of the device
   * @param tag its tag
   * @param serial its maker's number
   * @param model name of its model
   * @param storage where it is stored
   * @param state where it stands now
   * @param place name of the school where it is
   * @param finding what it is to the count; absent as long as nobody saw it
   * @param foundAt when it was seen
   * @param foundBy by whom
   * @param lastSeenAt when it was last seen by anybody
   */
  public record Device(
      UUID id,
      String tag,
      Optional<String> serial,
      String model,
      Optional<String> storage,
      DeviceState state,
      String place,
      Optional<CountFinding> finding,
      Optional<Instant> foundAt,
      Optional<String> foundBy,
      Optional<Instant> lastSeenAt) {}

  /**
   * A code that no device answered to.
   *
   * @param code as it was read
   * @param finding why
   * @param at when it was scanned, by the station's clock
   * @param by who scanned it
   */
  public record Code(String code, CountFinding finding, Instant at, String by) {}

  /** Counts, the latest first. */
  public List<Line> page(Scope scope, Which which, Optional<String> uai, long before, int size) {
    SqlText sql = visible(scope);
    switch (which) {
      case OPEN -> sql.add("and c.closed_at is null");
      case CLOSED -> sql.add("and c.closed_at is not null");
      case ALL -> {}
    }
    uai.ifPresent(code -> sql.add("and s.uai = ?", code));
    return database.list(
        sql.add("and c.id < ? order by c.id desc limit ?", before, size), CountBook::line);
  }

  /** One count. */
  public Optional<Line> find(Scope scope, UUID id) {
    return database.first(visible(scope).add("and c.public_id = ?", id), CountBook::line);
  }

  /** How far it is: one statement. */
  public Progress progress(Line count) {
    return database
        .first(
            new SqlText()
                .add("select coalesce(sum(k.expected), 0) expected,")
                .add("coalesce(sum(k.expected and k.finding = 'FOUND'), 0) found,")
                .add("coalesce(sum(k.expected and (k.finding = 'MISSING' or k.finding is null")
                .add(
                    "and " + CountedDevices.PRESENT + " and d.place_school_id = ?)), 0) unseen,",
                    count.schoolKey())
                .add("coalesce(sum(k.expected and (k.finding = 'MOVED' or k.finding is null")
                .add(
                    "and not (" + CountedDevices.PRESENT + " and d.place_school_id = ?))), 0)",
                    count.schoolKey())
                .add("moved, coalesce(sum(k.finding is not null and k.finding not in")
                .add("('FOUND', 'RETURNED', 'MISSING', 'MOVED')), 0) unexpected,")
                .add("(select count(distinct s.code) from stock_count_scan s")
                .add("where s.count_id = ? and s.finding in", count.key())
                .add("('UNKNOWN', 'AMBIGUOUS', 'UNREADABLE')) codes,")
                .add("(select count(*) from stock_count_scan s")
                .add("where s.count_id = ? and s.finding = 'TOO_LATE') late", count.key())
                .add("from stock_count_device k join device d on d.id = k.device_id")
                .add("where k.count_id = ?", count.key()),
            row ->
                new Progress(
                    row.number("expected"),
                    row.number("found"),
                    row.number("unseen"),
                    row.number("moved"),
                    row.number("unexpected"),
                    row.number("codes"),
                    row.number("late")))
        .orElseThrow();
  }

  /** A page of the devices of one kind, by tag. */
  public List<Device> devices(Line count, CountView view, String after, int size) {
    return database.list(
        devices(count, view).add("and d.asset_tag > ? order by d.asset_tag limit ?", after, size),
        CountBook::device);
  }

  /** The codes that no device answered to, the latest first, at most {@link #CODES}. */
  public List<Code> codes(Line count) {
    return database.list(
        new SqlText()
            .add("select s.code, s.finding, s.scanned_at, coalesce(a.name, '') name")
            .add("from stock_count_scan s left join stock_count_agent a")
            .add("on a.count_id = s.count_id and a.account_id = s.account_id")
            .add("where s.count_id = ? and s.finding in", count.key())
            .add("('UNKNOWN', 'AMBIGUOUS', 'UNREADABLE', 'TOO_LATE')")
            .add("order by s.recorded_at desc limit ?", CODES),
        row ->
            new Code(
                row.text("code"),
                CountFinding.valueOf(row.text("finding")),
                row.instant("scanned_at"),
                row.text("name")));
  }

  /** {@code select ... from ... where} for the devices of one kind. */
  static SqlText devices(Line count, CountView view) {
    SqlText sql =
        new SqlText()
            .add("select d.public_id, d.asset_tag, d.serial, m.name model, d.storage, d.state,")
            .add("p.name place, k.finding, k.found_at, k.found_by, d.last_seen_at")
            .add("from stock_count_device k join device d on d.id = k.device_id")
            .add("join device_model m on m.id = d.model_id")
            .add("join school p on p.id = d.place_school_id")
            .add("where k.count_id = ?", count.key());
    String here = CountedDevices.PRESENT + " and d.place_school_id = ?";
    return switch (view) {
      case UNSEEN ->
          sql.add(
              "and (k.finding = 'MISSING' or (k.finding is null and " + here + "))",
              count.schoolKey());
      case MOVED ->
          sql.add(
              "and (k.finding = 'MOVED' or (k.finding is null and not (" + here + ")))",
              count.schoolKey());
      case FOUND -> sql.add("and k.finding in ('FOUND', 'RETURNED')");
      case UNEXPECTED -> sql.add("and k.finding not in ('FOUND', 'RETURNED', 'MISSING', 'MOVED')");
      case ALL -> sql;
    };
  }

  static Device device(Row row) throws SQLException {
    return new Device(
        row.id("public_id"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.text("model"),
        row.maybeText("storage"),
        DeviceState.valueOf(row.text("state")),
        row.text("place"),
        row.maybeText("finding").map(CountFinding::valueOf),
        row.maybeInstant("found_at"),
        row.maybeText("found_by"),
        row.maybeInstant("last_seen_at"));
  }

  private static SqlText visible(Scope scope) {
    SqlText sql = new SqlText().add(SELECT, scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.schoolIds().isEmpty()) {
        sql.add("and 1 = 0");
      } else {
        sql.in("and c.school_id in", scope.schoolIds());
      }
    }
    return sql;
  }

  private static Line line(Row row) throws SQLException {
    return new Line(
        row.number("id"),
        row.id("public_id"),
        row.text("name"),
        row.number("school_id"),
        row.text("uai"),
        row.text("school"),
        row.maybeText("storage"),
        row.maybeText("model"),
        row.yes("counts_returns"),
        row.instant("opened_at"),
        row.text("opened_by"),
        row.maybeInstant("closed_at"),
        row.maybeText("closed_by"));
  }
}
