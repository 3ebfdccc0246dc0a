package fr.gestmat.mealaid.control.statement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.CsvFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a school's software is given, whatever a child's name is. */
class StatementFilesTest {

  private static final StatementColumns.Head HEAD =
      new StatementColumns.Head("EV-2026-0001", "0990421T", "2026-2027", 1);

  @TempDir private Path folder;

  private static StatedLine line(String family, String given, String amount) {
    return new StatedLine(
        LineKind.DUE,
        1,
        new StatedChild(1L, 7L, 1L, null, family, given, "4A", "HALF_BOARDER", 4),
        StatedAmount.of(new BigDecimal(amount)),
        null,
        null);
  }

  private List<String> csv(StatedLine... lines) throws Exception {
    Path file = folder.resolve("etat.csv");
    CsvFile.write(
        file,
        new Table<>("État", "Essai", ZoneId.of("Europe/Paris"), StatementColumns.of(HEAD)),
        RowSource.of(List.of(lines)));
    return List.of(Files.readString(file).split("\r\n", -1));
  }

  @Test
  @DisplayName("M-I21 the columns keep their order, for they are a contract")
  void columns() throws Exception {
    assertThat(csv().get(0))
        .isEqualTo(
            "\uFEFFNuméro d'état;UAI;Année scolaire;Trimestre de l'état;INE;Nom;Prénom;Classe;Régime;"
                + "Repas par semaine;Nature;Trimestre payé;Du;Au;Jours;Taux en %;Montant à déduire;"
                + "Remarque;Dossier");
  }

  @Test
  @DisplayName("M-I19 no name becomes a formula, and an amount taken back stays a number")
  void formulas() throws Exception {
    List<String> lines =
        csv(line("=cmd|' /C calc'!A0", "@SUM(A1)", "-12.50"), line(" +33", "-Ana", "3.00"));

    assertThat(lines.get(1)).contains(";'=cmd|' /C calc'!A0;'@SUM(A1);").contains(";-12,50;");
    assertThat(lines.get(2)).contains(";' +33;'-Ana;").contains(";3,00;");
  }

  @Test
  @DisplayName("M-I20 quotes, semicolons and line ends stay inside their cell")
  void quotes() throws Exception {
    assertThat(csv(line("O\"Neil; dit", "Al\nex\u0000", "1.00")).get(1))
        .contains(";\"O\"\"Neil; dit\";\"Al\nex\";");
  }

  @Test
  void a_share_of_the_invoice_has_a_rate_and_no_amount() throws Exception {
    StatedLine plain = line("Carlier", "Zoé", "0.00");
    StatedAmount half =
        new StatedAmount(
            null, null, new BigDecimal("50"), null, null, 0, 0, StatedAmount.ZERO, null);
    StatedLine share =
        new StatedLine(LineKind.DUE, 1, plain.child(), half, plain.problem(), plain.sourceId());

    List<String> lines = csv(plain, share);

    assertThat(lines.get(1)).contains(";;0,00;");
    assertThat(lines.get(2)).contains(";50;;");
  }

  @Test
  void headings_are_all_different() {
    List<String> headings = StatementColumns.of(HEAD).stream().map(Column::heading).toList();

    assertThat(headings).doesNotHaveDuplicates();
  }
}
