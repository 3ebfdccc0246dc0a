package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.PublishedScales.SCHOLARSHIPS;
import static fr.gestmat.mealaid.control.scale.PublishedScales.byQuotient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.mealaid.control.scale.PublishedScales.Scholarship;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What scales say, on scales that were published. */
class ScaleTest {

  private static final BigDecimal EURO = BigDecimal.ONE;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  static Stream<Arguments> ceilings() {
    List<Arguments> all = new ArrayList<>();
    for (Scholarship year : SCHOLARSHIPS) {
      for (int level = 1; level <= year.ceilings().length; level++) {
        for (int children = 1; children <= 8; children++) {
          int ceiling = year.ceilings()[level - 1][children - 1];
          int next = level == 1 ? 0 : year.perTerm()[level - 2];
          all.add(
              arguments(year, children, ceiling, year.perTerm()[level - 1], "at level " + level));
          all.add(arguments(year, children, ceiling + 1, next, "above level " + level));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "J1 M-F01 M-F02 {0}: {1} children, {2} euros, {4}: {3} a term")
  @MethodSource("ceilings")
  void a_ceiling_is_included_and_the_next_euro_is_not(
      Scholarship year, int children, int income, int perTerm, String where) {
    Assessment said = year.scale().assess(taxed(children, income));

    assertThat(award(said).perChild()).as(where).isEqualByComparingTo(String.valueOf(perTerm));
  }

  @ParameterizedTest(name = "J2 M-F05 {0}: {1} children, {2} euros: level {3}, {4} a year")
  @CsvSource({
    "2015-16, 2, 0, 3, 360",
    "2015-16, 2, 4000, 2, 231",
    "2015-16, 2, 9800, 1, 84",
    "2015-16, 2, 18100, 0, 0",
    "2016-17, 2, 18260, 0, 0",
    "2016-17, 2, 18250, 1, 84",
    "2016-17, 3, 11700, 2, 231",
    "2016-17, 3, 11720, 1, 84",
    "2017-18, 1, 14955, 1, 105",
    "2017-18, 1, 14956, 0, 0",
    "2017-18, 1, 8084, 2, 288",
    "2017-18, 1, 8085, 1, 105",
    "2017-18, 1, 2852, 3, 450",
    "2017-18, 2, 9950, 2, 288"
  })
  void points_of_the_scholarship(String year, int children, int income, String level, String sum) {
    Assessment said = scholarship(year).scale().assess(taxed(children, income));

    assertThat(((Assessment.Matched) said).label()).isEqualTo(level);
    assertThat(award(said).inPeriods(3, EURO).perChild()).isEqualByComparingTo(sum);
  }

  @Test
  @DisplayName("M-F33 J2: two children at collège get twice what one gets; the total is named")
  void the_total_is_that_of_the_children_who_benefit() {
    Award award = award(scholarship("2016-17").scale().assess(taxed(2, 18250)));

    assertThat(award.inPeriods(3, EURO).forChildren(2)).isEqualByComparingTo("168");
    assertThat(award.perChild()).isEqualByComparingTo("28");
  }

  @Test
  @DisplayName("M-F04 J2: no child at collège gives nothing, although there is a level")
  void no_child_no_aid() {
    Assessment said = PublishedScales.Y2017.scale().assess(taxed(1, 2852));

    assertThat(((Assessment.Matched) said).label()).isEqualTo("3");
    assertThat(award(said).inPeriods(3, EURO).forChildren(0)).isEqualByComparingTo("0");
  }

  @Test
  @DisplayName("M-F06: more children than columns have the last column, and are told so")
  void more_children_than_columns() {
    Scale scale = PublishedScales.Y2024.scale();

    Assessment eleven = scale.assess(taxed(11, 46886));

    assertThat(award(eleven).perChild()).isEqualByComparingTo("38");
    assertThat(eleven.steps()).contains(Step.of(Step.Code.LAST_COLUMN, 11, 8));
    assertThat(scale.assess(taxed(8, 46886)).steps()).contains(Step.of(Step.Code.COLUMN, 8));
  }

  @Test
  @DisplayName("M-F14: no column for a household is an error, not 0")
  void fewer_children_than_columns() {
    Assessment none = PublishedScales.Y2024.scale().assess(taxed(0, 1000));

    assertThat(none).isInstanceOf(Assessment.NoRule.class);
    assertThat(none.steps()).contains(Step.of(Step.Code.NO_COLUMN, 0));
  }

  @ParameterizedTest(name = "J3 M-F07 M-F08 Strasbourg: quotient {0} pays {1}")
  @CsvSource({
    "0, 1.50",
    "409, 1.50",
    "410, 1.50",
    "410.01, 2.15",
    "510, 2.15",
    "620, 2.70",
    "720, 3.25",
    "820, 3.80",
    "920, 4.40",
    "1030, 5.10",
    "1540, 5.80",
    "2050, 6.30",
    "2050.01, 6.90",
    "2060, 6.90"
  })
  void strasbourg(String quotient, String price) {
    assertThat(award(PublishedScales.strasbourg().assess(quotient(quotient))).perChild())
        .isEqualByComparingTo(price);
  }

  @ParameterizedTest(name = "J3 M-F08 Strasbourg: quotient {0}, {1} meals: {2}")
  @CsvSource({"409, 15, 22.50", "2060, 20, 138.00"})
  void strasbourg_by_meals(String quotient, int meals, BigDecimal sum) {
    Award award = award(PublishedScales.strasbourg().assess(quotient(quotient)));

    assertThat(award.forMeals(meals, BigDecimal.ZERO)).isEqualTo(sum);
  }

  @Test
  @DisplayName("M-F07 M-F09 Strasbourg after school: the lower bound is included")
  void lower_bound_included() {
    Scale scale = PublishedScales.strasbourgAfterSchool();

    assertThat(award(scale.assess(quotient("410"))).perChild()).isEqualByComparingTo("16.70");
    assertThat(award(scale.assess(quotient("409.99"))).perChild()).isEqualByComparingTo("20.46");
  }

  @ParameterizedTest(name = "J4 Val-de-Marne: quotient {0}, RSA {1}: {2}")
  @CsvSource({
    "480, false, 0.40",
    "480.01, false, 1.15",
    "600, false, 1.15",
    "600.01, false, 1.55",
    "840, false, 1.55",
    "840.01, false, 2.10",
    "1025, false, 2.10",
    "1200, false, 2.80",
    "1400, false, 3.50",
    "1530, false, 4.20",
    "1680, false, 4.70",
    "1890, false, 5.40",
    "2225, false, 5.70",
    "2225.01, false, 5.95",
    "900, true, 0.40",
    "550, true, 0.40"
  })
  void the_first_rule_that_matches_wins(String quotient, boolean welfare, String price) {
    Assessment said = PublishedScales.valDeMarne().assess(quotient(quotient).withWelfare(welfare));

    assertThat(award(said).perChild()).isEqualByComparingTo(price);
    assertThat(said.steps())
        .contains(
            Step.of(
                welfare ? Step.Code.CONDITION_MET : Step.Code.CONDITION_NOT_MET,
                ConditionKind.WELFARE,
                0));
  }

  @Test
  void what_a_scale_may_ask_is_its_figure_and_its_conditions() {
    assertThat(PublishedScales.valDeMarne().questions())
        .containsExactlyInAnyOrder(Missing.FAMILY_QUOTIENT, Missing.WELFARE);
    assertThat(scholarship("2016-17").scale().questions())
        .containsExactlyInAnyOrder(Missing.TAX_INCOME, Missing.CHILDREN);
  }

  @Test
  @DisplayName("J4: whoever receives the RSA needs no quotient; who may receive it is asked")
  void a_condition_alone_may_decide_and_is_never_guessed() {
    Scale scale = PublishedScales.valDeMarne();

    assertThat(award(scale.assess(Household.unknown().withWelfare(true))).perChild())
        .isEqualByComparingTo("0.40");
    assertThat(missing(scale.assess(quotient("900")))).containsExactly(Missing.WELFARE);
    assertThat(missing(scale.assess(Household.unknown().withWelfare(false))))
        .containsExactly(Missing.FAMILY_QUOTIENT);
  }

  @ParameterizedTest(name = "J5 Hérault: quotient {0} gets {1} a meal")
  @CsvSource({"0, 2.80", "100, 2.80", "101, 1.80", "480, 1.80", "481, 0.60", "817, 0.60", "818, 0"})
  void herault(String quotient, String aid) {
    assertThat(award(PublishedScales.herault().assess(quotient(quotient))).perChild())
        .isEqualByComparingTo(aid);
  }

  @ParameterizedTest(
      name = "J5 J7 M-F14: a quotient in a hole ({0}) is an error of the scale, not 0")
  @CsvSource({"100.01", "100.99", "480.50"})
  void a_hole_is_no_zero(String quotient) {
    Assessment said = PublishedScales.herault().assess(quotient(quotient));

    assertThat(said).isInstanceOf(Assessment.NoRule.class);
    assertThat(said.steps())
        .contains(Step.of(Step.Code.NO_RULE, new BigDecimal(quotient).setScale(2)));
    assertThat(PublishedScales.bubry().assess(quotient("599.50").withChildRank(1)))
        .isInstanceOf(Assessment.NoRule.class);
  }

  @ParameterizedTest(name = "J6 M-F07 Antony: {0} children, {1} a month: {2} percent")
  @CsvSource({
    "2, 3500, 100",
    "2, 3558.99, 100",
    "2, 3559, 0",
    "2, 3600, 0",
    "1, 2731.99, 100",
    "1, 2732, 0",
    "7, 7527.99, 100",
    "9, 7527.99, 100",
    "9, 7528, 0"
  })
  void a_strict_ceiling_is_not_included(int children, BigDecimal month, String rate) {
    Scale scale = PublishedScales.antony(2732, 3559, 4394, 5180, 5961, 6745, 7528);
    BigDecimal year = month.multiply(BigDecimal.valueOf(12));

    Assessment said = scale.assess(Household.unknown().withTaxIncome(year).withChildren(children));

    assertThat(award(said).perChild()).isEqualByComparingTo(rate);
    assertThat(said.steps()).contains(Step.of(Step.Code.MONTHLY_INCOME, year, month.setScale(2)));
  }

  @ParameterizedTest(name = "J6 M-F10 Antony 2024: {0} children, {1} a month: {2} percent")
  @CsvSource({"1, 3070, 100", "1, 3071, 0", "3, 4939, 100", "3, 4940, 0", "7, 8460, 100"})
  void every_cell_of_a_version_has_its_start(int children, int month, String rate) {
    Scale scale = PublishedScales.antony(3071, 4000, 4940, 5822, 6701, 7581, 8461);

    assertThat(award(scale.assess(taxed(children, month * 12))).perChild())
        .isEqualByComparingTo(rate);
  }

  @ParameterizedTest(name = "J7 Bubry: quotient {0}, child {1}: {2}")
  @CsvSource({
    "599, 3, 1.00",
    "600, 1, 3.05",
    "600, 2, 3.05",
    "600, 3, 1.53",
    "999, 4, 1.53",
    "1000, 2, 3.10",
    "1000, 3, 1.55",
    "1500, 2, 3.15",
    "2500, 3, 1.58"
  })
  void the_rank_of_the_child(String quotient, int rank, String price) {
    assertThat(
            award(PublishedScales.bubry().assess(quotient(quotient).withChildRank(rank)))
                .perChild())
        .isEqualByComparingTo(price);
  }

  @ParameterizedTest(name = "J8 ADEP: quotient {0} gets {1} a year")
  @CsvSource({
    "0, 250",
    "375, 250",
    "375.01, 200",
    "563, 200",
    "563.01, 150",
    "750, 150",
    "750.01, 100",
    "875, 100",
    "875.01, 0"
  })
  void adep(String quotient, String year) {
    assertThat(award(PublishedScales.adep().assess(quotient(quotient))).perChild())
        .isEqualByComparingTo(year);
  }

  @ParameterizedTest(name = "J9 Nouvelle-Aquitaine: {0} euros over {1} shares pays {2}")
  @CsvSource({"9120, 3, 2.30", "9120.04, 3, 5.55", "7600, 2.5, 2.30", "40000, 2, 5.55"})
  void income_by_shares(BigDecimal income, BigDecimal shares, String price) {
    Assessment said =
        PublishedScales.nouvelleAquitaine()
            .assess(Household.unknown().withTaxIncome(income).withTaxShares(shares));

    assertThat(award(said).perChild()).isEqualByComparingTo(price);
  }

  @Test
  @DisplayName(
      "M-F30 J9: who gives nothing is taken for the highest incomes, if the campaign says so")
  void without_figures() {
    Scale scale = PublishedScales.nouvelleAquitaine();

    Assessment withheld = scale.assess(Household.unknown().withholding());

    assertThat(award(withheld).perChild()).isEqualByComparingTo("5.55");
    assertThat(withheld.steps()).contains(Step.of(Step.Code.WITHHELD));
    assertThat(missing(scale.assess(Household.unknown())))
        .containsExactly(Missing.TAX_INCOME, Missing.TAX_SHARES);
    assertThat(award(scale.assess(taxed(1, 100).withTaxShares(EURO).withholding())).perChild())
        .as("figures that are known count")
        .isEqualByComparingTo("2.30");
  }

  @Test
  @DisplayName(
      "M-F30: without figures, in columns: the same top for all, or the children are asked")
  void without_figures_in_columns() {
    Scale same = PublishedScales.Y2024.scale();
    Scale differing =
        new Scale(
            ScaleKind.INCOME_BY_CHILDREN,
            AmountUnit.RATE,
            Sense.AID,
            BoundStyle.UPPER_INCLUDED,
            false,
            List.of(
                Bracket.between(null, null, Tariff.flat("10")).inColumn(1),
                Bracket.between(null, null, Tariff.flat("20")).inColumn(2)));

    assertThat(award(same.assess(Household.unknown().withholding())).isNothing()).isTrue();
    assertThat(missing(differing.assess(Household.unknown().withholding())))
        .containsExactly(Missing.TAX_INCOME, Missing.CHILDREN);
    assertThat(
            award(differing.assess(Household.unknown().withChildren(2).withholding())).perChild())
        .isEqualByComparingTo("20");
  }

  @Test
  @DisplayName("M-F05: an unknown income is not 0; a column is not guessed")
  void unknown_is_not_zero() {
    Scale scale = PublishedScales.Y2017.scale();

    assertThat(missing(scale.assess(Household.unknown().withChildren(2))))
        .containsExactly(Missing.TAX_INCOME);
    assertThat(missing(scale.assess(Household.unknown().withTaxIncome(BigDecimal.ZERO))))
        .containsExactly(Missing.CHILDREN);
    assertThat(award(scale.assess(taxed(2, 0))).perChild()).isEqualByComparingTo("150");
    assertThat(missing(PublishedScales.nouvelleAquitaine().assess(taxed(1, 10))))
        .containsExactly(Missing.TAX_SHARES);
  }

  @ParameterizedTest(name = "M-F17 Fay-aux-Loges: quotient {0} pays {1}")
  @CsvSource({
    "0, 2.60",
    "722, 2.60",
    "723, 2.60",
    "725, 2.61",
    "1000, 3.60",
    "1250, 4.50",
    "1251, 4.50"
  })
  void effort_rate_between_two_bounds(String quotient, String price) {
    Scale scale =
        byQuotient(
            AmountUnit.PER_MEAL,
            Sense.PRICE,
            BoundStyle.UPPER_INCLUDED,
            List.of(Bracket.between(null, null, Tariff.effort("0.36", "2.60", "4.50"))));

    Assessment said = scale.assess(quotient(quotient));

    assertThat(award(said).perChild()).isEqualByComparingTo(price);
    assertThat(said.steps()).extracting(Step::code).contains(Step.Code.EFFORT);
    assertThat(missing(scale.assess(Household.unknown()))).containsExactly(Missing.FAMILY_QUOTIENT);
    assertThat(award(scale.assess(Household.unknown().withholding())).perChild())
        .isEqualByComparingTo("4.50");
  }

  @ParameterizedTest(name = "M-F13: {0} a year in {1} periods to {2}: {3} each, {4} in all")
  @CsvSource({
    "84.4, 3, 1, 28.00, 84.00",
    "85.5, 3, 1, 29.00, 87.00",
    "250, 3, 0.01, 83.33, 249.99",
    "100.01, 3, 0.01, 33.34, 100.02"
  })
  void the_year_is_the_sum_of_rounded_periods(
      String year, int periods, BigDecimal unit, BigDecimal each, BigDecimal sum) {
    Award award = new Award(Sense.AID, AmountUnit.PER_YEAR, new BigDecimal(year));

    Award.Instalments paid = award.inPeriods(periods, unit);

    assertThat(paid.each()).isEqualTo(each);
    assertThat(paid.perChild()).isEqualTo(sum);
  }

  @Test
  @DisplayName("M-F13: a rate is taken of the price of each meal, to the cent")
  void rates() {
    Award half = new Award(Sense.AID, AmountUnit.RATE, new BigDecimal("50"));

    assertThat(half.forMeals(10, new BigDecimal("3.85"))).isEqualTo("19.30");
    assertThatThrownBy(() -> half.inPeriods(3, CENT)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Award(Sense.AID, AmountUnit.PER_YEAR, EURO).forMeals(1, EURO))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  @DisplayName("M-F31: the same scale and the same household say the same, whatever came after")
  void the_same_again() {
    List<Bracket> typed = new ArrayList<>(PublishedScales.adep().brackets());
    Scale scale = byQuotient(AmountUnit.PER_YEAR, Sense.AID, BoundStyle.BOTH_INCLUDED, typed);
    Assessment before = scale.assess(quotient("375.01"));

    typed.clear();

    assertThat(scale.assess(quotient("375.01"))).isEqualTo(before);
  }

  @Test
  @DisplayName("A scale that does not rise gives no more to who has more (every euro up to 60,000)")
  void monotone_scales_give_monotone_results() {
    for (int children = 1; children <= 8; children++) {
      BigDecimal last = new BigDecimal("1000");
      for (int income = 0; income < 60_000; income += 7) {
        BigDecimal now =
            award(PublishedScales.Y2025.scale().assess(taxed(children, income))).perChild();
        assertThat(now).isLessThanOrEqualTo(last);
        last = now;
      }
    }
  }

  @Test
  void impossible_figures_are_refused() {
    assertThatThrownBy(() -> quotient("-0.01")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> taxed(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> taxed(1, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> quotient("1").withTaxShares(BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> quotient("1").withChildRank(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tariff.flat("-1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tariff.effort("1", "3", "2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition(ConditionKind.CHILD_RANK, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition(ConditionKind.WELFARE, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Scholarship scholarship(String year) {
    return switch (year) {
      case "2015-16" -> PublishedScales.Y2017.at(year, "9.43", "9.61", 28, 77, 120);
      case "2016-17" -> PublishedScales.Y2017.at(year, "9.53", "9.61", 28, 77, 120);
      default -> PublishedScales.Y2017;
    };
  }

  private static Household quotient(String euros) {
    return Household.unknown().withFamilyQuotient(new BigDecimal(euros));
  }

  private static Household taxed(int children, int euros) {
    return Household.unknown().withTaxIncome(BigDecimal.valueOf(euros)).withChildren(children);
  }

  private static Award award(Assessment said) {
    assertThat(said).isInstanceOf(Assessment.Matched.class);
    return ((Assessment.Matched) said).award();
  }

  private static List<Missing> missing(Assessment said) {
    assertThat(said).isInstanceOf(Assessment.Undetermined.class);
    return ((Assessment.Undetermined) said).missing();
  }
}
