package fr.gestmat.mealaid.control.form;

import static fr.gestmat.mealaid.control.form.QuestionType.AMOUNT;
import static fr.gestmat.mealaid.control.form.QuestionType.EMAIL;
import static fr.gestmat.mealaid.control.form.QuestionType.LONG_TEXT;
import static fr.gestmat.mealaid.control.form.QuestionType.MONTH;
import static fr.gestmat.mealaid.control.form.QuestionType.PHONE;
import static fr.gestmat.mealaid.control.form.QuestionType.POSTAL_CODE;
import static fr.gestmat.mealaid.control.form.QuestionType.SHARES;
import static fr.gestmat.mealaid.control.form.QuestionType.TEXT;
import static fr.gestmat.mealaid.control.form.QuestionType.WHOLE;
import static fr.gestmat.mealaid.control.form.QuestionType.YES_NO;

import fr.gestmat.mealaid.control.form.FormChoice.Extra;
import fr.gestmat.mealaid.control.form.FormChoice.Income;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The questions of meal aid. A child who lives with both parents has no custody to tell; who has
 * neither quotient nor notice may still apply, as unknown is not 0.
 */
public final class StandardForm {

  /** Pages of the form that are asked of the second household, too. */
  private static final Set<String> OWN_PART =
      Set.of(
          "address",
          "dependents",
          "provider",
          "quotientKnown",
          "quotient",
          "taxKnown",
          "tax",
          "contact");

  private StandardForm() {}

  /** The form of a version with what its campaign chose, and nothing that anything else needs. */
  public static AidForm of(int version, FormChoice choice) {
    return of(version, choice, FormNeeds.NONE);
  }

  /**
   * The form of a version with what its campaign chose.
   *
   * @param needs who else reads the answers today
   */
  public static AidForm of(int version, FormChoice choice, FormNeeds needs) {
    List<FormPage> pages = new ArrayList<>();
    pages.add(once("living", Question.choice("living", "ALONE", "OTHER_PARENT", "PARTNER")));
    pages.add(
        once(
            "address",
            Question.of("street", TEXT),
            Question.of("postalCode", POSTAL_CODE),
            Question.of("town", TEXT)));
    pages.add(once("dependents", Question.of("dependents", WHOLE)));
    if (needs.asks(ConditionKind.WELFARE)) {
      pages.add(once("welfare", Question.of("welfare", YES_NO).anew()));
    }
    if (choice.income() != Income.TAX) {
      quotient(
          pages,
          choice,
          needs.asks(SourceKind.FAMILY_QUOTIENT) ? SourcePages.household() : List.of());
    }
    if (choice.income() != Income.QUOTIENT) {
      tax(pages);
    }
    pages.add(
        choice.asks(Extra.PHONE)
            ? once(
                "contact",
                Question.of("email", EMAIL).optional(),
                Question.of("phone", PHONE).optional())
            : once("contact", Question.of("email", EMAIL).optional()));
    child(pages, choice);
    if (needs.asks(ConditionKind.CHILD_RANK)) {
      pages.add(each("childRank", Question.choice("childRank", "1", "2", "3", "4", "5").anew()));
    }
    if (needs.asks(ConditionKind.SCHOLARSHIP)) {
      pages.add(each("scholarship", Question.of("scholarship", YES_NO).anew()));
    }
    if (needs.asks(SourceKind.SCHOLARSHIP)) {
      pages.add(SourcePages.pupil());
    }
    if (choice.asks(Extra.MESSAGE)) {
      pages.add(once("message", Question.of("message", LONG_TEXT).optional().anew()));
    }
    return new AidForm(version, pages);
  }

  /**
   * What a separated parent is asked of the own household.
   *
   * @param needs who else reads the answers today
   */
  public static AidForm ofOwnPart(int version, FormChoice choice, FormNeeds needs) {
    List<FormPage> pages = new ArrayList<>();
    for (FormPage page : of(version, choice, needs).pages()) {
      if (page.code().equals(SourcePages.ACCOUNT)) {
        pages.addAll(SourcePages.ownPart());
      } else if (OWN_PART.contains(page.code())) {
        pages.add(page);
      }
    }
    return new AidForm(version, pages);
  }

  /** Who lets the CAF or the MSA be asked need not know the figure. */
  private static void quotient(
      List<FormPage> pages, FormChoice choice, List<FormPage> officialPages) {
    pages.add(once("provider", Question.choice("provider", "CAF", "MSA", "NONE")));
    pages.addAll(officialPages);
    Question known = Question.of("quotientKnown", YES_NO).anew().when("provider", "CAF", "MSA");
    pages.add(
        once(
            "quotientKnown",
            officialPages.isEmpty() ? known : known.when(SourcePages.ACCOUNT, SourcePages.NO)));
    List<Question> questions = new ArrayList<>();
    questions.add(Question.of("familyQuotient", AMOUNT).anew().when("quotientKnown", "YES"));
    questions.add(Question.of("quotientMonth", MONTH).anew().when("quotientKnown", "YES"));
    if (choice.asks(Extra.ALLOWANCE)) {
      questions.add(Question.of("allowanceNumber", TEXT).optional().when("quotientKnown", "YES"));
    }
    pages.add(new FormPage("quotient", false, questions));
  }

  private static void tax(List<FormPage> pages) {
    pages.add(once("taxKnown", Question.of("taxKnown", YES_NO).anew()));
    pages.add(
        once(
            "tax",
            Question.of("referenceTaxIncome", AMOUNT).anew().when("taxKnown", "YES"),
            Question.of("taxShares", SHARES).anew().when("taxKnown", "YES")));
    pages.add(
        once(
            "separateNotices",
            Question.of("separateNotices", YES_NO)
                .anew()
                .when("living", "OTHER_PARENT", "PARTNER")
                .when("taxKnown", "YES")));
    pages.add(
        once(
            "partnerTax",
            Question.of("partnerTaxIncome", AMOUNT).anew().when("separateNotices", "YES"),
            Question.of("partnerTaxShares", SHARES).anew().when("separateNotices", "YES")));
  }

  private static void child(List<FormPage> pages, FormChoice choice) {
    pages.add(
        each(
            "custody",
            Question.choice("custody", "WITH_ME", "ALTERNATING", "ENTRUSTED")
                .when("living", "ALONE", "PARTNER")));
    pages.add(each("boarding", Question.choice("boarding", "HALF_BOARDER", "BOARDER", "DAY")));
    pages.add(
        each(
            "mealsAWeek",
            Question.choice("mealsAWeek", "1", "2", "3", "4", "5")
                .when("boarding", "HALF_BOARDER")));
    if (choice.asks(Extra.HEALTH)) {
      pages.add(each("health", Question.of("health", YES_NO).when("mealsAWeek", "1", "2", "3")));
    }
  }

  private static FormPage once(String code, Question... questions) {
    return new FormPage(code, false, List.of(questions));
  }

  private static FormPage each(String code, Question... questions) {
    return new FormPage(code, true, List.of(questions));
  }
}
