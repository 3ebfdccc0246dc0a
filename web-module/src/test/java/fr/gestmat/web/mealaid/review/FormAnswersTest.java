package fr.gestmat.web.mealaid.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormNeeds;
import fr.gestmat.mealaid.control.form.FormPage;
import fr.gestmat.mealaid.control.form.Question;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.web.view.Texts;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An officer reads every answer of a family by the name of its question. */
class FormAnswersTest {

  private static Stream<FormPage> all() {
    return StandardForm.of(1, FormChoice.WHOLE, FormNeeds.ALL).pages().stream();
  }

  static Stream<String> pages() {
    return all().map(FormPage::code);
  }

  static Stream<String> questions() {
    return all().flatMap(page -> page.questions().stream()).map(Question::code);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_has_a_short_name(String question) {
    assertThat(Texts.in(Locale.FRANCE).has("review.answer." + question)).isTrue();
    assertThat(Texts.in(Locale.UK).has("review.answer." + question)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_is_asked_in_words(String question) {
    assertThat(Texts.in(Locale.FRANCE).has("aidform.q." + question)).isTrue();
    assertThat(Texts.in(Locale.UK).has("aidform.q." + question)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_has_a_title(String page) {
    assertThat(Texts.in(Locale.FRANCE).has("aidform.page." + page)).isTrue();
    assertThat(Texts.in(Locale.UK).has("aidform.page." + page)).isTrue();
  }
}
