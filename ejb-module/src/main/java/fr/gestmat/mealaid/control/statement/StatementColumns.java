package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.reports.spreadsheet.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a statement as a workbook or as CSV for the school's software. Their order and
 * headings are a contract: new ones come at the end (M-I21).
 */
final class StatementColumns {

  private StatementColumns() {}

  /**
   * What all lines of a statement have in common.
   *
   * @param number its number, once it is final
   * @param uai of the school
   * @param schoolYear as people write it
   * @param term 1 to 3
   */
  record Head(@Nullable String number, String uai, String schoolYear, int term) {}

  static List<Column<StatedLine>> of(Head head) {
    return List.of(
        Column.text("Numéro d'état", line -> head.number()),
        Column.text("UAI", line -> head.uai()),
        Column.text("Année scolaire", line -> head.schoolYear()),
        Column.whole("Trimestre de l'état", line -> head.term()),
        Column.text("INE", line -> line.child().ine()),
        Column.text("Nom", line -> line.child().familyName()),
        Column.text("Prénom", line -> line.child().givenName()),
        Column.text("Classe", line -> line.child().className()),
        Column.text("Régime", StatementWords::regime),
        Column.whole("Repas par semaine", line -> line.child().mealsAWeek()),
        Column.text("Nature", line -> StatementWords.line(line.kind())),
        Column.whole("Trimestre payé", StatedLine::term),
        Column.date("Du", line -> line.money().firstDay()),
        Column.date("Au", line -> line.money().lastDay()),
        Column.whole("Jours", line -> line.money().termDays() == 0 ? null : line.money().days()),
        Column.decimal("Taux en %", line -> line.money().rate()),
        Column.money("Montant à déduire", line -> line.isShare() ? null : line.amount()),
        Column.text("Remarque", StatementWords::remark),
        Column.whole("Dossier", line -> line.child().applicationNumber()));
  }
}
