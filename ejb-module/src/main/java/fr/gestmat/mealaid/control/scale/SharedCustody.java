package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.control.scale.Assessment.Matched;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A child who lives with both parents in turn, and how its campaign counts the second household:
 * one application, never two full aids (M-F20).
 *
 * @param rule how; with the applicant's household alone the other one says nothing
 * @param second the other household; empty as long as that parent gave no part
 * @param alone why an officer decides on the applicant's household alone; empty if nobody does
 */
public record SharedCustody(TwoHouseholds rule, Optional<Household> second, String alone) {

  /** The place among a decision's inputs. */
  public static final String KEPT = "custody";

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /** Whether the second household counts. */
  public boolean counts() {
    return rule != TwoHouseholds.APPLICANT && alone.isBlank();
  }

  /** What a scale says of the second household alone; unknown as long as it said nothing. */
  public Assessment other(Scale scale) {
    return scale.assess(second.orElse(Household.unknown()));
  }

  /** Whether the scale waits for the second household only. */
  public boolean lacksOther(Scale scale, Household applicant) {
    return counts()
        && scale.assess(applicant) instanceof Matched
        && !(other(scale) instanceof Matched);
  }

  /** What a scale says of the child. */
  public Assessment assess(Scale scale, Household applicant) {
    Assessment first = scale.assess(applicant);
    if (!counts() || !(first instanceof Matched mine)) {
      return first;
    }
    return other(scale) instanceof Matched theirs ? together(mine, theirs) : other(scale);
  }

  private Matched together(Matched mine, Matched theirs) {
    if (rule == TwoHouseholds.LOWER) {
      return theirs.award().perChild().compareTo(mine.award().perChild()) < 0 ? theirs : mine;
    }
    Award award = mine.award();
    return new Matched(
        mine.bracket(),
        Stream.of(mine.label(), theirs.label())
            .filter(label -> !label.isEmpty())
            .distinct()
            .collect(Collectors.joining(" / ")),
        new Award(
            award.sense(),
            award.kind(),
            award.perChild().add(theirs.award().perChild()).divide(TWO, 2, RoundingMode.HALF_UP)),
        mine.steps());
  }

  /** As it stands among a decision's inputs, under {@link #KEPT}. */
  public JsonObjectBuilder json() {
    JsonObjectBuilder json = Json.createObjectBuilder().add("rule", rule.name());
    second.ifPresent(household -> json.add("second", HouseholdInputs.json(household)));
    return json.add("alone", alone);
  }

  /** The one among a decision's inputs; empty if the child lived in one household. */
  public static Optional<SharedCustody> read(JsonObject inputs) {
    return Optional.ofNullable(inputs.getJsonObject(KEPT))
        .map(
            json ->
                new SharedCustody(
                    TwoHouseholds.valueOf(json.getString("rule")),
                    Optional.ofNullable(json.getJsonObject("second")).map(HouseholdInputs::read),
                    json.getString("alone", "")));
  }
}
