package fr.gestmat.mealaid.control.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an officer is told to ask for. */
class GapTest {

  private static Assessed open(RuleCode rule, Unknown unknown, String... figures) {
    return new Assessed(
        List.of(
            new RuleLine("RESIDENCE", Verdict.PASSED, "", List.of(), false),
            new RuleLine(rule.name(), Verdict.UNKNOWN, unknown.name(), List.of(), false)),
        Optional.empty(),
        List.of(figures),
        false,
        "{}");
  }

  private static Assessed whole() {
    return new Assessed(
        List.of(new RuleLine("RESIDENCE", Verdict.PASSED, "", List.of(), false)),
        Optional.empty(),
        List.of(),
        false,
        "{}");
  }

  private static Gap.Around around(String known, String... documents) {
    return new Gap.Around(
        known.contains("school"),
        known.contains("child"),
        known.contains("visa"),
        Arrays.asList(documents));
  }

  private static String said(List<Gap> gaps) {
    return gaps.stream().map(gap -> gap.rule() + ":" + gap.code()).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_BOARD, BOARDING, school, HALF_BOARD:ANSWER.BOARDING HALF_BOARD:VISA.BOARDING",
    "HALF_BOARD, BOARDING, school visa, HALF_BOARD:ANSWER.BOARDING",
    "MEALS, MEALS, nothing, MEALS:ANSWER.MEALS",
    "COLLEGE, COLLEGE, nothing, COLLEGE:ANSWER.SCHOOL",
    "COLLEGE, COLLEGE, school, COLLEGE:SCHOOL.COLLEGE",
    "SECTOR, SECTOR, school, SECTOR:SCHOOL.SECTOR",
    "GRADE, LEVEL, school, GRADE:CHILD.LEVEL",
    "GRADE, LEVEL, school child, GRADE:DIRECTORY.LEVEL",
    "RESIDENCE, RESIDENCE, school, RESIDENCE:ANSWER.RESIDENCE",
    "CUSTODY, CUSTODY, school, CUSTODY:ANSWER.CUSTODY",
    "INCOME, SCALE, school, INCOME:SCALE.SCALE",
  })
  void says_who_can_give_what_a_rule_waits_for(
      RuleCode rule, Unknown unknown, String known, String gaps) {
    assertThat(said(Gap.of(open(rule, unknown), around(known)))).isEqualTo(gaps);
  }

  @ParameterizedTest
  @EnumSource(Unknown.class)
  void leaves_nothing_that_a_rule_waits_for_unsaid(Unknown unknown) {
    assertThat(Gap.of(open(RuleCode.INCOME, unknown, "TAX_INCOME"), around(""))).isNotEmpty();
  }

  @Test
  void names_each_figure_of_the_scale_and_the_document_that_proves_it() {
    assertThat(
            said(
                Gap.of(
                    open(RuleCode.INCOME, Unknown.INCOME, "TAX_INCOME", "TAX_SHARES"),
                    around("school", "TAX_NOTICE", "SCHOOL_CERTIFICATE"))))
        .isEqualTo(
            "INCOME:ANSWER.TAX_INCOME INCOME:ANSWER.TAX_SHARES INCOME:DOCUMENT.TAX_NOTICE"
                + " :DOCUMENT.SCHOOL_CERTIFICATE");
  }

  @Test
  void names_a_figure_also_where_the_campaign_has_no_rule_on_income() {
    Assessed assessed =
        new Assessed(List.of(), Optional.empty(), List.of("FAMILY_QUOTIENT"), false, "{}");
    assertThat(said(Gap.of(assessed, around("school")))).isEqualTo("INCOME:ANSWER.FAMILY_QUOTIENT");
  }

  @Test
  void asks_for_a_document_even_where_every_rule_is_fulfilled() {
    assertThat(said(Gap.of(whole(), around("school", "TAX_NOTICE"))))
        .isEqualTo(":DOCUMENT.TAX_NOTICE");
    assertThat(Gap.of(whole(), around("school"))).isEmpty();
  }
}
