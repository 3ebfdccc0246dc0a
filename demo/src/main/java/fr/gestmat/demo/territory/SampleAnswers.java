package fr.gestmat.demo.territory;

import fr.gestmat.mealaid.entity.Figures;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a family answers in the form.
 *
 * @param quotient family quotient, if it has one
 * @param taxIncome reference tax income in whole euros, if it gives its tax notice instead
 * @param month of the quotient
 * @param living with whom the applicant lives
 * @param custody how the child lives with the applicant; empty where it is not asked
 * @param eats days a week at school; 0 for who goes home
 * @param health whether the child's health keeps it from eating there more often
 * @param message to the officers; empty for none
 * @param language in which it is sent
 */
record SampleAnswers(
    Optional<BigDecimal> quotient,
    Optional<Integer> taxIncome,
    YearMonth month,
    int dependents,
    String living,
    String custody,
    int eats,
    boolean health,
    String message,
    String language) {

  /** The same household's for another child. */
  SampleAnswers of(int childEats, boolean childHealth) {
    return new SampleAnswers(
        quotient,
        taxIncome,
        month,
        dependents,
        living,
        custody,
        childEats,
        childHealth,
        message,
        language);
  }

  /** The same with the quotient that the family sends later. */
  SampleAnswers withQuotient(BigDecimal found) {
    return new SampleAnswers(
        Optional.of(found),
        taxIncome,
        month,
        dependents,
        living,
        custody,
        eats,
        health,
        message,
        language);
  }

  /** Whether the child lives with each parent in turn. */
  boolean isShared() {
    return custody.equals("ALTERNATING");
  }

  /** How the child eats at school. */
  String boarding() {
    return eats == 0 ? "DAY" : "HALF_BOARDER";
  }

  /** Whether nothing that the campaign demands is missing: a statement of resources would be. */
  boolean whole() {
    return quotient.isPresent() || taxIncome.isPresent();
  }

  /** What rules and lists read of them. */
  Figures figures(AidFamily.Parent who) {
    return new Figures(
        quotient.orElse(null),
        taxIncome.map(BigDecimal::valueOf).orElse(null),
        taxIncome.map(income -> BigDecimal.valueOf(2)).orElse(null),
        dependents,
        boarding(),
        eats == 0 ? null : Integer.valueOf(eats),
        who.postalCode());
  }

  /** All of them, as the form keeps them. */
  String json(AidFamily.Parent who) {
    Map<String, String> child = new TreeMap<>();
    if (!custody.isEmpty()) {
      child.put("custody", custody);
    }
    child.put("boarding", boarding());
    if (eats > 0) {
      child.put("mealsAWeek", Integer.toString(eats));
    }
    if (eats > 0 && eats <= 3) {
      child.put("health", health ? "YES" : "NO");
    }
    Map<String, String> household = household(who);
    household.put("living", living);
    if (!message.isEmpty()) {
      household.put("message", message);
    }
    return "{\"household\":" + object(household) + ",\"child\":" + object(child) + ",\"kept\":[]}";
  }

  /** What a parent who lives apart answers of their own household, with its tax notice. */
  String ownPart(AidFamily.Parent who) {
    Map<String, String> household =
        new SampleAnswers(
                Optional.empty(),
                Optional.of(14_250 + (int) (who.guardian() % 9) * 1_100),
                month,
                dependents,
                "ALONE",
                "",
                0,
                false,
                "",
                language)
            .household(who);
    return "{\"household\":" + object(household) + ",\"child\":{},\"kept\":[]}";
  }

  private Map<String, String> household(AidFamily.Parent who) {
    Map<String, String> household = new TreeMap<>();
    household.put("street", who.street());
    household.put("postalCode", who.postalCode());
    household.put("town", who.town());
    household.put("email", who.email());
    household.put("dependents", Integer.toString(dependents));
    household.put("provider", quotient.isPresent() ? "CAF" : "NONE");
    household.put("taxKnown", taxIncome.isPresent() ? "YES" : "NO");
    quotient.ifPresent(
        value -> {
          household.put("quotientKnown", "YES");
          household.put("familyQuotient", value.toPlainString().replace('.', ','));
          household.put("quotientMonth", month.toString());
        });
    taxIncome.ifPresent(
        income -> {
          household.put("referenceTaxIncome", Integer.toString(income));
          household.put("taxShares", "2");
          if (!living.equals("ALONE")) {
            household.put("separateNotices", "NO");
          }
        });
    return household;
  }

  /** A JSON object of texts without quotes or line breaks. */
  static String object(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(text -> "\"" + text.getKey() + "\":\"" + text.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
