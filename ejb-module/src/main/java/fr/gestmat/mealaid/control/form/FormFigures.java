package fr.gestmat.mealaid.control.form;

import fr.gestmat.mealaid.entity.Figures;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures that rules and lists read of answers which were checked. */
public final class FormFigures {

  private FormFigures() {}

  /** The figures; two tax notices of one household count together. */
  public static Figures of(Answers answers) {
    return new Figures(
        number(answers, "familyQuotient").orElse(null),
        income(answers).orElse(null),
        shares(answers).orElse(null),
        answers.to("dependents").map(Integer::valueOf).orElse(null),
        answers.to("boarding").orElse(null),
        answers.to("mealsAWeek").map(Integer::valueOf).orElse(null),
        answers.to("postalCode").map(code -> code.replace(" ", "")).orElse(null));
  }

  /** The reference tax income of the household in euros, also of answers that were not checked. */
  public static Optional<BigDecimal> income(Answers answers) {
    return sum(answers, "referenceTaxIncome", "partnerTaxIncome");
  }

  /** The shares of the household, also of answers that were not checked. */
  public static Optional<BigDecimal> shares(Answers answers) {
    return sum(answers, "taxShares", "partnerTaxShares");
  }

  private static Optional<BigDecimal> sum(Answers answers, String... questions) {
    return Stream.of(questions)
        .flatMap(question -> number(answers, question).stream())
        .reduce(BigDecimal::add);
  }

  /** A number that was typed; empty if it is none. */
  public static Optional<BigDecimal> number(Answers answers, String question) {
    return answers.to(question).flatMap(TypedNumber::read);
  }
}
