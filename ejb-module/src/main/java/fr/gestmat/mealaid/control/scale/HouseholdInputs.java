package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.entity.Figures;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A household as decisions keep it, so that they can be computed again to the cent: what was
 * unknown is absent, and comes back as unknown.
 */
public final class HouseholdInputs {

  /** Kept: looking for it costs more than reading a household, and a year has thousands. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private HouseholdInputs() {}

  /** What is known of an application's household; shares of 0 are taken for unknown. */
  public static Household of(Figures figures) {
    return new Household(
        Optional.ofNullable(figures.familyQuotient()),
        Optional.ofNullable(figures.referenceTaxIncome()),
        Optional.ofNullable(figures.taxShares()).filter(shares -> shares.signum() > 0),
        Optional.ofNullable(figures.dependentChildren()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * What is known of an application's household, with what its family told of the conditions that a
   * scale may have.
   *
   * @param answers as they were sent
   */
  public static Household of(Figures figures, Answers answers) {
    Household known = of(figures);
    Optional<Integer> rank =
        answers.to("childRank").filter(typed -> typed.matches("[1-9]")).map(Integer::valueOf);
    return new Household(
        known.familyQuotient(),
        known.taxIncome(),
        known.taxShares(),
        known.children(),
        rank,
        yesNo(answers, "welfare"),
        yesNo(answers, "scholarship"),
        false);
  }

  private static Optional<Boolean> yesNo(Answers answers, String question) {
    return answers.to(question).map("YES"::equals);
  }

  /** As a JSON object. */
  public static JsonObject json(Household household) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    household.familyQuotient().ifPresent(value -> json.add("familyQuotient", value));
    household.taxIncome().ifPresent(value -> json.add("taxIncome", value));
    household.taxShares().ifPresent(value -> json.add("taxShares", value));
    household.children().ifPresent(value -> json.add("children", value));
    household.childRank().ifPresent(value -> json.add("childRank", value));
    household.welfare().ifPresent(value -> json.add("welfare", value));
    household.scholarship().ifPresent(value -> json.add("scholarship", value));
    return json.add("withheld", household.withheld()).build();
  }

  /**
   * The household of such an object as text.
   *
   * @param inputs of a decision
   */
  public static Household read(String inputs) {
    try (JsonReader reader = READERS.createReader(new StringReader(inputs))) {
      return read(reader.readObject());
    }
  }

  /** How a second household counted, by a decision's inputs as text. */
  public static Optional<SharedCustody> custody(String inputs) {
    // Most have none, and a year has thousands: not read twice for nothing.
    if (!inputs.contains(SharedCustody.KEPT)) {
      return Optional.empty();
    }
    try (JsonReader reader = READERS.createReader(new StringReader(inputs))) {
      return SharedCustody.read(reader.readObject());
    }
  }

  /** The household of such an object. */
  public static Household read(JsonObject json) {
    return new Household(
        amount(json, "familyQuotient"),
        amount(json, "taxIncome"),
        amount(json, "taxShares"),
        amount(json, "children").map(BigDecimal::intValueExact),
        amount(json, "childRank").map(BigDecimal::intValueExact),
        flag(json, "welfare"),
        flag(json, "scholarship"),
        json.getBoolean("withheld", false));
  }

  private static Optional<BigDecimal> amount(JsonObject json, String name) {
    return Optional.ofNullable(json.getJsonNumber(name)).map(JsonNumber::bigDecimalValue);
  }

  private static Optional<Boolean> flag(JsonObject json, String name) {
    return json.containsKey(name) ? Optional.of(json.getBoolean(name)) : Optional.empty();
  }
}
