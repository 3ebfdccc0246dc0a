package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.PublishedScales.byQuotient;
import static fr.gestmat.mealaid.control.scale.PublishedScales.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.mealaid.control.scale.Finding.Code;
import fr.gestmat.mealaid.control.scale.Finding.Severity;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen before a scale is published. */
class ScaleChecksTest {

  private static final Optional<LocalDate> START = Optional.of(LocalDate.of(2026, 9, 1));

  static Stream<PublishedScales.Scholarship> scholarships() {
    return PublishedScales.SCHOLARSHIPS.stream();
  }

  @ParameterizedTest(name = "J1 {0} can be published as it was")
  @MethodSource("scholarships")
  void the_scholarships_are_sound(PublishedScales.Scholarship year) {
    assertThat(ScaleChecks.publish(year.scale(), START)).isEmpty();
  }

  @Test
  @DisplayName("J3 J8 J9: sound scales by quotient can be published")
  void sound_scales() {
    assertThat(check(PublishedScales.strasbourg())).isEmpty();
    assertThat(check(PublishedScales.adep())).isEmpty();
    assertThat(check(PublishedScales.nouvelleAquitaine())).isEmpty();
  }

  @Test
  @DisplayName("J5 M-F09: the holes of Hérault's printed table are found, to the cent")
  void holes_of_herault() {
    assertThat(check(PublishedScales.herault()))
        .extracting(Finding::code, Finding::rows, Finding::data)
        .containsExactly(
            tuple(Code.HOLE, List.of(0, 1), List.of(0, euros("100.01"), euros("100.99"))),
            tuple(Code.HOLE, List.of(1, 2), List.of(0, euros("480.01"), euros("480.99"))));
  }

  @Test
  @DisplayName("J7: the holes of Bubry's table are found; those of the third child's are not holes")
  void holes_of_bubry() {
    assertThat(check(PublishedScales.bubry()))
        .extracting(Finding::code, Finding::data)
        .containsExactly(
            tuple(Code.HOLE, List.of(0, euros("599.01"), euros("599.99"))),
            tuple(Code.HOLE, List.of(0, euros("999.01"), euros("999.99"))),
            tuple(Code.HOLE, List.of(0, euros("1499.01"), euros("1499.99"))));
  }

  @Test
  @DisplayName("J4: two brackets for the same quotients are found")
  void overlap_of_val_de_marne() {
    assertThat(check(PublishedScales.valDeMarne()))
        .extracting(Finding::severity, Finding::code, Finding::rows, Finding::data)
        .containsExactly(
            tuple(
                Severity.ERROR,
                Code.OVERLAP,
                List.of(1, 2),
                List.of(0, euros("0.00"), euros("480.00"))));
  }

  @Test
  @DisplayName("M-F09: thresholds that stayed from the year before are seen as a price that falls")
  void leftover_thresholds() {
    assertThat(check(PublishedScales.strasbourgAfterSchool()))
        .extracting(Finding::severity, Finding::code, Finding::rows)
        .containsExactly(
            tuple(Severity.TO_CONFIRM, Code.NOT_MONOTONE, List.of(0, 1)),
            tuple(Severity.TO_CONFIRM, Code.NOT_MONOTONE, List.of(2, 3)),
            tuple(Severity.TO_CONFIRM, Code.NOT_MONOTONE, List.of(4, 5)));
  }

  @Test
  @DisplayName(
      "M-F12: 13,757 for 13,767 in the table of 2018 is off the line (at 13,766), and nothing else is")
  void a_misprint() {
    int[][] printed = {
      PublishedScales.Y2018.ceilings()[0],
      PublishedScales.Y2018.ceilings()[1].clone(),
      PublishedScales.Y2018.ceilings()[2]
    };
    printed[1][3] = 13757;
    Scale scale =
        new PublishedScales.Scholarship("misprint", printed, new int[] {35, 96, 151}).scale();

    assertThat(check(scale))
        .extracting(Finding::severity, Finding::code, Finding::data)
        .containsExactly(
            tuple(
                Severity.TO_CONFIRM,
                Code.OUTLIER,
                List.of(4, new BigDecimal("13757.0"), new BigDecimal("13766"))));
  }

  @Test
  @DisplayName("M-F10: a version has one start date, and needs it")
  void start_date() {
    assertThat(ScaleChecks.publish(PublishedScales.adep(), Optional.empty()))
        .extracting(Finding::code)
        .containsExactly(Code.NO_START);
  }

  @Test
  @DisplayName("M-F14: two brackets without a limit are an error")
  void two_defaults() {
    List<Bracket> brackets =
        List.of(
            Bracket.between(null, "500", Tariff.flat("100")),
            Bracket.between("500", null, Tariff.flat("50")),
            Bracket.between("900", null, Tariff.flat("0")));

    assertThat(check(aid(brackets)))
        .extracting(Finding::code, Finding::rows)
        .contains(tuple(Code.TWO_DEFAULTS, List.of(1, 2)));
  }

  @Test
  @DisplayName("M-F09: zero to infinity has to be covered, in each column")
  void zero_to_infinity() {
    assertThat(check(aid(List.of(Bracket.between("10", "500", Tariff.flat("100"))))))
        .extracting(Finding::code, Finding::rows, Finding::data)
        .containsExactly(
            tuple(Code.HOLE, List.of(0), List.of(0, euros("0.00"), euros("10.00"))),
            tuple(Code.HOLE, List.of(0), List.of(0, euros("500.01"), "")));
    assertThat(
            check(
                byChildren(
                    Bracket.between(null, null, Tariff.flat("1")).inColumn(1),
                    Bracket.between(null, "9", Tariff.flat("1")).inColumn(2))))
        .extracting(Finding::code, Finding::data)
        .containsExactly(tuple(Code.HOLE, List.of(2, euros("9.01"), "")));
  }

  @Test
  @DisplayName("M-F06 M-F09: every number of children up to the last column has one")
  void columns() {
    assertThat(
            check(
                byChildren(
                    Bracket.between(null, null, Tariff.flat("1")).inColumn(2),
                    Bracket.between(null, null, Tariff.flat("1")).inColumn(4))))
        .extracting(Finding::code, Finding::data)
        .containsExactly(tuple(Code.COLUMN_GAP, List.of(1)), tuple(Code.COLUMN_GAP, List.of(3)));
    assertThat(check(byChildren(Bracket.between(null, null, Tariff.flat("1")))))
        .extracting(Finding::code)
        .containsExactly(Code.NO_COLUMN);
    assertThat(check(aid(List.of(Bracket.between(null, null, Tariff.flat("1")).inColumn(1)))))
        .extracting(Finding::code)
        .containsExactly(Code.COLUMN_UNEXPECTED);
  }

  @Test
  @DisplayName("M-F09: an aid that rises with the income, or falls with the children, is confirmed")
  void order() {
    assertThat(check(aid(steps(new String[] {"500", "900"}, "50", "100", "0"))))
        .extracting(Finding::severity, Finding::code, Finding::rows, Finding::data)
        .containsExactly(
            tuple(
                Severity.TO_CONFIRM,
                Code.NOT_MONOTONE,
                List.of(0, 1),
                List.of(0, new BigDecimal("50"), new BigDecimal("100"))));
    assertThat(
            check(
                byChildren(
                    Bracket.between(null, "900", Tariff.flat("100")).inColumn(1),
                    Bracket.between("900", null, Tariff.flat("0")).inColumn(1),
                    Bracket.between(null, "800", Tariff.flat("100")).inColumn(2),
                    Bracket.between("800", null, Tariff.flat("0")).inColumn(2))))
        .extracting(Finding::severity, Finding::code, Finding::data)
        .containsExactly(
            tuple(
                Severity.TO_CONFIRM,
                Code.COLUMN_ORDER,
                List.of(1, 2, euros("800.01"), new BigDecimal("100"), new BigDecimal("0"))));
  }

  @Test
  @DisplayName("M-F17: an effort rate is a price that rises, so an aid that does is confirmed")
  void effort() {
    List<Bracket> effort = List.of(Bracket.between(null, null, Tariff.effort("10", "1", "4")));

    assertThat(
            check(byQuotient(AmountUnit.PER_MEAL, Sense.PRICE, BoundStyle.UPPER_INCLUDED, effort)))
        .isEmpty();
    assertThat(
            check(
                aid(
                    List.of(
                        Bracket.between(null, "40", Tariff.effort("10", "1", "4")),
                        Bracket.between("40", null, Tariff.flat("0"))))))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.NOT_MONOTONE, List.of(0)));
  }

  @Test
  @DisplayName("J7: an exception that stands after what it excepts never applies")
  void hidden_brackets() {
    Condition third = new Condition(ConditionKind.CHILD_RANK, 3);
    List<Bracket> brackets = new ArrayList<>(steps(new String[] {"500", "900"}, "9", "5", "0"));
    brackets.add(Bracket.between("100", "700", Tariff.flat("9")).when(third));

    assertThat(check(aid(brackets)))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.UNREACHABLE, List.of(3)));
    brackets.add(0, brackets.remove(3));
    assertThat(check(aid(brackets))).isEmpty();
  }

  @Test
  @DisplayName("J7: the second child's exception hides the third's if it stands before")
  void a_wider_exception_hides_a_narrower_one() {
    Bracket rest = Bracket.between(null, null, Tariff.flat("1"));
    Bracket second = rest.when(new Condition(ConditionKind.CHILD_RANK, 2));
    Bracket third = rest.when(new Condition(ConditionKind.CHILD_RANK, 3));

    assertThat(check(aid(List.of(second, third, rest))))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.UNREACHABLE, List.of(1)));
    assertThat(check(aid(List.of(third, second, rest)))).isEmpty();
    assertThat(
            check(
                aid(List.of(rest.when(Condition.of(ConditionKind.WELFARE)), third, second, rest))))
        .isEmpty();
  }

  @Test
  void bounds_and_rates_that_cannot_be() {
    assertThat(check(aid(List.of()))).extracting(Finding::code).containsExactly(Code.NO_BRACKET);
    assertThat(
            check(
                aid(
                    List.of(
                        Bracket.between("900", "500", Tariff.flat("5")),
                        Bracket.between(null, null, Tariff.flat("1"))))))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.EMPTY_BRACKET, List.of(0)));
    Scale rates =
        byQuotient(
            AmountUnit.RATE,
            Sense.AID,
            BoundStyle.UPPER_INCLUDED,
            steps(new String[] {"500"}, "100.01", "100"));
    assertThat(check(rates))
        .extracting(Finding::code, Finding::rows)
        .containsExactly(tuple(Code.RATE_OVER_100, List.of(0)));
  }

  @Test
  @DisplayName("A confirmation holds for what was seen only: another value is another finding")
  void keys() {
    Finding one = check(aid(steps(new String[] {"500", "900"}, "50", "100", "0"))).get(0);
    Finding other = check(aid(steps(new String[] {"500", "900"}, "50", "90", "0"))).get(0);

    assertThat(one.key()).isNotEqualTo(other.key());
  }

  private static List<Finding> check(Scale scale) {
    return ScaleChecks.publish(scale, START);
  }

  private static Scale aid(List<Bracket> brackets) {
    return byQuotient(AmountUnit.PER_MEAL, Sense.AID, BoundStyle.UPPER_INCLUDED, brackets);
  }

  private static Scale byChildren(Bracket... brackets) {
    return new Scale(
        ScaleKind.INCOME_BY_CHILDREN,
        AmountUnit.PER_MEAL,
        Sense.AID,
        BoundStyle.UPPER_INCLUDED,
        false,
        List.of(brackets));
  }

  private static BigDecimal euros(String value) {
    return new BigDecimal(value);
  }
}
