package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A figure of a household that the authority established itself. It counts before official sources
 * and before what the family typed (M-F21).
 *
 * @param figure one of {@link #NUMBERS}
 * @param value euros, shares, or a number
 * @param month of a family quotient, the month that it is for
 * @param document kind of the document that it was read on; empty for what was seen at the desk
 * @param note why, for colleagues
 * @param by who established it
 * @param at when
 */
public record EstablishedFigure(
    Missing figure,
    BigDecimal value,
    Optional<YearMonth> month,
    Optional<String> document,
    String note,
    String by,
    Instant at) {

  /** What can be established: figures. Whether RSA or a scholarship is received is none. */
  public static final Set<Missing> NUMBERS =
      Collections.unmodifiableSet(EnumSet.range(Missing.FAMILY_QUOTIENT, Missing.CHILD_RANK));

  /** A figure as a household has it; empty if it is unknown or no number. */
  public static Optional<BigDecimal> of(Household household, Missing figure) {
    return switch (figure) {
      case FAMILY_QUOTIENT -> household.familyQuotient();
      case TAX_INCOME -> household.taxIncome();
      case TAX_SHARES -> household.taxShares();
      case CHILDREN -> household.children().map(BigDecimal::valueOf);
      case CHILD_RANK -> household.childRank().map(BigDecimal::valueOf);
      case WELFARE, SCHOLARSHIP -> Optional.empty();
    };
  }

  /** The household with this figure in place of its own. */
  public Household in(Household household) {
    return switch (figure) {
      case FAMILY_QUOTIENT -> household.withFamilyQuotient(value);
      case TAX_INCOME -> household.withTaxIncome(value);
      case TAX_SHARES -> household.withTaxShares(value);
      case CHILDREN -> household.withChildren(value.intValueExact());
      case CHILD_RANK -> household.withChildRank(value.intValueExact());
      case WELFARE, SCHOLARSHIP -> throw new IllegalStateException(figure + " is no number");
    };
  }

  /** As decisions keep it beside the household: which figure is whose word. */
  public JsonObject json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("figure", figure.name()).add("value", value);
    month.ifPresent(of -> json.add("month", of.toString()));
    document.ifPresent(kind -> json.add("document", kind));
    return json.add("note", note).add("by", by).add("at", at.toString()).build();
  }
}
