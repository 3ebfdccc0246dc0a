package fr.gestmat.lending.control.kit;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.PieceFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads kits and what is missing in them, for pages. */
@ApplicationScoped
public class KitReader {

  private static final String LINES =
      """
      select g.id, g.public_id, g.name, g.fault, g.step, g.quantity, g.found_quantity,
        g.replaced_quantity, coalesce(g.unit_price, p.amount) unit_price, g.charged, g.noted_at, g.noted_by, g.version, d.public_id device,
        d.asset_tag, l.public_id loan, u.public_id pupil, u.family_name, u.given_name, u.school_id pupil_school,
        c.name class_name, s.name school, g.school_id, k.code
      from kit_gap g
      join device d on d.id = g.device_id
      join loan l on l.id = g.loan_id
      join pupil u on u.id = g.pupil_id
      join school s on s.id = g.school_id
      left join school_class c on c.id = u.class_id
      left join kit_piece k on k.id = g.piece_id
      left join replacement_price p on
      """;

  @Inject private ReadModel database;
  @Inject private Today today;

  /**
   * A line of what is missing or broken.
   *
   * @param key where a list goes on after it
   * @param id public id
   * @param name what it is
   * @param code its own code, if it has one
   * @param fault what is wrong
   * @param step when it was noticed
   * @param quantity how many
   * @param found how many were found again
   * @param replaced how many the school replaced
   * @param unitPrice what one costs, if that is known: what was said, else what the table says
   * @param charged whether the family is asked for it
   * @param notedAt when it was noticed
   * @param notedBy by whom
   * @param version for who edits it
   * @param device public id of the device
   * @param assetTag its tag
   * @param loan public id of the loan
   * @param pupil public id of the pupil of the loan
   * @param pupilName the pupil, if the caller may know
   * @param schoolClass the pupil's class, likewise
   * @param school where it was noticed
   */
  public record Line(
      long key,
      UUID id,
      String name,
      Optional<String> code,
      PieceFault fault,
      KitStep step,
      int quantity,
      int found,
      int replaced,
      Optional<BigDecimal> unitPrice,
      boolean charged,
      Instant notedAt,
      String notedBy,
      int version,
      String device,
      String assetTag,
      UUID loan,
      Optional<UUID> pupil,
      Optional<String> pupilName,
      Optional<String> schoolClass,
      String school) {

    /** How many are neither found nor replaced. */
    public int open() {
      return quantity - found - replaced;
    }

    /** How many the pupil owes. */
    public int owed() {
      return step == KitStep.RETURN ? quantity - found : 0;
    }

    /** What they cost together, if that is known. */
    public Optional<BigDecimal> amount() {
      return unitPrice.map(price -> price.multiply(BigDecimal.valueOf(owed())));
    }
  }

  /** The kit of a device of which the caller may see the page. */
  public Kit kit(long deviceKey) {
    List<Kit.Piece> pieces =
        database.list(
            new SqlText()
                .add(
                    "select id, public_id, code, name from kit_piece where device_id = ?",
                    deviceKey)
                .add("order by name, code"),
            row ->
                new Kit.Piece(
                    row.number("id"), row.id("public_id"), row.text("code"), row.text("name")));
    List<Kit.Gap> gaps =
        database.list(
            new SqlText()
                .add("select name, piece_id, quantity - found_quantity - replaced_quantity n")
                .add("from kit_gap where open_device_id = ?", deviceKey),
            row ->
                new Kit.Gap(row.text("name"), row.maybeNumber("piece_id"), (int) row.number("n")));
    List<Accessory> model =
        database.list(
            new SqlText()
                .add("select a.name, a.quantity from model_accessory a join device d")
                .add("on d.model_id = a.model_id where d.id = ? order by a.position", deviceKey),
            row -> new Accessory(row.text("name"), (int) row.number("quantity")));
    return Kit.of(model, pieces, gaps);
  }

  /** What was ever noted of a device, the latest first, a hundred lines at most. */
  public List<Line> ofDevice(Scope scope, long deviceKey) {
    return database.list(
        lines(scope).add("and g.device_id = ? order by g.id desc limit 100", deviceKey),
        row -> line(row, scope));
  }

  /** How many lines are owed and have no price. */
  public long countAwaiting(Scope scope) {
    return database.number(
        awaiting(new SqlText().add("select count(*) n from kit_gap g where"), scope));
  }

  /**
   * The lines that are owed and have no price, the latest first.
   *
   * @param before key of the last line of the page before; {@code Long.MAX_VALUE} for the first
   */
  public List<Line> awaiting(Scope scope, long before, int size) {
    SqlText sql = lines(scope).add("and");
    awaiting(sql, scope);
    return database.list(
        sql.add("and g.id < ? order by g.id desc limit ?", before, size), row -> line(row, scope));
  }

  /** Neither a price of their own nor one of the table: those are charged without being asked. */
  private SqlText awaiting(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      sql.add("g.unpriced_school_id is not null and g.authority_id = ?", scope.authorityId());
    } else if (scope.schoolIds().isEmpty()) {
      sql.add("1 = 0");
    } else {
      sql.in("g.unpriced_school_id in", scope.schoolIds());
    }
    sql.add("and not exists (select 1 from device v join replacement_price p on");
    return TablePrice.where(sql, "v.model_id", today.zone(scope.authorityId()))
        .add("where v.id = g.device_id and p.amount > 0)");
  }

  private SqlText lines(Scope scope) {
    return TablePrice.where(new SqlText().add(LINES), "d.model_id", today.zone(scope.authorityId()))
        .add("where g.authority_id = ?", scope.authorityId());
  }

  private static Line line(Row row, Scope scope) throws SQLException {
    boolean visible =
        scope.covers(row.number("school_id")) || scope.covers(row.number("pupil_school"));
    return new Line(
        row.number("id"),
        row.id("public_id"),
        row.text("name"),
        row.maybeText("code"),
        PieceFault.valueOf(row.text("fault")),
        KitStep.valueOf(row.text("step")),
        (int) row.number("quantity"),
        (int) row.number("found_quantity"),
        (int) row.number("replaced_quantity"),
        Optional.ofNullable(row.amountOrNull("unit_price")),
        row.yes("charged"),
        row.instant("noted_at"),
        row.text("noted_by"),
        (int) row.number("version"),
        row.text("device"),
        row.text("asset_tag"),
        row.id("loan"),
        visible ? Optional.of(row.id("pupil")) : Optional.empty(),
        visible
            ? Optional.of(row.text("family_name") + " " + row.text("given_name"))
            : Optional.empty(),
        visible ? row.maybeText("class_name") : Optional.empty(),
        row.text("school"));
  }
}
