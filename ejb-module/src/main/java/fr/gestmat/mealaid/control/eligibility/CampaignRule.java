package fr.gestmat.mealaid.control.eligibility;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule that a campaign uses.
 *
 * @param rule which, with its numbers
 * @param overridable whether an officer may go over it with a motive
 */
public record CampaignRule(Rule rule, boolean overridable) {

  /** What a new campaign begins with: the rules of a collège of the département. */
  public static List<CampaignRule> usual(String departmentPostalCode) {
    return List.of(
        new CampaignRule(new Rule.HalfBoard(false), false),
        new CampaignRule(new Rule.Meals(4, true), true),
        new CampaignRule(new Rule.College(), false),
        new CampaignRule(new Rule.Grade(SchoolLevel.SIXTH, SchoolLevel.THIRD), false),
        new CampaignRule(
            new Rule.Sector(Set.of(SchoolSector.PUBLIC, SchoolSector.PRIVATE_UNDER_CONTRACT)),
            false),
        new CampaignRule(new Rule.Residence(List.of(departmentPostalCode)), true),
        new CampaignRule(new Rule.School(Set.of()), true),
        new CampaignRule(new Rule.Custody(), true),
        new CampaignRule(new Rule.Income(), false));
  }

  /**
   * Reads a rule as it is kept.
   *
   * @param code name of a {@link RuleCode}
   * @param parameters JSON object; what is absent has the usual value
   * @throws IllegalArgumentException if it is none, or its numbers are impossible
   */
  public static CampaignRule read(String code, String parameters, boolean overridable) {
    try (JsonReader reader = Json.createReader(new StringReader(parameters))) {
      return new CampaignRule(rule(RuleCode.valueOf(code), reader.readObject()), overridable);
    } catch (JsonException | ClassCastException e) {
      throw new IllegalArgumentException("parameters of " + code + ": " + parameters, e);
    }
  }

  private static Rule rule(RuleCode code, JsonObject json) {
    return switch (code) {
      case HALF_BOARD -> new Rule.HalfBoard(json.getBoolean("boarders", false));
      case MEALS ->
          new Rule.Meals(json.getInt("least", 4), json.getBoolean("healthExcepted", true));
      case COLLEGE -> new Rule.College();
      case GRADE ->
          new Rule.Grade(
              SchoolLevel.valueOf(json.getString("first", "SIXTH")),
              SchoolLevel.valueOf(json.getString("last", "THIRD")));
      case SECTOR ->
          new Rule.Sector(
              texts(json, "admitted", List.of("PUBLIC", "PRIVATE_UNDER_CONTRACT")).stream()
                  .map(SchoolSector::valueOf)
                  .collect(Collectors.toSet()));
      case RESIDENCE -> new Rule.Residence(texts(json, "postalCodes", List.of()));
      case SCHOOL -> new Rule.School(Set.copyOf(texts(json, "outside", List.of())));
      case CUSTODY -> new Rule.Custody();
      case INCOME -> new Rule.Income();
    };
  }

  /** The rule's numbers as a JSON object, which {@link #read} reads again. */
  public String parameters() {
    var json = Json.createObjectBuilder();
    if (rule instanceof Rule.HalfBoard halfBoard) {
      json.add("boarders", halfBoard.boarders());
    } else if (rule instanceof Rule.Meals meals) {
      json.add("least", meals.least()).add("healthExcepted", meals.healthExcepted());
    } else if (rule instanceof Rule.Grade grade) {
      json.add("first", grade.first().name()).add("last", grade.last().name());
    } else if (rule instanceof Rule.Sector sector) {
      json.add("admitted", array(sector.admitted().stream().map(Enum::name).sorted().toList()));
    } else if (rule instanceof Rule.Residence residence) {
      json.add("postalCodes", array(residence.postalCodes()));
    } else if (rule instanceof Rule.School school) {
      json.add("outside", array(school.outside().stream().sorted().toList()));
    }
    return json.build().toString();
  }

  /** Rules in the order in which they are told. */
  public static List<CampaignRule> inOrder(List<CampaignRule> rules) {
    return rules.stream().sorted(Comparator.comparing(one -> one.rule().code())).toList();
  }

  private static List<String> texts(JsonObject json, String name, List<String> otherwise) {
    JsonArray array = json.getJsonArray(name);
    return array == null
        ? otherwise
        : new ArrayList<>(array.getValuesAs(JsonString.class))
            .stream().map(JsonString::getString).toList();
  }

  private static JsonArray array(List<String> values) {
    var array = Json.createArrayBuilder();
    values.forEach(array::add);
    return array.build();
  }
}
