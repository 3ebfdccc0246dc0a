package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.EstablishedRule.Situation;
import fr.gestmat.mealaid.control.source.EstablishedRule.Typed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("M-F21: a figure that the authority establishes itself")
class EstablishedRuleTest {

  private static final Instant NOW = Instant.parse("2026-09-20T10:00:00Z");
  private static final UUID NOTICE = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Situation ALL =
      new Situation(
          Set.copyOf(HouseholdFigure.among(EnumSet.allOf(Missing.class), true)),
          Map.of(NOTICE, "TAX_NOTICE"),
          YearMonth.of(2026, 9));

  private static String said(Typed typed, Situation situation) {
    return EstablishedRule.refusals(typed, situation).stream()
        .map(reason -> reason.field() + ":" + reason.code())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0} = {1} of {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "FAMILY_QUOTIENT, '412,50', 2026-09, ''",
        "FAMILY_QUOTIENT, 0, 09/2026, ''",
        "FAMILY_QUOTIENT, 1 234 €, 9/2026, ''",
        "FAMILY_QUOTIENT, 412, 2024-09, ''",
        "FAMILY_QUOTIENT, 412, 2024-08, figureMonth:figureMonthTOO_OLD",
        "FAMILY_QUOTIENT, 412, 2026-10, figureMonth:figureMonthFUTURE",
        "FAMILY_QUOTIENT, 412, '', figureMonth:figureMonthMissing",
        "FAMILY_QUOTIENT, 412, 2026-13, figureMonth:figureMonthMissing",
        "FAMILY_QUOTIENT, -4, 2026-09, figureValue:figureNotAmount",
        "FAMILY_QUOTIENT, '', '', figureValue:figureNotAmount figureMonth:figureMonthMissing",
        "TAX_INCOME, '18 250', '', ''",
        "TAX_INCOME, '18 250', 2027-01, ''",
        "TAX_INCOME, 99999999, '', figureValue:figureNotAmount",
        "TAX_SHARES, '2,5', '', ''",
        "TAX_SHARES, 0, '', figureValue:figureNotShares",
        "TAX_SHARES, 31, '', figureValue:figureNotShares",
        "CHILDREN, 3, '', ''",
        "CHILDREN, '2,5', '', figureValue:figureNotCount",
        "CHILDREN, 0, '', figureValue:figureNotCount",
        "CHILD_RANK, 9, '', ''",
        "CHILD_RANK, 10, '', figureValue:figureNotCount",
        "SECOND_FAMILY_QUOTIENT, 412, 2026-09, ''",
        "SECOND_FAMILY_QUOTIENT, 412, '', figureMonth:figureMonthMissing",
        "SECOND_TAX_SHARES, 31, '', figureValue:figureNotShares",
        "SECOND_CHILD_RANK, 1, '', figure:figureNotAsked",
        "WELFARE, 1, '', figure:figureNotAsked",
        "SCHOLARSHIP, 1, '', figure:figureNotAsked",
        "NOTHING, 1, '', figure:figureNotAsked"
      })
  void figures(String figure, String value, String month, String wrong) {
    assertThat(said(new Typed(figure, value, month, EstablishedRule.DESK, "Vu"), ALL))
        .isEqualTo(wrong);
  }

  @ParameterizedTest(name = "read on {0}, note {1}: {2}")
  @CsvSource({
    "DESK, Vu, ''",
    "00000000-0000-0000-0000-000000000001, Vu, ''",
    "00000000-0000-0000-0000-000000000002, Vu, figureReadOn:figureReadOnMissing",
    "'', ' ', figureReadOn:figureReadOnMissing figureNote:missing"
  })
  void where_it_was_read_and_why(String readOn, String note, String wrong) {
    assertThat(said(new Typed("TAX_INCOME", "18250", "", readOn, note), ALL)).isEqualTo(wrong);
  }

  @Test
  void only_what_the_scale_asks_for() {
    Situation quotient =
        new Situation(
            Set.of(HouseholdFigure.ofApplicant(Missing.FAMILY_QUOTIENT)),
            Map.of(),
            YearMonth.of(2026, 9));
    assertThat(said(new Typed("TAX_INCOME", "18250", "", EstablishedRule.DESK, "Vu"), quotient))
        .isEqualTo("figure:figureNotAsked");
    assertThat(
            said(
                new Typed("SECOND_FAMILY_QUOTIENT", "1", "2026-09", EstablishedRule.DESK, "Vu"),
                quotient))
        .as("one household")
        .isEqualTo("figure:figureNotAsked");
    assertThat(
            said(
                new Typed("FAMILY_QUOTIENT", "1", "2026-09", EstablishedRule.DESK, "x".repeat(401)),
                quotient))
        .isEqualTo("figureNote:tooLong");
  }

  @ParameterizedTest(name = "{0} {1} on {2}: {3}")
  @CsvSource({
    "FAMILY_QUOTIENT, '412,50', DESK, 412.50 Optional[2026-09] Optional.empty",
    "TAX_INCOME, 18250, 00000000-0000-0000-0000-000000000001, "
        + "18250 Optional.empty Optional[TAX_NOTICE]",
  })
  void what_is_kept(String figure, String value, String readOn, String kept) {
    EstablishedFigure one =
        EstablishedRule.figure(
            new Typed(figure, value, "09/2026", readOn, " Vu "), ALL, "Ada Martin", NOW);
    assertThat(one.value() + " " + one.month() + " " + one.document()).isEqualTo(kept);
    assertThat(one.note() + one.by()).isEqualTo("VuAda Martin");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource({
    "FAMILY_QUOTIENT, 412.00",
    "TAX_INCOME, 18250.00",
    "TAX_SHARES, 2.50",
    "CHILDREN, 3.00",
    "CHILD_RANK, 2.00"
  })
  void counts_in_the_household_in_place_of_what_was_there(Missing figure, BigDecimal value) {
    EstablishedFigure own =
        new EstablishedFigure(
            HouseholdFigure.ofApplicant(figure),
            value,
            Optional.empty(),
            Optional.empty(),
            "Vu",
            "Ada Martin",
            NOW);
    Household told =
        Household.unknown()
            .withFamilyQuotient(BigDecimal.ONE)
            .withTaxIncome(BigDecimal.ONE)
            .withTaxShares(BigDecimal.ONE)
            .withChildren(1)
            .withChildRank(1);
    Household after = own.in(told);
    for (Missing each : HouseholdFigure.NUMBERS) {
      assertThat(HouseholdFigure.ofApplicant(each).in(after).orElseThrow())
          .isEqualByComparingTo(each == figure ? value : BigDecimal.ONE);
    }
    @Nullable Boolean welfare = after.welfare().orElse(null);
    assertThat(welfare).isNull();
  }
}
