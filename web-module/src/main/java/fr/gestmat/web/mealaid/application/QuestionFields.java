package fr.gestmat.web.mealaid.application;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.Countries;
import fr.gestmat.mealaid.control.form.Question;
import fr.gestmat.mealaid.control.form.QuestionType;
import fr.gestmat.mealaid.control.form.TypedNumber;
import fr.gestmat.mealaid.control.taxnotice.NoticeComparison.Figure;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Questions as fields, answers as sentences, and what is wrong with them. */
public final class QuestionFields {

  private static final Map<String, String> AUTOCOMPLETE =
      Map.of(
          "street", "street-address",
          "postalCode", "postal-code",
          "town", "address-level2",
          "email", "email",
          "phone", "tel",
          "holderGivenNames", "given-name");

  private QuestionFields() {}

  /**
   * A question with its answer.
   *
   * @param child given name of the child it is asked for; empty for the household
   * @param incomeYear income year that tax notices must be of
   */
  static Field field(
      View view,
      Question question,
      Answers answers,
      String child,
      int incomeYear,
      List<FieldError> errors) {
    String label = text(view, question.code(), child, incomeYear);
    String hintKey = key(question.code()) + ".hint";
    Field field =
        empty(view, question, label, answers, child)
            .value(answers.to(question.code()).orElse(""))
            .autocomplete(AUTOCOMPLETE.getOrDefault(question.code(), ""))
            .hint(
                view.knows(hintKey)
                    ? view.text(hintKey, child, Integer.toString(incomeYear), next(incomeYear))
                    : "")
            .errors(errors);
    return question.mandatory() ? field.mandatory() : field;
  }

  private static Field empty(
      View view, Question question, String label, Answers answers, String child) {
    if (isChoice(question)) {
      return Field.radio(question.code(), label, choices(view, question, answers, child));
    }
    return question.type() == QuestionType.COUNTRY
        ? Field.select(question.code(), label, countries(view))
        : Field.of(type(question.type()), question.code(), label);
  }

  private static List<Field.Choice> countries(View view) {
    List<Field.Choice> choices = new ArrayList<>();
    choices.add(new Field.Choice("", view.text("aidform.country.choose")));
    Countries.all().forEach((code, name) -> choices.add(new Field.Choice(code, name)));
    return choices;
  }

  /** The question itself. */
  public static String text(View view, String question, String child, int incomeYear) {
    return view.text(key(question), child, Integer.toString(incomeYear), next(incomeYear));
  }

  /** What was answered, as it is read; empty if nothing was. */
  public static String answer(View view, Question question, Answers answers, String child) {
    String typed = answers.to(question.code()).orElse("");
    if (typed.isEmpty()) {
      return "";
    }
    return switch (question.type()) {
      case YES_NO -> view.text(typed.equals("YES") ? "aidform.yes" : "aidform.no");
      case CHOICE -> choice(view, question, typed, child);
      case AMOUNT -> TypedNumber.read(typed).map(view.format()::amount).orElse(typed);
      case MONTH -> month(view, typed);
      case COUNTRY -> Countries.name(typed).orElse(typed);
      default -> typed;
    };
  }

  /** A figure of a tax notice as it is read: euros, or a number of shares. */
  public static String figure(View view, Figure figure, BigDecimal value) {
    return figure == Figure.REFERENCE_INCOME
        ? view.format().amount(value)
        : value.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  /** What is wrong, as a sentence for each field. */
  static List<FieldError> errors(View view, List<Refusal> reasons) {
    return reasons.stream()
        .map(
            reason -> {
              String own = "aidform.error." + reason.field() + "." + reason.code();
              return new FieldError(
                  reason.field(),
                  view.text(
                      view.knows(own) ? own : "aidform.error." + reason.code(),
                      reason.data().toArray()));
            })
        .toList();
  }

  private static String month(View view, String typed) {
    return typed.matches("\\d{4}-\\d{2}")
        ? typed.substring(5) + "/" + typed.substring(0, 4)
        : typed;
  }

  private static boolean isChoice(Question question) {
    return question.type() == QuestionType.CHOICE || question.type() == QuestionType.YES_NO;
  }

  private static List<Field.Choice> choices(
      View view, Question question, Answers answers, String child) {
    if (question.type() == QuestionType.YES_NO) {
      return List.of(
          new Field.Choice("YES", view.text("aidform.yes")),
          new Field.Choice("NO", view.text("aidform.no")));
    }
    List<Field.Choice> choices = new ArrayList<>();
    for (String option : question.choices()) {
      choices.add(new Field.Choice(option, choice(view, question, option, child)));
    }
    if (answers.kept().contains(question.code())) {
      answers
          .to(question.code())
          .ifPresent(
              kept -> choices.add(new Field.Choice(kept, choice(view, question, kept, child))));
    }
    return choices;
  }

  private static String choice(View view, Question question, String option, String child) {
    return view.text(key(question.code()) + "." + option, child);
  }

  private static String key(String question) {
    return "aidform.q." + question;
  }

  private static String next(int year) {
    return Integer.toString(year + 1);
  }

  private static String type(QuestionType type) {
    return switch (type) {
      case LONG_TEXT -> "textarea";
      case EMAIL -> "email";
      case PHONE -> "tel";
      case WHOLE, POSTAL_CODE -> "number";
      case AMOUNT, SHARES -> "decimal";
      case MONTH -> "month";
      default -> "text";
    };
  }
}
