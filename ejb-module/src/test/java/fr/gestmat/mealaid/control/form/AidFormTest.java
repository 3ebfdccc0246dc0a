package fr.gestmat.mealaid.control.form;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.form.FormChoice.Extra;
import fr.gestmat.mealaid.control.form.FormChoice.Income;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.entity.Figures;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked when, what blocks, and how answers go over to another version. */
class AidFormTest {

  private static final AidForm FORM = StandardForm.of(1, FormChoice.WHOLE);

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (String pair : pairs) {
      String[] parts = pair.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return map;
  }

  private static Answers answers(Map<String, String> household, String... child) {
    return new Answers(household, map(child), Set.of());
  }

  /** Everything that a mother who lives alone and knows her quotient has to say. */
  private static Map<String, String> mother() {
    return map(
        "living=ALONE",
        "street=3 rue des Lilas",
        "postalCode=99100",
        "town=Aubreville",
        "dependents=3",
        "provider=CAF",
        "quotientKnown=YES",
        "familyQuotient=512,50",
        "quotientMonth=2026-10",
        "taxKnown=NO");
  }

  private static final String[] CHILD = {
    "custody=WITH_ME", "boarding=HALF_BOARDER", "mealsAWeek=4"
  };

  private static String problems(AidForm form, Answers answers) {
    return FormCheck.all(form, answers).stream()
        .map((Refusal r) -> r.field() + ":" + r.code())
        .collect(Collectors.joining(" "));
  }

  @Test
  @DisplayName("M-D12: a hidden mandatory question never blocks, a shown one does")
  void hidden_questions_never_block() {
    assertThat(problems(FORM, answers(mother(), CHILD))).isEmpty();
    Map<String, String> knows = mother();
    knows.put("taxKnown", "YES");
    assertThat(problems(FORM, answers(knows, CHILD)))
        .isEqualTo("referenceTaxIncome:missing taxShares:missing");
  }

  @Test
  @DisplayName("M-D13: answers to questions that are hidden by now are cleared")
  void hidden_answers_are_cleared() {
    Map<String, String> changed = mother();
    changed.put("provider", "NONE");
    Answers relevant = FORM.relevant(answers(changed, CHILD));
    assertThat(relevant.household())
        .as("the quotient hangs on a question that hangs on the provider")
        .doesNotContainKeys("quotientKnown", "familyQuotient", "quotientMonth")
        .containsEntry("provider", "NONE");
  }

  @Test
  @DisplayName("M-D14: a condition looks at each child's own answers")
  void each_child_for_itself() {
    Steps steps =
        Steps.of(
            FORM,
            List.of(
                answers(mother(), CHILD),
                answers(mother(), "custody=WITH_ME", "boarding=DAY"),
                answers(mother(), "custody=WITH_ME", "boarding=HALF_BOARDER", "mealsAWeek=2")));
    assertThat(steps.all().stream().map(Step::key).filter(k -> k.contains(".")))
        .containsExactly(
            "custody.1",
            "boarding.1",
            "mealsAWeek.1",
            "custody.2",
            "boarding.2",
            "custody.3",
            "boarding.3",
            "mealsAWeek.3",
            "health.3");
  }

  @Test
  void something_to_add_is_asked_after_all_children() {
    List<Answers> three = Collections.nCopies(3, answers(mother(), CHILD));
    List<String> keys = Steps.of(FORM, three).all().stream().map(Step::key).toList();
    assertThat(keys).first().isEqualTo("living");
    assertThat(keys).last().isEqualTo("message");
    assertThat(keys.indexOf("contact")).isLessThan(keys.indexOf("custody.1"));
  }

  @Test
  void who_lives_with_the_other_parent_has_no_custody_to_tell() {
    Map<String, String> together = mother();
    together.put("living", "OTHER_PARENT");
    assertThat(FORM.shown(answers(together))).doesNotContain("custody");
    assertThat(problems(FORM, answers(together, "boarding=DAY"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "postalCode, 9910, notAPostalCode",
    "postalCode, 99 100, ''",
    "dependents, 0, notACount",
    "dependents, 21, notACount",
    "dependents, deux, notACount",
    "familyQuotient, beaucoup, notAnAmount",
    "familyQuotient, 0, ''",
    "familyQuotient, '1 234,5', ''",
    "quotientMonth, 13/2026, notAMonth",
    "quotientMonth, octobre 2026, notAMonth",
    "quotientMonth, 10/2026, ''",
    "provider, AUTRE, notAChoice",
    "taxKnown, PEUT-ETRE, notAChoice",
    "email, pas une adresse, notAnAddress",
    "email, mere@exemple.fr, ''",
    "phone, 06 12 34 56 78, ''",
    "phone, 12, notAPhone",
  })
  void what_an_answer_may_be(String question, String typed, String expected) {
    Map<String, String> household = mother();
    household.put(question, typed);
    assertThat(problems(FORM, answers(household, CHILD)))
        .isEqualTo(expected.isEmpty() ? "" : question + ":" + expected);
  }

  @Test
  void a_month_is_kept_as_browsers_send_it() {
    FormPage page =
        new FormPage("p", false, List.of(Question.of("quotientMonth", QuestionType.MONTH)));
    assertThat(
            List.of("10/2026", "9/2026", " 2026-10 ", "octobre").stream()
                .map(typed -> Answers.NONE.with(page, Map.of("quotientMonth", typed)))
                .map(answers -> answers.to("quotientMonth").orElse("")))
        .containsExactly("2026-10", "2026-09", "2026-10", "octobre");
  }

  private static AidForm form(int version, Question... questions) {
    return new AidForm(version, List.of(new FormPage("p", false, List.of(questions))));
  }

  @Test
  @DisplayName("M-D17: a draft goes over to version 2 of the form")
  void rebase() {
    AidForm one =
        form(
            1,
            Question.of("gone", QuestionType.TEXT),
            Question.of("retyped", QuestionType.TEXT),
            Question.choice("option", "A", "B"),
            Question.choice("steady", "X", "Y"));
    AidForm two =
        form(
            2,
            Question.of("retyped", QuestionType.AMOUNT),
            Question.choice("option", "B", "C"),
            Question.choice("steady", "X", "Y"),
            Question.of("fresh", QuestionType.YES_NO));
    Answers before = answers(map("gone=oui", "retyped=12", "option=A", "steady=Y"));

    Answers after = FormRebase.rebase(before, one, two);

    assertThat(after.household()).isEqualTo(map("option=A", "steady=Y"));
    assertThat(problems(two, after))
        .as("the removed option stays chosen, the new mandatory question blocks")
        .isEqualTo("retyped:missing fresh:missing");
    Answers changed = after.with(two.pages().get(0), map("option=C"));
    Answers back = changed.with(two.pages().get(0), map("option=A"));
    assertThat(problems(two, back))
        .as("once given up it cannot be chosen again")
        .contains("option:notAChoice");
  }

  @Test
  @DisplayName("M-D21: last year's answers are a beginning, incomes are asked anew")
  void last_year() {
    Answers anew =
        FormRebase.anew(answers(mother(), CHILD), FORM, StandardForm.of(3, FormChoice.WHOLE));
    assertThat(anew.household())
        .containsEntry("town", "Aubreville")
        .containsEntry("provider", "CAF")
        .doesNotContainKeys("familyQuotient", "quotientMonth", "taxKnown");
    assertThat(anew.child()).isEqualTo(map(CHILD));
  }

  @Test
  void conditions_look_back_and_codes_are_unique() {
    for (Income income : Income.values()) {
      AidForm form = StandardForm.of(1, new FormChoice(income, EnumSet.noneOf(Extra.class)));
      Set<String> before = new HashSet<>();
      for (FormPage page : form.pages()) {
        for (Question question : page.questions()) {
          assertThat(before)
              .containsAll(question.when().stream().map(Condition::question).toList());
          assertThat(before.add(question.code())).as(question.code()).isTrue();
          assertThat(question.code()).matches("[a-zA-Z]{1,40}");
        }
      }
    }
  }

  @Test
  void a_campaign_asks_only_what_it_chose() {
    AidForm quotient = StandardForm.of(1, new FormChoice(Income.QUOTIENT, Set.of()));
    assertThat(quotient.questions()).doesNotContainKeys("taxKnown", "message", "phone", "health");
    AidForm tax = StandardForm.of(1, new FormChoice(Income.TAX, Set.of(Extra.PHONE)));
    assertThat(tax.questions()).containsKeys("taxKnown", "phone").doesNotContainKey("provider");
  }

  @Test
  void figures_add_two_notices_and_unknown_is_not_0() {
    Map<String, String> couple = mother();
    couple.putAll(
        map(
            "living=PARTNER",
            "taxKnown=YES",
            "referenceTaxIncome=18 250",
            "taxShares=2,5",
            "separateNotices=YES",
            "partnerTaxIncome=0",
            "partnerTaxShares=1"));
    assertThat(FormFigures.of(answers(couple, CHILD)))
        .isEqualTo(
            new Figures(
                new BigDecimal("512.50"),
                new BigDecimal("18250"),
                new BigDecimal("3.5"),
                3,
                "HALF_BOARDER",
                4,
                "99100"));
    assertThat(FormFigures.of(Answers.NONE)).isEqualTo(Figures.UNKNOWN);
  }

  @Test
  void situations() {
    assertThat(Situation.of(answers(mother(), CHILD), true))
        .containsExactlyInAnyOrder(Situation.EVERYBODY, Situation.QUOTIENT);
    Map<String, String> nothing = mother();
    nothing.put("provider", "NONE");
    assertThat(
            Situation.of(
                FORM.relevant(answers(nothing, "custody=ALTERNATING", "boarding=DAY")), false))
        .containsExactlyInAnyOrder(
            Situation.EVERYBODY,
            Situation.NO_INCOME,
            Situation.ALTERNATING,
            Situation.NOT_IN_DIRECTORY);
  }

  @Test
  void answers_are_read_as_they_were_written() {
    Answers answers =
        new Answers(mother(), map("custody=L'\"été\"", "boarding= "), Set.of("custody"));
    assertThat(AnswersJson.read(AnswersJson.write(answers))).isEqualTo(answers);
    assertThat(answers.child()).doesNotContainKey("boarding");
    assertThat(AnswersJson.read(null)).isEqualTo(Answers.NONE);
  }

  @Test
  @DisplayName("M-F16: what a scale depends on is asked, and nothing else")
  void the_scale_decides_what_is_asked() {
    assertThat(FORM.questions().keySet()).doesNotContain("welfare", "childRank", "scholarship");
    AidForm form =
        StandardForm.of(
            1,
            FormChoice.WHOLE,
            new FormNeeds(Set.of(), Set.of(ConditionKind.WELFARE, ConditionKind.CHILD_RANK)));
    assertThat(problems(form, answers(mother(), CHILD)))
        .isEqualTo("welfare:missing childRank:missing");
    Map<String, String> receives = mother();
    receives.put("welfare", "YES");
    Answers told =
        answers(
            receives, "custody=WITH_ME", "boarding=HALF_BOARDER", "mealsAWeek=4", "childRank=2");
    assertThat(problems(form, told)).isEmpty();
    Household household = HouseholdInputs.of(FormFigures.of(told), told);
    assertThat(household.welfare()).contains(true);
    assertThat(household.childRank()).contains(2);
    assertThat(household.scholarship()).isEmpty();
  }
}
