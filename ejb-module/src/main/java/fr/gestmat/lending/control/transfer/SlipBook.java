package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.ScannedCode;
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

/** Reads transfers and the devices on them. */
@ApplicationScoped
public class SlipBook {

  private static final String TRAVELS =
      "exists (select 1 from device v where v.transit_transfer_id = t.id)";

  private static final String SELECT =
      """
      select t.id, t.public_id, t.code, t.from_school_id, f.name from_name, f.uai from_uai,
        t.to_school_id, g.name to_name, g.uai to_uai, t.for_good, t.planned, t.category, t.note,
        t.created_at, t.created_by, t.sent_at, t.sent_by, t.cancelled_at, t.cancelled_by,
        t.cancel_reason,
        (select count(*) from site_transfer_device k where k.transfer_id = t.id
          and k.dropped is null) devices,
        (select count(*) from device v where v.transit_transfer_id = t.id) travelling
      from site_transfer t join school f on f.id = t.from_school_id
      join school g on g.id = t.to_school_id where t.authority_id = ?
      """;

  @Inject private ReadModel database;

  /** What a list keeps: all that is absent or empty keeps everything. */
  public record Filter(Optional<SlipState> state, Optional<String> school, String text) {

    /** Keeps every transfer. */
    public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), "");
  }

  /** A place at one end. */
  public record End(long key, String uai, String name) {}

  /**
   * A transfer.
   *
   * @param key database id, by which lists page
   * @param id public id
   * @param code what its barcode says
   * @param state where it stands
   * @param from the place that sends
   * @param to the place that receives
   * @param forGood whether the devices belong to the receiver afterwards
   * @param planned how many devices are wanted
   * @param category of which category
   * @param note what there is to say
   * @param createdAt when it was prepared
   * @param createdBy by whom
   * @param sentAt when it was sent
   * @param sentBy by whom
   * @param cancelledAt when it was cancelled
   * @param cancelledBy by whom
   * @param cancelReason why
   * @param devices devices on it, without those that were taken off or cancelled
   * @param travelling of these, still on their way
   */
  public record Line(
      long key,
      UUID id,
      String code,
      SlipState state,
      End from,
      End to,
      boolean forGood,
      Optional<Long> planned,
      Optional<String> category,
      Optional<String> note,
      Instant createdAt,
      String createdBy,
      Optional<Instant> sentAt,
      Optional<String> sentBy,
      Optional<Instant> cancelledAt,
      Optional<String> cancelledBy,
      Optional<String> cancelReason,
      long devices,
      long travelling) {}

  /** What became of a device of a slip. */
  public enum Fate {
    /** On the slip, not sent yet. */
    LISTED,
    /** On its way. */
    TRAVELLING,
    /** Arrived. */
    ARRIVED,
    /** Could not be sent with the others. */
    SKIPPED,
    /** Stays with the sender after all. */
    CANCELLED,
    /** Was lost or stolen on its way. */
    LOST
  }

  /**
   * A device of a slip.
   *
   * @param id public id
   * @param tag its tag
   * @param serial its maker's number
   * @param model name of its model
   * @param state where it stands now
   * @param place name of the place where it is
   * @param fate what became of it on this transfer
   */
  public record Device(
      UUID id,
      String tag,
      Optional<String> serial,
      String model,
      DeviceState state,
      String place,
      Fate fate) {}

  /** Transfers from or to the scope, the latest first. */
  public List<Line> page(Scope scope, Filter filter, long before, int size) {
    SqlText sql = visible(scope);
    filter.state().ifPresent(state -> sql.add("and " + condition(state)));
    filter.school().ifPresent(uai -> sql.add("and ? in (f.uai, g.uai)", uai));
    if (!filter.text().isEmpty()) {
      String code = ScannedCode.normalForm(filter.text());
      sql.add("and (t.code = ? or exists (select 1 from site_transfer_device k", code)
          .add("join device d on d.id = k.device_id where k.transfer_id = t.id")
          .add("and (d.asset_tag = ? or d.serial = ?)))", code, code);
    }
    return database.list(
        sql.add("and t.id < ? order by t.id desc limit ?", before, size), SlipBook::line);
  }

  /** One transfer. */
  public Optional<Line> find(Scope scope, UUID id) {
    return database.first(visible(scope).add("and t.public_id = ?", id), SlipBook::line);
  }

  /** The devices of a transfer by tag: at most {@link SlipRule#MOST}. */
  public List<Device> devices(Line slip) {
    return database.list(
        new SqlText()
            .add("select d.public_id, d.asset_tag, d.serial, m.name model, d.state, p.name place,")
            .add("case when d.transit_transfer_id = k.transfer_id then 'TRAVELLING'")
            .add("when k.dropped is not null then k.dropped")
            .add("when ? then 'ARRIVED' else 'LISTED' end fate", slip.sentAt().isPresent())
            .add("from site_transfer_device k join device d on d.id = k.device_id")
            .add("join device_model m on m.id = d.model_id")
            .add("join school p on p.id = d.place_school_id")
            .add("where k.transfer_id = ? order by d.asset_tag limit ?", slip.key(), SlipRule.MOST),
        row ->
            new Device(
                row.id("public_id"),
                row.text("asset_tag"),
                row.maybeText("serial"),
                row.text("model"),
                DeviceState.valueOf(row.text("state")),
                row.text("place"),
                Fate.valueOf(row.text("fate"))));
  }

  private static String condition(SlipState state) {
    return switch (state) {
      case PREPARED -> "t.sent_at is null and t.cancelled_at is null";
      case SENT -> "t.sent_at is not null and t.cancelled_at is null and " + TRAVELS;
      case RECEIVED -> "t.sent_at is not null and t.cancelled_at is null and not " + TRAVELS;
      case CANCELLED -> "t.cancelled_at is not null";
    };
  }

  private static SqlText visible(Scope scope) {
    SqlText sql = new SqlText().add(SELECT, scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.schoolIds().isEmpty()) {
        sql.add("and 1 = 0");
      } else {
        sql.in("and (t.from_school_id in", scope.schoolIds())
            .in("or t.to_school_id in", scope.schoolIds())
            .add(")");
      }
    }
    return sql;
  }

  private static Line line(Row row) throws SQLException {
    Optional<Instant> sent = row.maybeInstant("sent_at");
    Optional<Instant> cancelled = row.maybeInstant("cancelled_at");
    long travelling = row.number("travelling");
    SlipState state =
        cancelled.isPresent()
            ? SlipState.CANCELLED
            : sent.isEmpty()
                ? SlipState.PREPARED
                : travelling > 0 ? SlipState.SENT : SlipState.RECEIVED;
    return new Line(
        row.number("id"),
        row.id("public_id"),
        row.text("code"),
        state,
        new End(row.number("from_school_id"), row.text("from_uai"), row.text("from_name")),
        new End(row.number("to_school_id"), row.text("to_uai"), row.text("to_name")),
        row.yes("for_good"),
        row.maybeNumber("planned"),
        row.maybeText("category"),
        row.maybeText("note"),
        row.instant("created_at"),
        row.text("created_by"),
        sent,
        row.maybeText("sent_by"),
        cancelled,
        row.maybeText("cancelled_by"),
        row.maybeText("cancel_reason"),
        row.number("devices"),
        travelling);
  }
}
