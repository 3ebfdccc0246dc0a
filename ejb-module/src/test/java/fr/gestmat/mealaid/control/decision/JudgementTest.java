package fr.gestmat.mealaid.control.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.Rule;
import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Condition;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.SharedCustody;
import fr.gestmat.mealaid.control.scale.Tariff;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

  private static final CampaignRule HOME =
      new CampaignRule(new Rule.Residence(List.of("57")), true);
  private static final CampaignRule INCOME = new CampaignRule(new Rule.Income(), false);
  private static final Optional<Judgement.InForce> SCALE =
      Optional.of(
          new Judgement.InForce(
              77,
              new Scale(
                  ScaleKind.FAMILY_QUOTIENT,
                  AmountUnit.PER_MEAL,
                  Sense.AID,
                  BoundStyle.UPPER_INCLUDED,
                  false,
                  List.of(
                      bracket("T1", null, "500", "3.10"),
                      bracket("T2", "500", "900", "1.55"),
                      bracket("T3", "900", null, "0")))));

  private static Bracket bracket(
      String label, @Nullable String from, @Nullable String upTo, String euros) {
    return new Bracket(
        label,
        Optional.empty(),
        Optional.ofNullable(from).map(BigDecimal::new),
        Optional.ofNullable(upTo).map(BigDecimal::new),
        Condition.NONE,
        new Tariff.Flat(new BigDecimal(euros)));
  }

  private static Household household(@Nullable String quotient) {
    return quotient == null
        ? Household.unknown()
        : Household.unknown().withFamilyQuotient(new BigDecimal(quotient));
  }

  private static Facts living(String code) {
    return Facts.unknown().living(Optional.of(code), Optional.empty());
  }

  private static String said(Assessed assessed) {
    String rules =
        assessed.rules().stream()
            .map(line -> line.verdict() + (line.reason().isEmpty() ? "" : ":" + line.reason()))
            .collect(Collectors.joining(" "));
    return rules
        + " = "
        + assessed.gift().map(gift -> gift.label() + " " + gift.value()).orElse("none")
        + (assessed.missing().isEmpty() ? "" : " without " + assessed.missing());
  }

  @ParameterizedTest(name = "quotient {0} in {1}, motive {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "0, 57000, '', PASSED PASSED = T1 3.10",
        "500, 57000, '', PASSED PASSED = T1 3.10",
        "500.01, 57000, '', PASSED PASSED = T2 1.55",
        "900.01, 57000, '', PASSED FAILED:INCOME_ABOVE_SCALE = T3 0",
        "500, 54000, '', FAILED:NOT_RESIDENT PASSED = T1 3.10",
        "500, 54000, moves, WAIVED:NOT_RESIDENT PASSED = T1 3.10",
        "-, 57000, '', PASSED UNKNOWN:INCOME = none without [FAMILY_QUOTIENT]"
      })
  void judges(@Nullable String quotient, String code, String motive, String expected) {
    assertThat(
            said(
                Judgement.of(
                        List.of(HOME, INCOME),
                        SCALE,
                        household(quotient),
                        Optional.empty(),
                        living(code),
                        Map.of("RESIDENCE", motive, "NO_SUCH_RULE", "x"))
                    .assessed(false, List.of())))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName(
      "nobody is granted an aid of 0, even if the campaign does not list the income's rule")
  void nothingIsNoAid() {
    Judgement above =
        Judgement.of(
            List.of(HOME), SCALE, household("2000"), Optional.empty(), living("57000"), Map.of());
    assertThat(above.assessed(true, List.of()).failed())
        .extracting(RuleLine::code, RuleLine::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("INCOME", "INCOME_ABOVE_SCALE"));
    Judgement within =
        Judgement.of(
            List.of(HOME), SCALE, household("20"), Optional.empty(), living("57000"), Map.of());
    assertThat(said(within.assessed(true, List.of()))).isEqualTo("PASSED = T1 3.10");
  }

  @Test
  @DisplayName("M-F24 without a scale nothing is given, and nothing refuses for the income")
  void withoutScale() {
    Assessed assessed =
        Judgement.of(
                List.of(HOME, INCOME),
                Optional.empty(),
                household("2000"),
                Optional.empty(),
                living("57000"),
                Map.of())
            .assessed(false, List.of());
    assertThat(said(assessed)).isEqualTo("PASSED UNKNOWN:SCALE = none");
    assertThat(assessed.isWhole()).isFalse();
  }

  @Test
  @DisplayName("M-F31 the inputs give the household and the scale again")
  void keepsInputs() {
    Household asked = household("500.01").withChildren(2);
    EstablishedFigure own =
        new EstablishedFigure(
            HouseholdFigure.ofApplicant(Missing.FAMILY_QUOTIENT),
            new BigDecimal("500.01"),
            Optional.of(YearMonth.of(2026, 9)),
            Optional.of("QUOTIENT_CERTIFICATE"),
            "Attestation du 3 septembre",
            "Ada Martin",
            Instant.parse("2026-09-20T10:00:00Z"));
    Assessed assessed =
        Judgement.of(List.of(HOME), SCALE, asked, Optional.empty(), living("57000"), Map.of())
            .assessed(true, List.of(own));
    try (JsonReader reader = Json.createReader(new StringReader(assessed.inputs()))) {
      var json = reader.readObject();
      assertThat(HouseholdInputs.read(json)).isEqualTo(asked);
      assertThat(json.getInt("scale")).isEqualTo(77);
      assertThat(json.getJsonArray("established"))
          .as("whose word it is")
          .containsExactly(own.json());
    }
  }

  @Test
  @DisplayName("M-F20 who is given nothing alone is told so, whatever the other household")
  void tooMuchAlone() {
    SharedCustody custody =
        new SharedCustody(TwoHouseholds.LOWER, Optional.of(household("400")), "");
    assertThat(
            said(
                Judgement.of(
                        List.of(INCOME),
                        SCALE,
                        household("2000"),
                        Optional.of(custody),
                        living("57000"),
                        Map.of())
                    .assessed(false, List.of())))
        .isEqualTo("FAILED:INCOME_ABOVE_SCALE = T3 0");
  }

  @Test
  @DisplayName("M-F20, M-F31 the word of a second household's figure is kept with that household")
  void keepsWordsByHousehold() {
    EstablishedFigure second =
        new EstablishedFigure(
            new HouseholdFigure(true, Missing.FAMILY_QUOTIENT),
            new BigDecimal("700"),
            Optional.of(YearMonth.of(2026, 9)),
            Optional.empty(),
            "Vu au guichet",
            "Ada Martin",
            Instant.parse("2026-09-20T10:00:00Z"));
    SharedCustody custody =
        new SharedCustody(TwoHouseholds.LOWER, Optional.of(household("700")), "");
    Assessed assessed =
        Judgement.of(
                List.of(HOME),
                SCALE,
                household("400"),
                Optional.of(custody),
                living("57000"),
                Map.of())
            .assessed(false, List.of(second));
    try (JsonReader reader = Json.createReader(new StringReader(assessed.inputs()))) {
      var json = reader.readObject();
      assertThat(json.containsKey("established")).isFalse();
      assertThat(json.getJsonObject("custody").getJsonArray("established"))
          .containsExactly(second.json());
      assertThat(SharedCustody.read(json)).contains(custody);
    }
  }

  @ParameterizedTest(name = "{0}, the other household {1}, alone {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "HALF_EACH, 700, '', PASSED PASSED = T1 / T2 2.33",
        "LOWER, 700, '', PASSED PASSED = T2 1.55",
        "LOWER, 2000, '', PASSED FAILED:HOUSEHOLDS_ABOVE_SCALE = T3 0",
        "HALF_EACH, -, '', PASSED UNKNOWN:INCOME = none without [SECOND_HOUSEHOLD]",
        "HALF_EACH, -, Sans nouvelles, PASSED PASSED = T1 3.10"
      })
  @DisplayName("M-F20 two households by the campaign's rule")
  void twoHouseholds(TwoHouseholds rule, @Nullable String other, String alone, String expected) {
    SharedCustody custody =
        new SharedCustody(rule, Optional.ofNullable(other).map(JudgementTest::household), alone);
    assertThat(
            said(
                Judgement.of(
                        List.of(HOME, INCOME),
                        SCALE,
                        household("400"),
                        Optional.of(custody),
                        living("57000"),
                        Map.of())
                    .assessed(false, List.of())))
        .isEqualTo(expected);
  }
}
