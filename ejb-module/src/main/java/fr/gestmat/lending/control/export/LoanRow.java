package fr.gestmat.lending.control.export;

import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.reports.spreadsheet.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loan as a row of a spreadsheet. */
record LoanRow(
    String familyName,
    String givenName,
    @Nullable String schoolClass,
    String pupilUai,
    String pupilSchool,
    String assetTag,
    @Nullable String serial,
    String model,
    String category,
    String state,
    String issuer,
    Instant lentAt,
    String lentBy,
    @Nullable LocalDate dueOn,
    boolean late,
    @Nullable LocalDate toReturnSince,
    @Nullable Instant returnedAt,
    @Nullable String returnedTo,
    @Nullable String returnedBy,
    @Nullable String returnedGrade) {

  static final List<Column<LoanRow>> COLUMNS =
      List.of(
          Column.text("Nom de l'élève", LoanRow::familyName),
          Column.text("Prénom de l'élève", LoanRow::givenName),
          Column.text("Classe", LoanRow::schoolClass),
          Column.text("UAI", LoanRow::pupilUai),
          Column.text("Établissement", LoanRow::pupilSchool),
          Column.text("Étiquette", LoanRow::assetTag),
          Column.text("Numéro de série", LoanRow::serial),
          Column.text("Modèle", LoanRow::model),
          Column.text("Catégorie", LoanRow::category),
          Column.text("Prêt", LoanRow::state),
          Column.text("Prêté par l'établissement", LoanRow::issuer),
          Column.instant("Prêté le", LoanRow::lentAt),
          Column.text("Prêté par", LoanRow::lentBy),
          Column.date("À rendre le", LoanRow::dueOn),
          Column.yesNo("En retard", LoanRow::late),
          Column.date("À rendre depuis", LoanRow::toReturnSince),
          Column.instant("Rendu le", LoanRow::returnedAt),
          Column.text("Rendu à", LoanRow::returnedTo),
          Column.text("Repris par", LoanRow::returnedBy),
          Column.text("État au retour", LoanRow::returnedGrade));

  static final SqlText SELECT =
      new SqlText()
          .add(
              """
              select u.family_name, u.given_name, c.name class, us.uai, us.name school, d.asset_tag,
                d.serial, m.name model, l.category, l.state, s.name issuer, l.checked_out_at,
                l.checked_out_by, l.due_on, l.to_return_since, l.returned_at, r.name returned_to,
                l.returned_by, l.returned_grade
              """);

  /** The row at hand. */
  static LoanRow read(Row row, LocalDate today) throws SQLException {
    LoanState state = LoanState.valueOf(row.text("state"));
    LocalDate dueOn = row.dayOrNull("due_on");
    LocalDate toReturnSince = row.dayOrNull("to_return_since");
    return new LoanRow(
        row.text("family_name"),
        row.text("given_name"),
        row.textOrNull("class"),
        row.text("uai"),
        row.text("school"),
        row.text("asset_tag"),
        row.textOrNull("serial"),
        row.text("model"),
        FrenchWords.ofCategory(row.text("category")),
        FrenchWords.of(state),
        row.text("issuer"),
        row.instant("checked_out_at"),
        row.text("checked_out_by"),
        dueOn,
        state != LoanState.CLOSED
            && (toReturnSince != null || (dueOn != null && dueOn.isBefore(today))),
        toReturnSince,
        row.instantOrNull("returned_at"),
        row.textOrNull("returned_to"),
        row.textOrNull("returned_by"),
        row.maybeText("returned_grade")
            .map(g -> FrenchWords.of(ConditionGrade.valueOf(g)))
            .orElse(null));
  }
}
