package fr.gestmat.mealaid.control.scale;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("M-F20 a child who lives with both parents in turn")
class SharedCustodyTest {

  private static final Scale RATES =
      new Scale(
          ScaleKind.FAMILY_QUOTIENT,
          AmountUnit.RATE,
          Sense.AID,
          BoundStyle.UPPER_INCLUDED,
          false,
          List.of(
              bracket("A", null, "500", "100"),
              bracket("B", "500", "900", "55"),
              bracket("C", "900", null, "0")));

  private static Bracket bracket(
      String label, @Nullable String from, @Nullable String upTo, String percent) {
    return new Bracket(
        label,
        Optional.empty(),
        Optional.ofNullable(from).map(BigDecimal::new),
        Optional.ofNullable(upTo).map(BigDecimal::new),
        Condition.NONE,
        new Tariff.Flat(new BigDecimal(percent)));
  }

  private static Household household(@Nullable String quotient) {
    return quotient == null
        ? Household.unknown()
        : Household.unknown().withFamilyQuotient(new BigDecimal(quotient));
  }

  private static String said(Assessment assessment) {
    return assessment instanceof Assessment.Matched matched
        ? matched.label() + " " + matched.award().perChild().stripTrailingZeros().toPlainString()
        : assessment instanceof Assessment.Undetermined open ? open.missing().toString() : "none";
  }

  @ParameterizedTest(name = "{0}: {1} and {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "APPLICANT, 400, 2000, A 100",
        "APPLICANT, 400, -, A 100",
        "APPLICANT, 2000, 400, C 0",
        "HALF_EACH, 400, 400, A 100",
        "HALF_EACH, 400, 700, A / B 77.5",
        "HALF_EACH, 700, 400, B / A 77.5",
        "HALF_EACH, 400, 2000, A / C 50",
        "HALF_EACH, 2000, 2000, C 0",
        "HALF_EACH, 400, -, [FAMILY_QUOTIENT]",
        "HALF_EACH, -, 400, [FAMILY_QUOTIENT]",
        "LOWER, 400, 700, B 55",
        "LOWER, 700, 400, B 55",
        "LOWER, 400, 2000, C 0",
        "LOWER, 400, -, [FAMILY_QUOTIENT]"
      })
  void by_the_rule(
      TwoHouseholds rule, @Nullable String mine, @Nullable String theirs, String expected) {
    SharedCustody custody =
        new SharedCustody(rule, Optional.ofNullable(theirs).map(SharedCustodyTest::household), "");
    assertThat(said(custody.assess(RATES, household(mine)))).isEqualTo(expected);
    assertThat(custody.lacksOther(RATES, household(mine)))
        .isEqualTo(rule != TwoHouseholds.APPLICANT && mine != null && theirs == null);
  }

  @Test
  void a_motive_leaves_the_other_household_out() {
    SharedCustody alone =
        new SharedCustody(TwoHouseholds.LOWER, Optional.empty(), "Sans nouvelles");
    assertThat(alone.counts()).isFalse();
    assertThat(said(alone.assess(RATES, household("400")))).isEqualTo("A 100");
    assertThat(alone.lacksOther(RATES, household("400"))).isFalse();
  }

  @Test
  @DisplayName("M-F31 it is kept with the inputs and computed again")
  void is_kept() {
    for (SharedCustody one :
        List.of(
            new SharedCustody(TwoHouseholds.HALF_EACH, Optional.of(household("700.50")), ""),
            new SharedCustody(TwoHouseholds.LOWER, Optional.empty(), "Sans nouvelles"))) {
      JsonObject kept =
          Json.createObjectBuilder()
              .add("familyQuotient", 400)
              .add(SharedCustody.KEPT, one.json())
              .build();
      assertThat(SharedCustody.read(kept)).contains(one);
      assertThat(HouseholdInputs.custody(kept.toString())).contains(one);
    }
    assertThat(HouseholdInputs.custody("{}")).isEmpty();
  }
}
