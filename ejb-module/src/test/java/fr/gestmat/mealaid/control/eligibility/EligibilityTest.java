package fr.gestmat.mealaid.control.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.scale.Assessment;
import fr.gestmat.mealaid.control.scale.Award;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule by rule: what passes, what does not and why, and what cannot be told. */
class EligibilityTest {

  private static final String PASSED = "PASSED";
  private static final Set<SchoolSector> SECTORS =
      Set.of(SchoolSector.PUBLIC, SchoolSector.PRIVATE_UNDER_CONTRACT);

  static Stream<Arguments> rules() {
    return Stream.of(
        line(new Rule.HalfBoard(false), eating(BoardingStatus.HALF_BOARDER), PASSED),
        line(new Rule.HalfBoard(false), eating(BoardingStatus.HALF_BOARDER_TICKET), PASSED),
        line(new Rule.HalfBoard(false), eating(BoardingStatus.HALF_BOARDER_ELSEWHERE), PASSED),
        line(new Rule.HalfBoard(false), eating(BoardingStatus.DAY), "NOT_HALF_BOARDER"),
        line(new Rule.HalfBoard(false), eating(BoardingStatus.BOARDER), "NOT_HALF_BOARDER"),
        line(new Rule.HalfBoard(true), eating(BoardingStatus.BOARDER), PASSED),
        line(new Rule.HalfBoard(true), eating(BoardingStatus.DAY), "NOT_HALF_BOARDER"),
        line(new Rule.HalfBoard(true), nothing(), "?BOARDING"),
        line(new Rule.Meals(4, true), meals(4, false), PASSED),
        line(new Rule.Meals(4, true), meals(3, false), "TOO_FEW_MEALS[4, 3]"),
        line(new Rule.Meals(4, true), meals(1, true), PASSED),
        line(new Rule.Meals(4, false), meals(1, true), "TOO_FEW_MEALS[4, 1]"),
        line(new Rule.Meals(3, true), meals(3, false), PASSED),
        line(new Rule.Meals(3, true), nothing(), "?MEALS"),
        line(new Rule.College(), learning(true, SchoolLevel.THIRD, SchoolSector.PUBLIC), PASSED),
        line(
            new Rule.College(),
            learning(false, SchoolLevel.THIRD, SchoolSector.PUBLIC),
            "NOT_A_COLLEGE"),
        line(new Rule.College(), nothing(), "?COLLEGE"),
        line(grades(), level(SchoolLevel.SIXTH), PASSED),
        line(grades(), level(SchoolLevel.THIRD), PASSED),
        line(grades(), level(SchoolLevel.SECOND), "GRADE_OUTSIDE[SIXTH, THIRD]"),
        line(
            new Rule.Grade(SchoolLevel.FIFTH, SchoolLevel.FOURTH),
            level(SchoolLevel.SIXTH),
            "GRADE_OUTSIDE[FIFTH, FOURTH]"),
        line(grades(), nothing(), "?LEVEL"),
        line(new Rule.Sector(SECTORS), sector(SchoolSector.PRIVATE_UNDER_CONTRACT), PASSED),
        line(
            new Rule.Sector(SECTORS),
            sector(SchoolSector.PRIVATE_WITHOUT_CONTRACT),
            "SECTOR_NOT_ADMITTED"),
        line(new Rule.Sector(SECTORS), nothing(), "?SECTOR"),
        line(new Rule.Residence(List.of("31")), living("31000", true), PASSED),
        line(new Rule.Residence(List.of("31")), living("09100", true), "NOT_RESIDENT"),
        line(new Rule.Residence(List.of("31200", "31400")), living("31400", true), PASSED),
        line(new Rule.Residence(List.of("31200", "31400")), living("31000", true), "NOT_RESIDENT"),
        line(new Rule.Residence(List.of("31")), nothing(), "?RESIDENCE"),
        line(new Rule.School(Set.of("0090002N")), at("0310001A", true), PASSED),
        line(new Rule.School(Set.of("0090002N")), at("0090002N", false), PASSED),
        line(new Rule.School(Set.of("0090002N")), at("0090003P", false), "SCHOOL_NOT_LISTED"),
        line(new Rule.School(Set.of()), nothing(), "?SCHOOL"),
        line(new Rule.Custody(), living("31000", true), PASSED),
        line(new Rule.Custody(), living("31000", false), "NO_CUSTODY"),
        line(new Rule.Custody(), nothing(), "?CUSTODY"),
        line(new Rule.Income(), assessed("50"), PASSED),
        line(new Rule.Income(), assessed("0"), "INCOME_ABOVE_SCALE"),
        line(
            new Rule.Income(),
            facts ->
                facts.assessed(new Assessment.Undetermined(List.of(Missing.TAX_INCOME), List.of())),
            "?INCOME"),
        line(
            new Rule.Income(), facts -> facts.assessed(new Assessment.NoRule(List.of())), "?SCALE"),
        line(new Rule.Income(), nothing(), "?SCALE"));
  }

  @ParameterizedTest(name = "M-F29 M-F34 {0}: {2}")
  @MethodSource("rules")
  void each_rule_has_its_own_answer(Rule rule, UnaryOperator<Facts> known, String expected) {
    CampaignRule asked = new CampaignRule(rule, false);

    RuleResult result = Eligibility.judge(known.apply(Facts.unknown()), List.of(asked)).get(0);

    assertThat(said(result)).isEqualTo(expected);
    assertThat(result.rule()).isEqualTo(rule.code());
    assertThat(result.isFulfilled()).isEqualTo(expected.equals(PASSED));
  }

  @Test
  @DisplayName("M-F29: all results come, in their order, none hides another")
  void all_results_in_order() {
    Facts facts =
        meals(2, false)
            .andThen(living("09100", true))
            .andThen(learning(false, SchoolLevel.THIRD, SchoolSector.PUBLIC))
            .apply(Facts.unknown());

    List<RuleResult> results = Eligibility.judge(facts, CampaignRule.usual("31"));

    assertThat(results).extracting(RuleResult::rule).containsExactly(RuleCode.values());
    assertThat(results)
        .extracting(EligibilityTest::said)
        .containsExactly(
            PASSED,
            "TOO_FEW_MEALS[4, 2]",
            "NOT_A_COLLEGE",
            PASSED,
            PASSED,
            "NOT_RESIDENT",
            "?SCHOOL",
            PASSED,
            "?SCALE");
    assertThat(Eligibility.refusals(results))
        .extracting(RuleResult.Failed::rule)
        .containsExactly(RuleCode.MEALS, RuleCode.COLLEGE, RuleCode.RESIDENCE);
    assertThat(Eligibility.isFulfilled(results)).isFalse();
  }

  @Test
  @DisplayName(
      "M-F29: a rule is gone over with a motive only, and only where the campaign allows it")
  void motives() {
    Facts facts = meals(2, false).apply(Facts.unknown());
    List<CampaignRule> allowed = List.of(new CampaignRule(new Rule.Meals(4, true), true));
    List<CampaignRule> strict = List.of(new CampaignRule(new Rule.Meals(4, true), false));
    Map<RuleCode, String> motive = Map.of(RuleCode.MEALS, "Travaux au restaurant");

    assertThat(Eligibility.judge(facts, allowed, motive))
        .containsExactly(
            new RuleResult.Waived(RuleCode.MEALS, "TOO_FEW_MEALS", "Travaux au restaurant"));
    assertThat(Eligibility.isFulfilled(Eligibility.judge(facts, allowed, motive))).isTrue();
    assertThat(Eligibility.judge(facts, allowed, Map.of(RuleCode.MEALS, " ")))
        .containsExactly(
            new RuleResult.Failed(RuleCode.MEALS, "TOO_FEW_MEALS", List.of(4, 2), true));
    assertThat(Eligibility.judge(facts, strict, motive))
        .containsExactly(
            new RuleResult.Failed(RuleCode.MEALS, "TOO_FEW_MEALS", List.of(4, 2), false));
    assertThat(Eligibility.judge(meals(4, false).apply(Facts.unknown()), allowed, motive))
        .containsExactly(new RuleResult.Passed(RuleCode.MEALS));
  }

  @ParameterizedTest
  @EnumSource(RuleCode.class)
  void a_rule_is_read_as_it_was_kept(RuleCode code) {
    CampaignRule rule =
        CampaignRule.usual("31").stream()
            .filter(one -> one.rule().code() == code)
            .findFirst()
            .orElseThrow();

    assertThat(CampaignRule.read(code.name(), rule.parameters(), rule.overridable()))
        .isEqualTo(rule);
  }

  @Test
  void what_is_absent_has_the_usual_value_and_nonsense_is_refused() {
    assertThat(CampaignRule.read("MEALS", "{}", false).rule()).isEqualTo(new Rule.Meals(4, true));
    assertThat(CampaignRule.read("HALF_BOARD", "{}", false).rule())
        .isEqualTo(new Rule.HalfBoard(false));
    assertThat(CampaignRule.read("GRADE", "{}", false).rule()).isEqualTo(grades());
    assertThat(CampaignRule.read("SECTOR", "{}", false).rule()).isEqualTo(new Rule.Sector(SECTORS));
    assertThat(CampaignRule.read("SCHOOL", "{\"outside\":[\"0090002N\"]}", true).rule())
        .isEqualTo(new Rule.School(Set.of("0090002N")));
    assertThatThrownBy(() -> CampaignRule.read("MEALS", "[]", false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CampaignRule.read("LUNCH", "{}", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("M-F34: levels of a collège, by the codes of the directory")
  void levels() {
    assertThat(SchoolLevel.ofMef("10010012110")).contains(SchoolLevel.SIXTH);
    assertThat(SchoolLevel.ofMef("10110001110")).contains(SchoolLevel.FIFTH);
    assertThat(SchoolLevel.ofMef("10210001110")).contains(SchoolLevel.FOURTH);
    assertThat(SchoolLevel.ofMef("10310019110")).contains(SchoolLevel.THIRD);
    assertThat(SchoolLevel.ofMef("16710001110")).contains(SchoolLevel.THIRD);
    assertThat(SchoolLevel.ofMef("20010015110")).isEmpty();
    assertThat(SchoolLevel.ofMef("1")).isEmpty();
  }

  private static Arguments line(Rule rule, UnaryOperator<Facts> known, String expected) {
    return arguments(rule, known, expected);
  }

  private static Rule.Grade grades() {
    return new Rule.Grade(SchoolLevel.SIXTH, SchoolLevel.THIRD);
  }

  private static UnaryOperator<Facts> nothing() {
    return facts -> facts;
  }

  private static UnaryOperator<Facts> eating(BoardingStatus status) {
    return facts -> facts.eating(Optional.of(status), Optional.empty(), false);
  }

  private static UnaryOperator<Facts> meals(int days, boolean health) {
    return facts ->
        facts.eating(Optional.of(BoardingStatus.HALF_BOARDER), Optional.of(days), health);
  }

  private static UnaryOperator<Facts> learning(
      boolean college, SchoolLevel level, SchoolSector sector) {
    return facts -> facts.learning(Optional.of(college), Optional.of(level), Optional.of(sector));
  }

  private static UnaryOperator<Facts> level(SchoolLevel level) {
    return facts -> facts.learning(Optional.empty(), Optional.of(level), Optional.empty());
  }

  private static UnaryOperator<Facts> sector(SchoolSector sector) {
    return facts -> facts.learning(Optional.empty(), Optional.empty(), Optional.of(sector));
  }

  private static UnaryOperator<Facts> living(String code, boolean custody) {
    return facts -> facts.living(Optional.of(code), Optional.of(custody));
  }

  private static UnaryOperator<Facts> at(String uai, boolean inside) {
    return facts -> facts.at(Optional.of(uai), Optional.of(inside));
  }

  private static UnaryOperator<Facts> assessed(String rate) {
    return facts ->
        facts.assessed(
            new Assessment.Matched(
                0, "", new Award(Sense.AID, AmountUnit.RATE, new BigDecimal(rate)), List.of()));
  }

  private static String said(RuleResult result) {
    if (result instanceof RuleResult.Failed failed) {
      return failed.reason() + (failed.data().isEmpty() ? "" : failed.data());
    }
    return result instanceof RuleResult.Undetermined undetermined
        ? "?" + undetermined.missing()
        : PASSED;
  }
}
