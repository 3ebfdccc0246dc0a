package fr.gestmat.mealaid.control.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.eligibility.CampaignRule;
import fr.gestmat.mealaid.control.eligibility.Rule;
import fr.gestmat.mealaid.control.form.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-D16: what the answers say against the aid is told at once, but only what is certain. */
class EligibilityHintTest {

  private static List<CampaignRule> rules(boolean boarders, boolean overridable) {
    return List.of(
        new CampaignRule(new Rule.HalfBoard(boarders), false),
        new CampaignRule(new Rule.Meals(4, true), overridable),
        new CampaignRule(new Rule.Residence(List.of("57")), overridable),
        new CampaignRule(new Rule.Custody(), false),
        new CampaignRule(new Rule.Income(), false));
  }

  private static Answers answers(
      @Nullable String boarding, @Nullable String meals, @Nullable String health, String code) {
    Map<String, String> child = new HashMap<>();
    put(child, "boarding", boarding);
    put(child, "mealsAWeek", meals);
    put(child, "health", health);
    return new Answers(Map.of("postalCode", code, "familyQuotient", "99999"), child, Set.of());
  }

  private static void put(Map<String, String> all, String question, @Nullable String answer) {
    if (answer != null) {
      all.put(question, answer);
    }
  }

  private static String said(List<Refusal> reasons) {
    return reasons.stream().map(Refusal::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}, {1} meals, health {2}, {3}: \"{4}\"")
  @CsvSource(
      nullValues = "-",
      value = {
        "HALF_BOARDER, 4, -, 57000, ''",
        "HALF_BOARDER, 3, -, 57000, tooFewMeals",
        "HALF_BOARDER, 3, YES, 57000, ''",
        "HALF_BOARDER, -, -, 57000, ''",
        "HALF_BOARDER, much, -, 57000, ''",
        "DAY, -, -, 57000, notHalfBoarder",
        "BOARDER, -, -, 57000, notHalfBoarder",
        "BOARDER, -, -, '57 000', notHalfBoarder",
        "-, -, -, 57000, ''",
        "HALF_BOARDER, 4, -, 54000, notResident",
        "HALF_BOARDER, 4, -, 5, ''",
        "DAY, -, -, 54000, notHalfBoarder notResident"
      })
  void tells(
      @Nullable String boarding,
      @Nullable String meals,
      @Nullable String health,
      String code,
      String expected) {
    assertThat(
            said(EligibilityHint.of(rules(false, false), answers(boarding, meals, health, code))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1}: \"{2}\"")
  @CsvSource({"BOARDER, 57000, ''", "HALF_BOARDER, 54000, ''", "DAY, 54000, notHalfBoarder"})
  void what_an_officer_may_go_over_stops_nobody(String boarding, String code, String expected) {
    assertThat(said(EligibilityHint.of(rules(true, true), answers(boarding, "1", null, code))))
        .isEqualTo(expected);
  }
}
