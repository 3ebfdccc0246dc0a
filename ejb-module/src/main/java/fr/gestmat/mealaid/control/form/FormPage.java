package fr.gestmat.mealaid.control.form;

import java.util.List;

/**
 * A page of the form: one question, or a few that people answer in one breath (an address).
 *
 * @param code stable, at most 30 ASCII characters
 * @param perChild whether it is asked for each child; the others are asked once for the household
 * @param questions at least one
 */
public record FormPage(String code, boolean perChild, List<Question> questions) {

  /** Copies the questions. */
  public FormPage {
    questions = List.copyOf(questions);
  }
}
