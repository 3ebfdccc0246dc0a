package fr.gestmat.web.mealaid.scale;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.SchoolLevel;
import fr.gestmat.mealaid.control.eligibility.SchoolSector;
import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Finding;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.mealaid.control.scale.Step;
import fr.gestmat.mealaid.control.scale.Tariff;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import fr.gestmat.reports.sheet.SheetProblem;
import fr.gestmat.web.view.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a rule or a check may say has a sentence in both languages. */
class ScaleWordsTest {

  private static final List<String> REASONS =
      List.of(
          "NOT_HALF_BOARDER",
          "TOO_FEW_MEALS",
          "NOT_A_COLLEGE",
          "GRADE_OUTSIDE",
          "SECTOR_NOT_ADMITTED",
          "NOT_RESIDENT",
          "SCHOOL_NOT_LISTED",
          "NO_CUSTODY",
          "INCOME_ABOVE_SCALE");

  private static final List<String> REFUSALS =
      List.of(
          "draftThere",
          "tooManyLines",
          "linesUnreadable",
          "findingsLeft",
          "notConfirmed",
          "labelTooLong",
          "childrenUnreadable",
          "conditionUnknown",
          "numberMissing",
          "valueMissing",
          "valueAndEffort",
          "effortIncomplete",
          "numberUnreadable",
          "mostBelowLeast");

  @Test
  void every_code_has_its_sentence() {
    List<String> keys = new ArrayList<>();
    add(keys, "scale.finding.", "", Finding.Code.values());
    add(keys, "scale.step.", "", Step.Code.values());
    add(keys, "scale.missing.", "", Missing.values());
    add(keys, "scale.kind.", "", ScaleKind.values());
    add(keys, "scale.figure.", "", ScaleKind.values());
    add(keys, "scale.drawing.", "", ScaleKind.values());
    add(keys, "scale.unit.", "", AmountUnit.values());
    add(keys, "scale.value.", "", AmountUnit.values());
    add(keys, "scale.style.", "", BoundStyle.values());
    add(keys, "scale.style.said.", "", BoundStyle.values());
    for (String form : List.of(".upTo", ".between", ".from")) {
      add(keys, "scale.range.", form, BoundStyle.values());
    }
    add(keys, "scale.condition.", "", ConditionKind.values());
    add(keys, "scale.sheet.", "", SheetProblem.Kind.values());
    add(keys, "scale.simulation.", "", Simulation.Change.values());
    add(keys, "simulator.rule.", ".passed", RuleCode.values());
    add(keys, "simulator.rule.", ".open", RuleCode.values());
    add(keys, "simulator.level.", "", SchoolLevel.values());
    add(keys, "simulator.sector.", "", SchoolSector.values());
    add(keys, "simulator.", "", Missing.values());
    REASONS.forEach(reason -> keys.add("simulator.reason." + reason));
    REFUSALS.forEach(code -> keys.add("scale.refused." + code));
    for (Locale language : List.of(Locale.FRANCE, Locale.UK)) {
      Texts texts = Texts.in(language);
      assertThat(keys).as(language.toString()).allMatch(texts::has);
    }
  }

  @Test
  @DisplayName("M-F16: a level with a cell for each number of children; lines without columns")
  void tables() {
    Scale columns =
        scale(
            ScaleKind.INCOME_BY_CHILDREN,
            Bracket.between(null, "900", Tariff.flat("9")).called("A").inColumn(1),
            Bracket.between("900", null, Tariff.flat("0")).called("B").inColumn(1),
            Bracket.between(null, null, Tariff.flat("9")).called("A").inColumn(2));
    Scale plain =
        scale(
            ScaleKind.FAMILY_QUOTIENT,
            Bracket.between(null, "900", Tariff.flat("9")),
            Bracket.between("900", null, Tariff.flat("0")));

    ScaleTable levels = ScaleTable.of(columns);
    assertThat(levels.columns()).containsExactly(1, 2);
    assertThat(levels.levels()).extracting(ScaleTable.Level::label).containsExactly("A", "B");
    assertThat(levels.levels().get(0).cells()).allMatch(java.util.Optional::isPresent);
    assertThat(levels.levels().get(1).cells().get(1)).isEmpty();
    assertThat(ScaleTable.of(plain).columns()).isEmpty();
    assertThat(ScaleTable.of(plain).levels()).hasSize(2);
  }

  @Test
  @DisplayName(
      "M-F16: steps go down from left to right, as far as the last bound and a little more")
  void drawing() {
    ScaleDrawing drawing =
        ScaleDrawing.of(
            scale(
                ScaleKind.FAMILY_QUOTIENT,
                Bracket.between(null, "500", Tariff.flat("10")),
                Bracket.between("500", null, Tariff.flat("5"))));

    assertThat(drawing.isNamed()).isFalse();
    assertThat(drawing.top()).isEqualByComparingTo("10");
    assertThat(drawing.lines().get(0).points())
        .isEqualTo("0.0,20.0 533.3,20.0 533.3,110.0 640.0,110.0");
    assertThat(drawing.bounds()).extracting(one -> one.euros().intValue()).containsExactly(0, 500);
  }

  private static Scale scale(ScaleKind kind, Bracket... brackets) {
    return new Scale(
        kind, AmountUnit.PER_MEAL, Sense.AID, BoundStyle.UPPER_INCLUDED, false, List.of(brackets));
  }

  private static void add(List<String> keys, String before, String after, Enum<?>[] constants) {
    Arrays.stream(constants).map(one -> before + one.name() + after).forEach(keys::add);
  }
}
