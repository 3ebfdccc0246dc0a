package fr.gestmat.mealaid.control.form;

import fr.gestmat.mealaid.entity.Figures;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures that rules and lists read of answers which were checked. */
public final class FormFigures {

  private FormFigures() {}

  /** The figures; two tax notices of one household count together. */
  public static Figures of(Answers answers) {
    return new Figures(
        number(answers, "familyQuotient").orElse(null),
        sum(answers, "referenceTaxIncome", "partnerTaxIncome"),
        sum(answers, "taxShares", "partnerTaxShares"),
        answers.to("dependents").map(Integer::valueOf).orElse(null),
        answers.to("boarding").orElse(null),
        answers.to("mealsAWeek").map(Integer::valueOf).orElse(null),
        answers.to("postalCode").map(code -> code.replace(" ", "")).orElse(null));
  }

  private static @Nullable BigDecimal sum(Answers answers, String... questions) {
    return Stream.of(questions)
        .flatMap(question -> number(answers, question).stream())
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static Optional<BigDecimal> number(Answers answers, String question) {
    return answers.to(question).flatMap(TypedNumber::read);
  }
}
