package fr.gestmat.mealaid.control.form;

import fr.gestmat.access.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is missing or wrong in answers. Questions that are not shown never block (M-D12). A refusal
 * is about the question's code; the screens have a sentence for each of its codes.
 */
public final class FormCheck {

  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s@<>\",;:\\\\()\\[\\]]{1,64}@[^\\s@<>\",;:\\\\()\\[\\]]+\\.[^\\s@.]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{9,15}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,2}");
  private static final Pattern DEPARTMENT = Pattern.compile("(?i)[0-9]{1,2}|2[AB]|97[0-9]|98[0-9]");
  private static final BigDecimal LEAST_SHARES = new BigDecimal("0.25");
  private static final BigDecimal MOST_SHARES = new BigDecimal("30");
  private static final BigDecimal MOST_EUROS = new BigDecimal("9999999.99");
  private static final int MOST_CHILDREN = 20;
  private static final int LINE = 200;
  private static final int LINES = 2000;
  private static final int ADDRESS = 254;

  private FormCheck() {}

  /** All that is missing or wrong. */
  public static List<Refusal> all(AidForm form, Answers answers) {
    return among(form.pages(), form, answers);
  }

  /** What is missing or wrong on one page. */
  public static List<Refusal> page(AidForm form, FormPage page, Answers answers) {
    return among(List.of(page), form, answers);
  }

  private static List<Refusal> among(Collection<FormPage> pages, AidForm form, Answers answers) {
    List<Refusal> reasons = new ArrayList<>();
    for (FormPage page : pages) {
      for (Question question : form.shown(page, answers)) {
        problem(question, answers)
            .ifPresent(code -> reasons.add(Refusal.of(question.code(), code)));
      }
    }
    return reasons;
  }

  private static Optional<String> problem(Question question, Answers answers) {
    String typed = answers.to(question.code()).orElse("");
    if (typed.isEmpty()) {
      return question.mandatory() ? Optional.of("missing") : Optional.empty();
    }
    return switch (question.type()) {
      case CHOICE ->
          unless(
              question.choices().contains(typed) || answers.kept().contains(question.code()),
              "notAChoice");
      case YES_NO -> unless(typed.equals("YES") || typed.equals("NO"), "notAChoice");
      case TEXT -> unless(typed.length() <= LINE, "tooLong");
      case LONG_TEXT -> unless(typed.length() <= LINES, "tooLong");
      case EMAIL ->
          unless(typed.length() <= ADDRESS && EMAIL.matcher(typed).matches(), "notAnAddress");
      case PHONE -> unless(PHONE.matcher(typed.replaceAll("[\\s.()-]", "")).matches(), "notAPhone");
      case POSTAL_CODE ->
          unless(POSTAL_CODE.matcher(typed.replace(" ", "")).matches(), "notAPostalCode");
      case WHOLE ->
          unless(
              WHOLE.matcher(typed).matches()
                  && Integer.parseInt(typed) >= 1
                  && Integer.parseInt(typed) <= MOST_CHILDREN,
              "notACount");
      case AMOUNT -> number(typed, BigDecimal.ZERO, MOST_EUROS, "notAnAmount");
      case SHARES -> number(typed, LEAST_SHARES, MOST_SHARES, "notShares");
      case MONTH -> unless(TypedMonth.read(typed).isPresent(), "notAMonth");
      case BIRTH_DAY -> unless(TypedBirthDay.read(typed).isPresent(), "notADay");
      case COUNTRY -> unless(Countries.name(typed).isPresent(), "notAChoice");
      case DEPARTMENT -> unless(DEPARTMENT.matcher(typed).matches(), "notADepartment");
    };
  }

  private static Optional<String> number(
      String typed, BigDecimal least, BigDecimal most, String otherwise) {
    Optional<BigDecimal> number = TypedNumber.read(typed);
    return unless(
        number.isPresent()
            && number.get().compareTo(least) >= 0
            && number.get().compareTo(most) <= 0,
        otherwise);
  }

  private static Optional<String> unless(boolean good, String code) {
    return good ? Optional.empty() : Optional.of(code);
  }
}
