package fr.gestmat.mealaid.control.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A question.
 *
 * @param code stable, at most 40 ASCII characters; texts are found under it
 * @param type what an answer is
 * @param mandatory whether it must be answered where it is shown
 * @param everyYear whether last year's answer is asked for anew
 * @param choices the options of a choice, in order
 * @param when all of them must hold for it to be shown
 */
public record Question(
    String code,
    QuestionType type,
    boolean mandatory,
    boolean everyYear,
    List<String> choices,
    List<Condition> when) {

  /** Copies the lists. */
  public Question {
    choices = List.copyOf(choices);
    when = List.copyOf(when);
  }

  /** One that must be answered. */
  public static Question of(String code, QuestionType type) {
    return new Question(code, type, true, false, List.of(), List.of());
  }

  /** A choice that must be made. */
  public static Question choice(String code, String... choices) {
    return new Question(code, QuestionType.CHOICE, true, false, List.of(choices), List.of());
  }

  /** This one, which may stay empty. */
  public Question optional() {
    return new Question(code, type, false, everyYear, choices, when);
  }

  /** This one, whose answer of last year is worth nothing. */
  public Question anew() {
    return new Question(code, type, mandatory, true, choices, when);
  }

  /** This one, shown only if an earlier question was answered so; adds to what is there. */
  public Question when(String question, String... oneOf) {
    List<Condition> all = new ArrayList<>(when);
    all.add(new Condition(question, Set.of(oneOf)));
    return new Question(code, type, mandatory, everyYear, choices, all);
  }
}
