package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.scale.Household;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A figure of a household that the authority established itself. It counts before official sources
 * and before what the family typed (M-F21).
 *
 * @param of which figure of which household
 * @param value euros, shares, or a number
 * @param month of a family quotient, the month that it is for
 * @param document kind of the document that it was read on; empty for what was seen at the desk
 * @param note why, for colleagues
 * @param by who established it
 * @param at when
 */
public record EstablishedFigure(
    HouseholdFigure of,
    BigDecimal value,
    Optional<YearMonth> month,
    Optional<String> document,
    String note,
    String by,
    Instant at) {

  /** Its household with this figure in place of its own. */
  public Household in(Household household) {
    return switch (of.figure()) {
      case FAMILY_QUOTIENT -> household.withFamilyQuotient(value);
      case TAX_INCOME -> household.withTaxIncome(value);
      case TAX_SHARES -> household.withTaxShares(value);
      case CHILDREN -> household.withChildren(value.intValueExact());
      case CHILD_RANK -> household.withChildRank(value.intValueExact());
      case WELFARE, SCHOLARSHIP -> throw new IllegalStateException(of + " is no number");
    };
  }

  /** As decisions keep it beside the household: which figure is whose word. */
  public JsonObject json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("figure", of.code()).add("value", value);
    month.ifPresent(one -> json.add("month", one.toString()));
    document.ifPresent(kind -> json.add("document", kind));
    return json.add("note", note).add("by", by).add("at", at.toString()).build();
  }
}
