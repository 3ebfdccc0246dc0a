package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deliveries as pages show them. A school sees those that are for it or that hold devices of it,
 * with its own devices only.
 */
@ApplicationScoped
public class DeliveryBook {

  /** Schools and models on a delivery's page. */
  private static final int MOST_PARTS = 500;

  @Inject private ReadModel database;

  /**
   * A delivery.
   *
   * @param key database id
   * @param id public id
   * @param reference of the delivery note
   * @param supplier who sent it
   * @param deliveredOn when it came or is to come
   * @param school the school that gets it; empty for several
   * @param createdAt when it was recorded
   * @param createdBy who recorded it
   * @param devices its devices
   * @param expected those that have not come yet
   */
  public record Line(
      long key,
      UUID id,
      String reference,
      Optional<String> supplier,
      Optional<LocalDate> deliveredOn,
      Optional<String> school,
      Instant createdAt,
      String createdBy,
      long devices,
      long expected) {

    /** Devices that came. */
    public long received() {
      return devices - expected;
    }
  }

  /**
   * The devices of one model for one school.
   *
   * @param school the school
   * @param model the model
   * @param devices how many
   * @param expected those that have not come yet
   */
  public record Part(String school, String model, long devices, long expected) {}

  /** Deliveries, the latest first, whose key is smaller than {@code before}. */
  public List<Line> page(Scope scope, long before, int most) {
    return database.list(
        select(scope).add("and v.id < ? order by v.id desc limit ?", before, most),
        DeliveryBook::read);
  }

  /** One delivery. */
  public Optional<Line> find(Scope scope, UUID id) {
    return database.first(select(scope).add("and v.public_id = ?", id), DeliveryBook::read);
  }

  /** What a delivery holds, by school and model. */
  public List<Part> parts(Scope scope, long delivery) {
    return database.list(
        mine(
                new SqlText()
                    .add("select s.name school, m.name model, count(*) devices,")
                    .add("sum(d.state = 'EXPECTED') expected from device d")
                    .add("join school s on s.id = d.home_school_id")
                    .add(
                        "join device_model m on m.id = d.model_id where d.delivery_id = ?",
                        delivery),
                scope)
            .add("group by s.id, m.id order by s.name, m.name limit ?", MOST_PARTS),
        row ->
            new Part(
                row.text("school"),
                row.text("model"),
                row.number("devices"),
                row.number("expected")));
  }

  private static SqlText select(Scope scope) {
    SqlText sql =
        new SqlText()
            .add(
                "select v.id, v.public_id, v.reference, v.supplier, v.delivered_on, s.name school,")
            .add("v.created_at, v.created_by,");
    count(sql, scope, "").add("devices,");
    count(sql, scope, "and d.state = 'EXPECTED'").add("expected");
    sql.add("from delivery v left join school s on s.id = v.school_id")
        .add("where v.authority_id = ?", scope.authorityId());
    if (scope.wholeAuthority()) {
      return sql;
    }
    if (scope.schoolIds().isEmpty()) {
      return sql.add("and 1 = 0");
    }
    sql.in("and (v.school_id in", scope.schoolIds())
        .add("or exists (select 1 from device d where d.delivery_id = v.id");
    return mine(sql, scope).add("))");
  }

  private static SqlText count(SqlText sql, Scope scope, String which) {
    sql.add("(select count(*) from device d where d.delivery_id = v.id").add(which);
    return mine(sql, scope).add(")");
  }

  private static SqlText mine(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and d.home_school_id in", scope.schoolIds());
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        row.number("id"),
        row.id("public_id"),
        row.text("reference"),
        row.maybeText("supplier"),
        row.maybeDay("delivered_on"),
        row.maybeText("school"),
        row.instant("created_at"),
        row.text("created_by"),
        row.number("devices"),
        row.number("expected"));
  }
}
