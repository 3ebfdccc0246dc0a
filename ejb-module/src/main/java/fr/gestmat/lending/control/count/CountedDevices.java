package fr.gestmat.lending.control.count;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.StockCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The devices of a count: what must be there, and what was seen. Needs a transaction. */
@ApplicationScoped
public class CountedDevices {

  /** Present in a school: what an inventory must find. */
  static final String PRESENT = "d.state in ('IN_STOCK', 'TO_CHECK')";

  @Inject private ReadModel database;

  /**
   * What carries a code.
   *
   * @param device the device, if it is one
   * @param several whether there is more than one
   */
  record Match(Optional<Counted> device, boolean several) {}

  /** A device as it stands, and as the count knows it. */
  record Counted(
      long id,
      String tag,
      String model,
      long modelId,
      DeviceState state,
      long place,
      String placeName,
      Optional<String> storage,
      boolean listed,
      boolean expected,
      Optional<CountFinding> finding,
      Optional<Instant> foundAt,
      Optional<String> foundBy,
      Optional<Long> loanSchool,
      Optional<Long> pupilSchool,
      String holderName) {

    /** Who holds it; empty if nobody does, or nobody that this scope may know. */
    String holder(Scope scope) {
      return loanSchool.filter(scope::covers).isPresent()
              || pupilSchool.filter(scope::covers).isPresent()
          ? holderName
          : "";
    }
  }

  /** Writes down what must be there: all that is in the school, within the limits of the count. */
  void expect(StockCount count) {
    SqlText sql =
        new SqlText()
            .add("insert into stock_count_device (count_id, device_id, expected)")
            .add("select ?, d.id, true from device d", count.id())
            .add("where d.place_school_id = ? and " + PRESENT, count.schoolId());
    if (count.storage() != null) {
      sql.add("and d.storage = ?", count.storage());
    }
    if (count.modelId() != null) {
      sql.add("and d.model_id = ?", count.modelId());
    }
    database.write(sql);
  }

  /** How many devices of a school a storage place and a model keep. */
  public long present(long school, Optional<String> storage, Optional<Long> model) {
    SqlText sql =
        new SqlText()
            .add("select count(*) n from device d where d.place_school_id = ?", school)
            .add("and " + PRESENT);
    storage.ifPresent(place -> sql.add("and d.storage = ?", place));
    model.ifPresent(one -> sql.add("and d.model_id = ?", one));
    return database.number(sql);
  }

  /** The storage places of a school in which something is now, at most 200. */
  public List<String> storages(long school) {
    return database.list(
        new SqlText()
            .add("select distinct d.storage from device d where d.place_school_id = ?", school)
            .add("and " + PRESENT + " and d.storage is not null order by d.storage limit 200"),
        row -> row.text("storage"));
  }

  /** The device of the authority that carries a code in normal form: one statement. */
  Match match(long authority, long count, String code) {
    List<Counted> found =
        database.list(
            new SqlText()
                .add("select d.id, d.asset_tag, m.name model, d.model_id, d.state,")
                .add("d.place_school_id, p.name place, d.storage, k.expected, k.finding,")
                .add("k.found_at, k.found_by, k.count_id, l.school_id loan_school,")
                .add("u.school_id pupil_school, concat_ws(', ', concat(u.given_name, ' ',")
                .add("u.family_name), c.name) holder from")
                .add(
                    "(select id from device where authority_id = ? and asset_tag = ?",
                    authority,
                    code)
                .add(
                    "union select id from device where authority_id = ? and serial = ?",
                    authority,
                    code)
                .add(") f join device d on d.id = f.id")
                .add("join device_model m on m.id = d.model_id")
                .add("join school p on p.id = d.place_school_id")
                .add(
                    "left join stock_count_device k on k.device_id = d.id and k.count_id = ?",
                    count)
                .add("left join loan l on l.id = d.open_loan_id")
                .add("left join pupil u on u.id = l.pupil_id")
                .add("left join school_class c on c.id = u.class_id limit 2"),
            CountedDevices::counted);
    return new Match(
        found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty(), found.size() > 1);
  }

  /**
   * Notes the first sighting of a device.
   *
   * @return false if it was seen meanwhile: nothing is written then
   */
  boolean take(long count, Counted device, CountFinding finding, Instant at, String by) {
    if (device.listed()) {
      return see(count, device.id(), finding, at, by);
    }
    // Not on the list: two stations at once meet at the key, and the second one reads again.
    return database.write(
            new SqlText()
                .add("insert ignore into stock_count_device")
                .add("(count_id, device_id, expected, finding, found_at, found_by)")
                .add("values (?, ?, false, ?, ?, ?)", count, device.id(), finding, at, by))
        > 0;
  }

  private boolean see(long count, long device, CountFinding finding, Instant at, String by) {
    return database.write(
            new SqlText()
                .add(
                    "update stock_count_device set finding = ?, found_at = ?, found_by = ?",
                    finding,
                    at,
                    by)
                .add("where count_id = ? and device_id = ? and finding is null", count, device))
        > 0;
  }

  /**
   * Notes that a device came back at a desk of the school: in every open count of that school that
   * takes returns for sightings.
   */
  void returned(long school, long device, Instant at, String by) {
    database.write(
        new SqlText()
            .add("insert into stock_count_device")
            .add("(count_id, device_id, expected, finding, found_at, found_by)")
            .add(
                "select c.id, ?, false, ?, ?, ? from stock_count c",
                device,
                CountFinding.RETURNED,
                at,
                by)
            .add("where c.school_id = ? and c.closed_at is null and c.counts_returns", school)
            .add("on duplicate key update found_at = coalesce(found_at, values(found_at)),")
            .add("found_by = coalesce(found_by, values(found_by)),")
            .add(
                "finding = coalesce(finding, if(expected, ?, ?))",
                CountRule.returned(true),
                CountRule.returned(false)));
  }

  /**
   * Settles a count that closes: what was not seen is missing, or has gone elsewhere since; what
   * was seen was last seen then and there, unless a desk saw it later.
   */
  void settle(StockCount count) {
    database.write(
        new SqlText()
            .add("update stock_count_device k join device d on d.id = k.device_id")
            .add(
                "set k.finding = if(" + PRESENT + " and d.place_school_id = ?, ?, ?)",
                count.schoolId(),
                CountFinding.MISSING,
                CountFinding.MOVED)
            .add("where k.count_id = ? and k.finding is null", count.id()));
    database.write(
        new SqlText()
            .add("update device d join stock_count_device k on k.device_id = d.id")
            .add("set d.last_seen_school_id = ?, d.last_seen_by = k.found_by,", count.schoolId())
            .add("d.last_seen_at = k.found_at where k.count_id = ?", count.id())
            .add("and k.found_at is not null")
            .add("and (d.last_seen_at is null or d.last_seen_at < k.found_at)"));
  }

  private static Counted counted(Row row) throws SQLException {
    return new Counted(
        row.number("id"),
        row.text("asset_tag"),
        row.text("model"),
        row.number("model_id"),
        DeviceState.valueOf(row.text("state")),
        row.number("place_school_id"),
        row.text("place"),
        row.maybeText("storage"),
        row.maybeNumber("count_id").isPresent(),
        row.yes("expected"),
        row.maybeText("finding").map(CountFinding::valueOf),
        row.maybeInstant("found_at"),
        row.maybeText("found_by"),
        row.maybeNumber("loan_school"),
        row.maybeNumber("pupil_school"),
        row.maybeText("holder").orElse(""));
  }
}
