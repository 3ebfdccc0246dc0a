package fr.gestmat.mealaid.control.scale;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.scale.ScaleSheet.Outcome;
import fr.gestmat.mealaid.control.scale.ScaleSheet.Row;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.reports.sheet.SheetProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scales out of spreadsheets. */
class ScaleSheetTest {

  @TempDir private Path folder;

  @Test
  @DisplayName(
      "J3: a line for each bracket, in French, with what means nothing left aside and said")
  void brackets() throws IOException {
    ScaleSheet.Content content =
        read(
            """
            Tranche;De;Jusqu'à;Montant;Observations
            Tranche 1;;410;1,50;
            Tranche 2;410;510;2,15 €;revue en juin
            Tranche 3;510;;2,70;
            Total;;;;
            """);

    assertThat(content.isUsable()).isTrue();
    assertThat(content.unknown()).containsExactly("Observations");
    assertThat(content.rows())
        .containsExactly(
            new Row(2, Outcome.TAKEN),
            new Row(3, Outcome.TAKEN),
            new Row(4, Outcome.TAKEN),
            new Row(5, Outcome.WITHOUT_AMOUNT));
    assertThat(content.leftOut()).containsExactly(new Row(5, Outcome.WITHOUT_AMOUNT));
    Scale scale = scale(ScaleKind.FAMILY_QUOTIENT, content).orElseThrow();
    assertThat(scale.brackets())
        .containsExactly(
            Bracket.between(null, "410", Tariff.flat("1.50")).called("Tranche 1"),
            Bracket.between("410", "510", Tariff.flat("2.15")).called("Tranche 2"),
            Bracket.between("510", null, Tariff.flat("2.70")).called("Tranche 3"));
  }

  @Test
  @DisplayName("J1: a table of ceilings by number of children, as it is printed, can be published")
  void ceilings() throws IOException {
    ScaleSheet.Content content =
        read(
            """
            Échelon\t1\t2 enfants\t3 et plus\tMontant par trimestre
            1\t17 927\t22 064\t26 201\t38
            2\t9691\t11928\t14164\t105
            3\t3419\t4208\t4997\t165
            sans\t\t\t\t0
            """);

    Scale scale = scale(ScaleKind.INCOME_BY_CHILDREN, content).orElseThrow();

    assertThat(scale.columns()).containsExactly(1, 2, 3);
    assertThat(scale.brackets()).hasSize(12);
    assertThat(ScaleChecks.publish(scale, Optional.of(LocalDate.of(2024, 9, 1)))).isEmpty();
    assertThat(scale.brackets().get(1))
        .isEqualTo(Bracket.between("3419", "9691", Tariff.flat("105")).called("2").inColumn(1));
  }

  @Test
  @DisplayName("J4 M-F17: conditions and effort rates are read; a condition that is none is said")
  void conditionsAndEffort() throws IOException {
    ScaleSheet.Content content =
        read(
            """
            Nom;De;Jusqu'à;Montant;Condition;Taux d'effort;Plancher;Au plus
            Insertion;;;0,40;RSA;;;
            Autres;;;;;0,36;2,60;4,50
            """);

    assertThat(scale(ScaleKind.FAMILY_QUOTIENT, content).orElseThrow().brackets())
        .extracting(Bracket::tariff)
        .containsExactly(Tariff.flat("0.40"), Tariff.effort("0.36", "2.60", "4.50"));
    assertThat(read("De;Jusqu'à;Montant;Condition\n;;1;vacances\n").lines().get(0).read().reasons())
        .extracting(reason -> reason.code())
        .containsExactly("conditionUnknown");
  }

  @Test
  void sheets_that_are_no_scales() throws IOException {
    assertThat(read("Nom;Prénom\nDurand;Zoé\n").isUsable()).isFalse();
    assertThat(read("Nom;Prénom\nDurand;Zoé\n").missing()).isTrue();
    assertThat(read("").problem()).contains(SheetProblem.Kind.EMPTY);
    assertThat(read("De;Jusqu'à;Montant\n").isUsable()).isFalse();
    assertThat(read("De;Jusqu'à;Montant\n0;10\n").rows())
        .containsExactly(new Row(2, Outcome.ODD_CELLS));
  }

  private ScaleSheet.Content read(String text) throws IOException {
    Path file = Files.createTempFile(folder, "scale", ".csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return ScaleSheet.read(file);
  }

  private static Optional<Scale> scale(ScaleKind kind, ScaleSheet.Content content) {
    return new TypedScale(
            kind,
            AmountUnit.PER_TERM,
            BoundStyle.UPPER_INCLUDED,
            false,
            Optional.empty(),
            List.copyOf(content.lines()))
        .scale();
  }
}
