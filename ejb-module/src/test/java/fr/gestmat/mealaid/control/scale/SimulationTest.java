package fr.gestmat.mealaid.control.scale;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.scale.Simulation.Change;
import fr.gestmat.mealaid.control.scale.Simulation.Outcome;
import fr.gestmat.mealaid.control.scale.Simulation.Past;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winners, losers and cost, and what an award gives in each term. */
class SimulationTest {

  private static final List<Term> TERMS = List.of(term(1, 70), term(2, 50), term(3, 40));
  private static final BigDecimal PRICE = new BigDecimal("4.00");

  @Test
  @DisplayName("M-F32: gainers, losers and cost of a scale on last year's applications")
  void winners_losers_and_cost() {
    Scale scale =
        PublishedScales.byQuotient(
            AmountUnit.PER_MEAL,
            Sense.AID,
            BoundStyle.UPPER_INCLUDED,
            List.of(
                Bracket.between(null, "500", Tariff.flat("3.00")),
                Bracket.between("500", "900", Tariff.flat("1.00")),
                Bracket.between("1000", null, Tariff.flat("0"))));
    Simulation simulation = new Simulation(scale, TERMS, PRICE);
    simulation.take(past("400", AmountUnit.RATE, "50", 5));
    simulation.take(past("600", AmountUnit.RATE, "50", 5));
    simulation.take(past("600", AmountUnit.PER_MEAL, "1.00", 5));
    simulation.take(past("450", null, "0", 4));
    simulation.take(past("950", AmountUnit.PER_MEAL, "1.00", 5));
    simulation.take(
        new Past(Household.unknown(), Optional.of(AmountUnit.RATE), PRICE, Optional.empty()));

    Outcome outcome = simulation.outcome();

    assertThat(outcome.all()).isEqualTo(6);
    assertThat(outcome.count(Change.WINS)).isEqualTo(2);
    assertThat(outcome.count(Change.LOSES)).isEqualTo(1);
    assertThat(outcome.count(Change.SAME)).isEqualTo(1);
    assertThat(outcome.count(Change.NO_RULE)).isEqualTo(1);
    assertThat(outcome.count(Change.UNDETERMINED)).isEqualTo(1);
    // Half of 4 euros for 160 meals, twice; 1 euro for 160 meals; nothing.
    assertThat(outcome.before()).isEqualByComparingTo("800.00");
    // 3 euros for 160 meals; 1 euro for 160, twice; 3 euros for 128.
    assertThat(outcome.after()).isEqualByComparingTo("1184.00");
    assertThat(outcome.won()).isEqualByComparingTo("544.00");
    assertThat(outcome.lost()).isEqualByComparingTo("160.00");
    assertThat(outcome.brackets())
        .extracting(Simulation.InBracket::applications)
        .containsExactly(2L, 2L, 0L);
    assertThat(outcome.brackets().get(0).euros()).isEqualByComparingTo("864.00");
  }

  @Test
  @DisplayName("M-F32: meals that are not known count every day, not none")
  void unknown_meals() {
    Simulation simulation =
        new Simulation(
            PublishedScales.byQuotient(
                AmountUnit.PER_MEAL,
                Sense.AID,
                BoundStyle.UPPER_INCLUDED,
                List.of(Bracket.between(null, null, Tariff.flat("1.00")))),
            TERMS,
            PRICE);
    simulation.take(
        new Past(
            Household.unknown().withFamilyQuotient(BigDecimal.ONE),
            Optional.empty(),
            BigDecimal.ZERO,
            Optional.empty()));

    assertThat(simulation.outcome().after()).isEqualByComparingTo("160.00");
  }

  @ParameterizedTest(name = "{0} {1} from term {2}, {3} meals a week: {4}")
  @CsvSource({
    "PER_MEAL, 1.50, 1, 5, '105.00 75.00 60.00'",
    "PER_MEAL, 1.50, 1, 4, '84.00 60.00 48.00'",
    "PER_MEAL, 1.50, 2, 4, '60.00 48.00'",
    "PER_MEAL, 1.50, 3, 3, '36.00'",
    "RATE, 50, 1, 5, '140.00 100.00 80.00'",
    "PER_TERM, 35, 1, 1, '35.00 35.00 35.00'",
    "PER_TERM, 35, 2, 5, '35.00 35.00'",
    "PER_YEAR, 250, 1, 5, '83.33 83.33 83.33'",
    "PER_YEAR, 250, 3, 5, '83.33'"
  })
  @DisplayName("M-F13: terms of unequal length, amounts of equal periods")
  void terms(AmountUnit unit, String value, int first, int meals, String expected) {
    List<TermAmounts.Amount> amounts =
        TermAmounts.of(
            new Award(Sense.AID, unit, new BigDecimal(value)),
            TERMS,
            first,
            meals,
            Optional.of(PRICE));

    assertThat(amounts)
        .extracting(amount -> amount.euros().orElseThrow().toPlainString())
        .containsExactly(expected.split(" "));
    assertThat(amounts.get(0).term()).isEqualTo(first);
    assertThat(amounts.get(0).rate().isPresent()).isEqualTo(unit == AmountUnit.RATE);
  }

  @Test
  @DisplayName("A rate without a price has no amount: schools compute it from their invoices")
  void rate_without_price() {
    assertThat(
            TermAmounts.of(
                new Award(Sense.AID, AmountUnit.RATE, PRICE), TERMS, 1, 5, Optional.empty()))
        .allSatisfy(amount -> assertThat(amount.euros()).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"51, 4, 41", "52, 3, 31", "50, 5, 50", "50, 7, 50"})
  void meals_of_a_term(int days, int week, int meals) {
    assertThat(TermAmounts.meals(term(1, days), week)).isEqualTo(meals);
  }

  private static Past past(String quotient, AmountUnit unit, String given, int meals) {
    return new Past(
        Household.unknown().withFamilyQuotient(new BigDecimal(quotient)),
        Optional.ofNullable(unit),
        new BigDecimal(given),
        Optional.of(meals));
  }

  private static Term term(int number, int days) {
    return new Term(number, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18), days);
  }
}
