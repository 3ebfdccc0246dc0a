package fr.gestmat.mealaid.control.form;

import static fr.gestmat.mealaid.control.form.QuestionType.BIRTH_DAY;
import static fr.gestmat.mealaid.control.form.QuestionType.COUNTRY;
import static fr.gestmat.mealaid.control.form.QuestionType.DEPARTMENT;
import static fr.gestmat.mealaid.control.form.QuestionType.TEXT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What official sources want to know to find a person. Nobody has to let them be asked: who does
 * not gives the figure and a document instead.
 */
final class SourcePages {

  /** Whether, and about whose account, the CAF or the MSA is asked: the way into these pages. */
  static final String ACCOUNT = "sourceAccount";

  /** The account of who applies. */
  static final String ME = "ME";

  /** The account of who lives with them. */
  static final String PARTNER = "PARTNER";

  /** Nobody is to be asked. */
  static final String NO = "NO";

  private SourcePages() {}

  /** The pages about the household's account at the CAF or the MSA. */
  static List<FormPage> household() {
    List<FormPage> pages = new ArrayList<>();
    pages.add(account(ME, PARTNER, NO));
    pages.addAll(holder("holder", ME));
    pages.addAll(holder("partner", PARTNER));
    return pages;
  }

  /** The same for a separated parent, who speaks of the own account only. */
  static List<FormPage> ownPart() {
    List<FormPage> pages = new ArrayList<>();
    pages.add(account(ME, NO));
    pages.addAll(holder("holder", ME));
    return pages;
  }

  /** What the ministry wants to know of a child beside what the school's directory says. */
  static FormPage pupil() {
    return new FormPage(
        "pupilSex", true, List.of(Question.choice("pupilSex", "F", "M").optional()));
  }

  private static FormPage account(String... choices) {
    return page(Question.choice(ACCOUNT, choices).anew().when("provider", "CAF", "MSA"));
  }

  /** Civil status of who holds the account; {@code prefix} begins the codes of its questions. */
  private static List<FormPage> holder(String prefix, String whose) {
    String country = prefix + "BirthCountry";
    return List.of(
        new FormPage(
            prefix + "Names",
            false,
            List.of(
                Question.of(prefix + "BirthName", TEXT).when(ACCOUNT, whose),
                Question.of(prefix + "GivenNames", TEXT).when(ACCOUNT, whose))),
        page(Question.choice(prefix + "Sex", "F", "M").when(ACCOUNT, whose)),
        page(Question.of(prefix + "BirthDay", BIRTH_DAY).when(ACCOUNT, whose)),
        page(Question.of(country, COUNTRY).when(ACCOUNT, whose)),
        new FormPage(
            prefix + "BirthPlace",
            false,
            List.of(
                Question.of(prefix + "BirthTown", TEXT).when(country, Countries.FRANCE),
                Question.of(prefix + "BirthDepartment", DEPARTMENT)
                    .when(country, Countries.FRANCE))));
  }

  private static FormPage page(Question... questions) {
    return new FormPage(questions[0].code(), false, Arrays.asList(questions));
  }
}
