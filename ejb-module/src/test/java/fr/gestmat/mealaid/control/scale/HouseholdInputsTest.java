package fr.gestmat.mealaid.control.scale;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.Figures;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a decision keeps of a household gives the same result again. */
class HouseholdInputsTest {

  static Stream<Household> households() {
    return Stream.of(
        Household.unknown(),
        Household.unknown().withholding(),
        Household.unknown().withFamilyQuotient(new BigDecimal("410.01")).withWelfare(false),
        Household.unknown()
            .withTaxIncome(new BigDecimal("0"))
            .withTaxShares(new BigDecimal("2.50"))
            .withChildren(3)
            .withChildRank(2)
            .withScholarship(true)
            .withWelfare(true));
  }

  @ParameterizedTest
  @MethodSource("households")
  @DisplayName("M-F31 M-F05: inputs come back to the cent, and what was unknown as unknown")
  void kept_and_read_again(Household household) {
    assertThat(HouseholdInputs.read(HouseholdInputs.json(household).toString()))
        .isEqualTo(household);
  }

  @Test
  void of_an_application() {
    Household household =
        HouseholdInputs.of(
            new Figures(
                new BigDecimal("486.00"),
                new BigDecimal("18250.00"),
                BigDecimal.ZERO,
                2,
                null,
                4,
                null));

    assertThat(household)
        .isEqualTo(
            Household.unknown()
                .withFamilyQuotient(new BigDecimal("486.00"))
                .withTaxIncome(new BigDecimal("18250.00"))
                .withChildren(2));
    assertThat(HouseholdInputs.of(Figures.UNKNOWN)).isEqualTo(Household.unknown());
  }
}
