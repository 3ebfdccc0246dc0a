package fr.gestmat.mealaid.control.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.decision.DecisionRule.Situation;
import fr.gestmat.mealaid.control.review.Annotations.Annotation;
import fr.gestmat.mealaid.control.review.Annotations.Kind;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.AmountUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionRuleTest {

  private static final Optional<Gift> GIFT =
      Optional.of(new Gift(1, "T1", AmountUnit.PER_MEAL, new BigDecimal("2.00")));
  private static final Assessed NOTHING =
      new Assessed(List.of(), Optional.empty(), List.of(), false, "{}");
  private static final RuleLine PASSED =
      new RuleLine("GRADE", Verdict.PASSED, "", List.of(), false);

  private static RuleLine failed(String code, boolean overridable) {
    return new RuleLine(code, Verdict.FAILED, code, List.of(), overridable);
  }

  private static Assessed assessed(Optional<Gift> gift, RuleLine... rules) {
    return new Assessed(
        List.of(rules), gift, gift.isEmpty() ? List.of("FAMILY_QUOTIENT") : List.of(), true, "{}");
  }

  private static Situation whole() {
    return new Situation(assessed(GIFT, PASSED), List.of(), List.of(), false, true);
  }

  private static Situation with(Annotation... annotations) {
    return new Situation(assessed(GIFT, PASSED), List.of(), List.of(annotations), false, true);
  }

  private static Annotation annotation(Kind kind, boolean mandatory, String value) {
    return new Annotation("CHECK", "Contrôle", kind, mandatory, value);
  }

  static Stream<Arguments> decisions() {
    DecisionOrder grant = DecisionOrder.grant("", Map.of());
    DecisionOrder refuse = DecisionOrder.refuse("Trop de revenus.", List.of("INCOME"));
    Situation source =
        new Situation(
            assessed(GIFT, PASSED),
            List.of(Refusal.of("source", "sourceUnanswered")),
            List.of(),
            false,
            true);
    Situation stranger = new Situation(assessed(GIFT, PASSED), List.of(), List.of(), false, false);
    return Stream.of(
        Arguments.of("everything is there", whole(), grant, List.of()),
        Arguments.of(
            "M-A05 no reason",
            whole(),
            DecisionOrder.refuse("  ", List.of()),
            List.of("reasonMissing")),
        Arguments.of("M-A05 a reason", whole(), refuse, List.of()),
        Arguments.of("closing needs none", whole(), DecisionOrder.close(""), List.of()),
        Arguments.of("M-A12 source silent, grant", source, grant, List.of("sourceUnanswered")),
        Arguments.of("M-A12 source silent, refuse", source, refuse, List.of("sourceUnanswered")),
        Arguments.of(
            "M-A12 source silent, close",
            source,
            DecisionOrder.close(""),
            List.of("sourceUnanswered")),
        Arguments.of(
            "M-A13 annotation missing",
            with(annotation(Kind.TEXT, true, "")),
            grant,
            List.of("annotationMissing")),
        Arguments.of(
            "M-A13 annotation invalid",
            with(annotation(Kind.NUMBER, true, "douze")),
            grant,
            List.of("annotationNotNUMBER")),
        Arguments.of(
            "M-A13 a French number",
            with(annotation(Kind.NUMBER, true, "1 234,50")),
            grant,
            List.of()),
        Arguments.of(
            "M-A13 no day",
            with(annotation(Kind.DAY, false, "31/02/2026")),
            grant,
            List.of("annotationNotDAY")),
        Arguments.of(
            "M-A13 a refusal does not need it",
            with(annotation(Kind.TEXT, true, "")),
            refuse,
            List.of()),
        Arguments.of(
            "second look open",
            new Situation(assessed(GIFT, PASSED), List.of(), List.of(), true, true),
            refuse,
            List.of("secondLookOpen")),
        Arguments.of(
            "a rule refuses for good",
            new Situation(
                assessed(GIFT, failed("GRADE", false)), List.of(), List.of(), false, true),
            grant,
            List.of("ruleRefuses")),
        Arguments.of(
            "a rule may be gone over, with a motive",
            new Situation(
                assessed(GIFT, failed("RESIDENCE", true)), List.of(), List.of(), false, true),
            grant,
            List.of("motiveMissing")),
        Arguments.of(
            "a figure is missing",
            new Situation(assessed(Optional.empty(), PASSED), List.of(), List.of(), false, true),
            grant,
            List.of("figuresMissing")),
        Arguments.of(
            "no scale is never an aid of 0",
            new Situation(NOTHING, List.of(), List.of(), false, true),
            grant,
            List.of("noScale")),
        Arguments.of(
            "nobody recognised the child, grant", stranger, grant, List.of("childNotKnown")),
        Arguments.of("nobody recognised the child, refuse", stranger, refuse, List.of()),
        Arguments.of(
            "all reasons at once",
            new Situation(
                assessed(GIFT, failed("GRADE", false)),
                List.of(),
                List.of(annotation(Kind.TEXT, true, "")),
                true,
                true),
            grant,
            List.of("secondLookOpen", "annotationMissing", "ruleRefuses")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void says_what_stands_against_it(
      String what, Situation situation, DecisionOrder order, List<String> codes) {
    assertThat(DecisionRule.refusals(situation, order)).extracting(Refusal::code).isEqualTo(codes);
  }

  @Test
  void the_longest_reason_is_taken_whole() {
    String longest = "é".repeat(DecisionOrder.LONGEST);
    assertThat(DecisionRule.refusals(whole(), DecisionOrder.refuse(longest, List.of()))).isEmpty();
    assertThat(DecisionRule.refusals(whole(), DecisionOrder.refuse(longest + "é", List.of())))
        .extracting(Refusal::code)
        .containsExactly("tooLong");
  }

  @Test
  @DisplayName("M-A13 the refusal names the field")
  void names_the_annotation() {
    assertThat(
            DecisionRule.refusals(
                with(annotation(Kind.TEXT, true, "")), DecisionOrder.grant("", Map.of())))
        .extracting(Refusal::field)
        .containsExactly("annotation-CHECK");
  }

  @Test
  @DisplayName("M-A14 decides by itself only what is whole and proved")
  void decides_by_itself() {
    assertThat(DecisionRule.automatic(whole())).contains(Outcome.GRANTED);
    assertThat(DecisionRule.automatic(with(annotation(Kind.TEXT, true, "vu"))))
        .contains(Outcome.GRANTED);
    assertThat(
            DecisionRule.automatic(
                new Situation(
                    assessed(GIFT, failed("INCOME", false)), List.of(), List.of(), false, true)))
        .contains(Outcome.REFUSED);
    assertThat(
            DecisionRule.automatic(
                new Situation(
                    new Assessed(List.of(PASSED), GIFT, List.of(), false, "{}"),
                    List.of(),
                    List.of(),
                    false,
                    true)))
        .isEmpty();
    assertThat(
            DecisionRule.automatic(
                new Situation(
                    assessed(Optional.empty(), PASSED), List.of(), List.of(), false, true)))
        .isEmpty();
    assertThat(DecisionRule.automatic(with(annotation(Kind.TEXT, true, "")))).isEmpty();
    for (RuleLine rule : List.of(PASSED, failed("INCOME", false))) {
      assertThat(
              DecisionRule.automatic(
                  new Situation(assessed(GIFT, rule), List.of(), List.of(), false, false)))
          .as("nobody recognised the child")
          .isEmpty();
    }
  }

  @Test
  @DisplayName("M-A16 the reason of an automatic refusal is in the family's language")
  void speaks_the_familys_language() {
    List<RuleLine> refused =
        List.of(
            new RuleLine("MEALS", Verdict.FAILED, "TOO_FEW_MEALS", List.of(4, 2), false),
            failed("UNHEARD_OF", false));
    assertThat(RefusalWords.in("fr").reason(refused))
        .isEqualTo(
            "Votre enfant mange moins de 4 jours par semaine au restaurant scolaire. Une condition"
                + " de l\u2019aide n\u2019est pas remplie.");
    assertThat(RefusalWords.in("en").reason(refused))
        .startsWith("Your child has lunch at school on fewer than 4 days a week.");
    assertThat(RefusalWords.in("fr").reason(List.of(failed("NOT_RESIDENT", true))))
        .isEqualTo("Vous n\u2019habitez pas le département.");
  }
}
