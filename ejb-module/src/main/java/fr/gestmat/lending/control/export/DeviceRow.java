package fr.gestmat.lending.control.export;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.reports.spreadsheet.Column;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device as a row of a spreadsheet. Its headings are among those that a takeover recognises, so
 * that an export can be taken over elsewhere.
 */
record DeviceRow(
    String assetTag,
    @Nullable String serial,
    String model,
    String category,
    String state,
    @Nullable String reason,
    String grade,
    String uai,
    String home,
    String place,
    @Nullable String storage,
    @Nullable String familyName,
    @Nullable String givenName,
    @Nullable String schoolClass,
    @Nullable Instant lentAt,
    @Nullable LocalDate dueOn,
    @Nullable Instant lastSeenAt,
    @Nullable LocalDate purchasedOn,
    @Nullable LocalDate warrantyEndsOn,
    @Nullable BigDecimal price) {

  static final List<Column<DeviceRow>> COLUMNS =
      List.of(
          Column.text("Étiquette", DeviceRow::assetTag),
          Column.text("Numéro de série", DeviceRow::serial),
          Column.text("Modèle", DeviceRow::model),
          Column.text("Catégorie", DeviceRow::category),
          Column.text("Statut", DeviceRow::state),
          Column.text("Motif", DeviceRow::reason),
          Column.text("État", DeviceRow::grade),
          Column.text("UAI", DeviceRow::uai),
          Column.text("Établissement", DeviceRow::home),
          Column.text("Lieu actuel", DeviceRow::place),
          Column.text("Rangement", DeviceRow::storage),
          Column.text("Nom de l'élève", DeviceRow::familyName),
          Column.text("Prénom de l'élève", DeviceRow::givenName),
          Column.text("Classe", DeviceRow::schoolClass),
          Column.instant("Prêté le", DeviceRow::lentAt),
          Column.date("À rendre le", DeviceRow::dueOn),
          Column.instant("Vu le", DeviceRow::lastSeenAt),
          Column.date("Acheté le", DeviceRow::purchasedOn),
          Column.date("Garantie jusqu'au", DeviceRow::warrantyEndsOn),
          Column.money("Prix d'achat", DeviceRow::price));

  static final SqlText SELECT =
      new SqlText()
          .add(
              """
              select d.asset_tag, d.serial, m.name model, m.category, d.state, d.state_reason,
                d.condition_grade, h.uai, h.name home, p.name place, d.storage, u.family_name,
                u.given_name, c.name class, l.checked_out_at, l.due_on, d.last_seen_at,
                d.purchased_on, d.warranty_ends_on, d.purchase_price,
                l.school_id loan_school, u.school_id pupil_school
              """);

  /** The row at hand; the pupil's names only if the scope covers the loan. */
  static DeviceRow read(Row row, Scope scope) throws SQLException {
    boolean named =
        row.maybeNumber("loan_school").filter(scope::covers).isPresent()
            || row.maybeNumber("pupil_school").filter(scope::covers).isPresent();
    return new DeviceRow(
        row.text("asset_tag"),
        row.textOrNull("serial"),
        row.text("model"),
        FrenchWords.ofCategory(row.text("category")),
        FrenchWords.of(DeviceState.valueOf(row.text("state"))),
        row.textOrNull("state_reason"),
        FrenchWords.of(ConditionGrade.valueOf(row.text("condition_grade"))),
        row.text("uai"),
        row.text("home"),
        row.text("place"),
        row.textOrNull("storage"),
        named ? row.textOrNull("family_name") : null,
        named ? row.textOrNull("given_name") : null,
        named ? row.textOrNull("class") : null,
        row.instantOrNull("checked_out_at"),
        row.dayOrNull("due_on"),
        row.instantOrNull("last_seen_at"),
        row.dayOrNull("purchased_on"),
        row.dayOrNull("warranty_ends_on"),
        row.amountOrNull("purchase_price"));
  }
}
