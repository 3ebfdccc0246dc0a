package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.ExpectedAccessory;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One device with all that its page says, in as few statements as it has parts. */
@ApplicationScoped
public class DeviceSheet {

  private static final String FACTS =
      """
      select d.id, d.public_id, d.version, d.asset_tag, d.serial, d.state, d.state_reason,
        d.condition_grade, d.storage, d.default_storage, d.emergency, d.note, d.police_report,
        d.police_report_on, d.purchased_on, d.warranty_ends_on, d.purchase_price, d.created_at,
        d.last_seen_at, d.last_seen_by, d.home_school_id, d.place_school_id,
        d.transit_to_school_id, d.transit_sent_at,
        m.id model_key, m.public_id model, m.name model_name, m.maker,
        h.uai home_uai, h.name home, p.uai place_uai, p.name place, t.uai transit_uai, t.name transit_to,
        ls.name last_seen_place, v.reference delivery,
        l.public_id loan, k.name collector, l.state loan_state, l.checked_out_at, l.checked_out_by, l.due_on, l.to_return_since,
        l.school_id loan_school, i.name issuer,
        u.public_id pupil, u.school_id pupil_school, u.family_name, u.given_name, c.name class,
        r.reserved_at, r.reserved_by, r.school_id reserved_school, ru.public_id reserved_pupil,
        ru.family_name reserved_family_name, ru.given_name reserved_given_name,
        rc.name reserved_class
      from device d
      join device_model m on m.id = d.model_id
      join school h on h.id = d.home_school_id
      join school p on p.id = d.place_school_id
      left join school t on t.id = d.transit_to_school_id
      left join school ls on ls.id = d.last_seen_school_id
      left join delivery v on v.id = d.delivery_id
      left join loan l on l.id = d.open_loan_id
      left join loan_collection k on k.loan_id = l.id
      left join school i on i.id = l.school_id
      left join pupil u on u.id = l.pupil_id
      left join school_class c on c.id = u.class_id
      left join device_reservation r on r.open_device_id = d.id
      left join pupil ru on ru.id = r.pupil_id
      left join school_class rc on rc.id = ru.class_id
      where d.authority_id = ? and d.public_id = ?
      """;

  @Inject private ReadModel database;

  /**
   * A device.
   *
   * @param key database id, for what belongs to it
   * @param id public id
   * @param version grows with each change
   * @param assetTag code on its label
   * @param serial maker's number
   * @param modelKey database id of its model
   * @param model public id of its model
   * @param modelName name of its model
   * @param maker its maker
   * @param state where it stands
   * @param stateReason why, in somebody's words
   * @param grade its condition
   * @param home school that it belongs to
   * @param place school where it is or was last
   * @param storage where it is stored there
   * @param defaultStorage where it is stored as a rule
   * @param transitTo school that it is on its way to
   * @param transitSentAt since when
   * @param loan the loan that holds it
   * @param reserved whom it is kept for
   * @param policeReport number of the police report after a theft
   * @param policeReportOn its date
   * @param purchasedOn purchase date
   * @param warrantyEndsOn last day of the warranty
   * @param price in euros
   * @param delivery reference of its delivery
   * @param emergency whether it belongs to the emergency stock
   * @param note free note
   * @param lastSeenAt last scan
   * @param lastSeenPlace where
   * @param lastSeenBy by whom
   * @param createdAt when the product learned of it
   */
  public record Facts(
      long key,
      UUID id,
      int version,
      String assetTag,
      Optional<String> serial,
      long modelKey,
      UUID model,
      String modelName,
      Optional<String> maker,
      DeviceState state,
      Optional<String> stateReason,
      ConditionGrade grade,
      Place home,
      Place place,
      Optional<String> storage,
      Optional<String> defaultStorage,
      Optional<Place> transitTo,
      Optional<Instant> transitSentAt,
      Optional<RunningLoan> loan,
      Optional<Reserved> reserved,
      Optional<String> policeReport,
      Optional<LocalDate> policeReportOn,
      Optional<LocalDate> purchasedOn,
      Optional<LocalDate> warrantyEndsOn,
      Optional<BigDecimal> price,
      Optional<String> delivery,
      boolean emergency,
      Optional<String> note,
      Optional<Instant> lastSeenAt,
      Optional<String> lastSeenPlace,
      Optional<String> lastSeenBy,
      Instant createdAt) {}

  /**
   * A school.
   *
   * @param key database id
   * @param uai national identifier
   * @param name its name
   */
  public record Place(long key, String uai, String name) {}

  /**
   * The loan that holds a device.
   *
   * @param id public id
   * @param state where the loan stands
   * @param since when it was handed over
   * @param agent who handed it over
   * @param issuer name of the school that did
   * @param dueOn last day to bring it back
   * @param toReturnSince since when it must come back because the pupil left or moved
   * @param late whether it should have come back
   * @param holder who holds it, unless another school's pupil does
   * @param collector the parent who came for it, if one did and the holder may be named
   */
  public record RunningLoan(
      UUID id,
      LoanState state,
      Instant since,
      String agent,
      String issuer,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> toReturnSince,
      boolean late,
      Optional<Pupil> holder,
      Optional<String> collector) {}

  /**
   * Whom a device is kept for.
   *
   * @param since when it was reserved
   * @param by who did
   * @param pupil the pupil, unless it is another school's
   */
  public record Reserved(Instant since, String by, Optional<Pupil> pupil) {}

  /**
   * Who holds a device.
   *
   * @param id public id
   * @param name names as written, family name first
   * @param schoolClass name of the class
   */
  public record Pupil(UUID id, String name, Optional<String> schoolClass) {}

  /** The device of this public id, if the scope covers it. */
  public Optional<Facts> find(Scope scope, UUID id, LocalDate today) {
    SqlText sql = new SqlText().add(FACTS, scope.authorityId(), id);
    DeviceSql.visible(sql, scope);
    return database.first(sql, row -> facts(row, scope, today));
  }

  /** The accessories that go with each device of a model. */
  public List<ExpectedAccessory> accessories(long modelKey) {
    return database.list(
        new SqlText()
            .add("select name, quantity from model_accessory where model_id = ?", modelKey)
            .add("order by position"),
        row -> new ExpectedAccessory(row.text("name"), (int) row.number("quantity")));
  }

  private static Facts facts(Row row, Scope scope, LocalDate today) throws SQLException {
    return new Facts(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("version"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.number("model_key"),
        row.id("model"),
        row.text("model_name"),
        row.maybeText("maker"),
        DeviceState.valueOf(row.text("state")),
        row.maybeText("state_reason"),
        ConditionGrade.valueOf(row.text("condition_grade")),
        new Place(row.number("home_school_id"), row.text("home_uai"), row.text("home")),
        new Place(row.number("place_school_id"), row.text("place_uai"), row.text("place")),
        row.maybeText("storage"),
        row.maybeText("default_storage"),
        transitTo(row),
        row.maybeInstant("transit_sent_at"),
        loan(row, scope, today),
        reserved(row, scope),
        row.maybeText("police_report"),
        row.maybeDay("police_report_on"),
        row.maybeDay("purchased_on"),
        row.maybeDay("warranty_ends_on"),
        Optional.ofNullable(row.amountOrNull("purchase_price")),
        row.maybeText("delivery"),
        row.yes("emergency"),
        row.maybeText("note"),
        row.maybeInstant("last_seen_at"),
        row.maybeText("last_seen_place"),
        row.maybeText("last_seen_by"),
        row.instant("created_at"));
  }

  private static Optional<Place> transitTo(Row row) throws SQLException {
    Optional<Long> key = row.maybeNumber("transit_to_school_id");
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(key.get(), row.text("transit_uai"), row.text("transit_to")));
  }

  private static Optional<Reserved> reserved(Row row, Scope scope) throws SQLException {
    Optional<Instant> since = row.maybeInstant("reserved_at");
    return since.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reserved(
                since.get(),
                row.text("reserved_by"),
                scope.covers(row.number("reserved_school"))
                    ? Optional.of(
                        new Pupil(
                            row.id("reserved_pupil"),
                            row.text("reserved_family_name")
                                + " "
                                + row.text("reserved_given_name"),
                            row.maybeText("reserved_class")))
                    : Optional.empty()));
  }

  private static Optional<RunningLoan> loan(Row row, Scope scope, LocalDate today)
      throws SQLException {
    Optional<String> state = row.maybeText("loan_state");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> dueOn = row.maybeDay("due_on");
    Optional<LocalDate> toReturnSince = row.maybeDay("to_return_since");
    boolean visible =
        scope.covers(row.number("loan_school")) || scope.covers(row.number("pupil_school"));
    return Optional.of(
        new RunningLoan(
            row.id("loan"),
            LoanState.valueOf(state.get()),
            row.instant("checked_out_at"),
            row.text("checked_out_by"),
            row.text("issuer"),
            dueOn,
            toReturnSince,
            toReturnSince.isPresent() || dueOn.filter(d -> d.isBefore(today)).isPresent(),
            visible
                ? Optional.of(
                    new Pupil(
                        row.id("pupil"),
                        row.text("family_name") + " " + row.text("given_name"),
                        row.maybeText("class")))
                : Optional.empty(),
            visible ? row.maybeText("collector") : Optional.empty()));
  }
}
