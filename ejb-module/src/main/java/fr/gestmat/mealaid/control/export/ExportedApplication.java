package fr.gestmat.mealaid.control.export;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.reports.spreadsheet.Column;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the export. Its columns are those of applications, never questions of a form: their
 * order does not change with the versions of forms (M-I21).
 *
 * @param number what people quote
 * @param state where it stands, in French
 * @param who the child and who applied
 * @param dates when what happened
 * @param figures what is known of the household
 * @param meals how the child eats
 * @param given what was decided
 * @param officer who has it
 * @param forgotten whether its names are gone (M-I16)
 */
record ExportedApplication(
    long number,
    String state,
    Who who,
    Dates dates,
    Figures figures,
    Meals meals,
    Given given,
    @Nullable String officer,
    boolean forgotten) {

  record Who(
      String familyName,
      String givenName,
      @Nullable LocalDate birthDate,
      @Nullable String uai,
      @Nullable String school,
      String applicant) {}

  record Dates(
      Instant submitted,
      @Nullable Instant complete,
      @Nullable Integer firstTerm,
      @Nullable Instant decided) {}

  record Figures(
      @Nullable BigDecimal quotient,
      @Nullable BigDecimal income,
      @Nullable BigDecimal shares,
      @Nullable Integer children,
      @Nullable String postalCode) {}

  record Meals(@Nullable String boarding, @Nullable Integer perWeek) {}

  record Given(
      @Nullable BigDecimal rate,
      @Nullable BigDecimal amount,
      @Nullable String unit,
      @Nullable BigDecimal year) {}

  static final String SELECT =
      """
      select a.number, coalesce(a.archived_from, a.state) stands, a.state = 'ARCHIVED' archived,
        a.child_family_name, a.child_given_name, a.child_birth_date, s.uai, s.name school,
        a.applicant_name, a.submitted_at, a.complete_at, a.first_term, d.decided_at,
        a.family_quotient, a.reference_tax_income, a.tax_shares, a.dependent_children,
        a.residence_postal_code, a.boarding_status, a.meals_a_week, d.rate, d.amount, d.unit,
        (select sum(t.amount) from aid_decision_term t where t.decision_id = d.id
          and d.outcome = 'GRANTED') year_amount,
        a.assigned_name, a.forgotten_at is not null forgotten
      from aid_application a left join school s on s.id = a.school_id
        left join aid_decision d on d.standing_application_id = a.id
      """;

  static final List<Column<ExportedApplication>> COLUMNS =
      List.of(
          Column.whole("Numéro", ExportedApplication::number),
          Column.text("État", ExportedApplication::state),
          Column.text("Nom de l'enfant", row -> row.who().familyName()),
          Column.text("Prénom de l'enfant", row -> row.who().givenName()),
          Column.date("Date de naissance", row -> row.who().birthDate()),
          Column.text("UAI", row -> row.who().uai()),
          Column.text("Établissement", row -> row.who().school()),
          Column.text("Demandeur", row -> row.who().applicant()),
          Column.instant("Envoyée le", row -> row.dates().submitted()),
          Column.instant("Complète le", row -> row.dates().complete()),
          Column.whole("Premier trimestre", row -> row.dates().firstTerm()),
          Column.decimal("Quotient familial", row -> row.figures().quotient()),
          Column.money("Revenu fiscal de référence", row -> row.figures().income()),
          Column.decimal("Parts fiscales", row -> row.figures().shares()),
          Column.whole("Enfants à charge", row -> row.figures().children()),
          Column.text("Code postal", row -> row.figures().postalCode()),
          Column.text("Régime", row -> row.meals().boarding()),
          Column.whole("Repas par semaine", row -> row.meals().perWeek()),
          Column.instant("Décidée le", row -> row.dates().decided()),
          Column.decimal("Taux (%)", row -> row.given().rate()),
          Column.money("Montant unitaire", row -> row.given().amount()),
          Column.text("Unité", row -> row.given().unit()),
          Column.money("Montant de l'année", row -> row.given().year()),
          Column.text("Suivie par", ExportedApplication::officer),
          Column.yesNo("Anonymisée", ExportedApplication::forgotten));

  static ExportedApplication read(AidRow row) throws SQLException {
    String unit = row.textOrNull("unit");
    String boarding = row.textOrNull("boarding_status");
    return new ExportedApplication(
        row.number("number"),
        state(row.one("stands", ApplicationState.class))
            + (row.yes("archived") ? ", archivée" : ""),
        new Who(
            row.text("child_family_name"),
            row.text("child_given_name"),
            row.maybeDay("child_birth_date").orElse(null),
            row.textOrNull("uai"),
            row.textOrNull("school"),
            row.text("applicant_name")),
        new Dates(
            row.instant("submitted_at"),
            row.maybeInstant("complete_at").orElse(null),
            row.smallOrNull("first_term"),
            row.maybeInstant("decided_at").orElse(null)),
        new Figures(
            row.amountOrNull("family_quotient"),
            row.amountOrNull("reference_tax_income"),
            row.amountOrNull("tax_shares"),
            row.smallOrNull("dependent_children"),
            row.textOrNull("residence_postal_code")),
        new Meals(boarding == null ? null : boarding(boarding), row.smallOrNull("meals_a_week")),
        new Given(
            row.amountOrNull("rate"),
            row.amountOrNull("amount"),
            unit == null ? null : unit(AmountUnit.valueOf(unit)),
            row.amountOrNull("year_amount")),
        row.textOrNull("assigned_name"),
        row.yes("forgotten"));
  }

  private static String state(ApplicationState state) {
    return switch (state) {
      case DRAFT -> "Brouillon";
      case SUBMITTED -> "En attente";
      case IN_REVIEW -> "En instruction";
      case TO_COMPLETE -> "À compléter";
      case GRANTED -> "Accordée";
      case REFUSED -> "Refusée";
      case CLOSED -> "Classée sans suite";
      case WITHDRAWN -> "Retirée";
      case ARCHIVED -> "Archivée";
    };
  }

  private static String unit(AmountUnit unit) {
    return switch (unit) {
      case PER_MEAL -> "par repas";
      case PER_TERM -> "par trimestre";
      case PER_YEAR -> "par an";
      case RATE -> "taux";
    };
  }

  private static String boarding(String code) {
    return switch (code) {
      case "DAY" -> "Externe";
      case "HALF_BOARDER", "HALF_BOARDER_TICKET", "HALF_BOARDER_ELSEWHERE" -> "Demi-pensionnaire";
      case "BOARDER", "BOARDER_HOUSED", "BOARDER_IN_TOWN" -> "Interne";
      default -> code;
    };
  }
}
