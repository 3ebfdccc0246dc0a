package fr.gestmat.mealaid.control.campaign;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The eligibility rules that a campaign may use, as a manager fills them in: what each one has to
 * be told, as text, and how that is kept.
 */
public enum RuleSheet {
  /** Eats at school. */
  HALF_BOARD(Map.of("boarders", Kind.FLAG), false),
  /** Often enough. */
  MEALS(Map.of("least", Kind.NUMBER, "healthExcepted", Kind.FLAG), true),
  /** In a collège. */
  COLLEGE(Map.of(), false),
  /** At a level between two. */
  GRADE(Map.of("first", Kind.LEVEL, "last", Kind.LEVEL), false),
  /** In a school of an admitted sector. */
  SECTOR(Map.of("admitted", Kind.SECTORS), false),
  /** Lives in the département. */
  RESIDENCE(Map.of("postalCodes", Kind.WORDS), true),
  /** In the département, or in an admitted school outside of it. */
  SCHOOL(Map.of("outside", Kind.WORDS), true),
  /** Has the child in effective custody. */
  CUSTODY(Map.of(), true),
  /** Income within the scale. */
  INCOME(Map.of(), false);

  private final Map<String, Kind> parameters;
  private final boolean overridable;

  RuleSheet(Map<String, Kind> parameters, boolean overridable) {
    this.parameters = new TreeMap<>(parameters);
    this.overridable = overridable;
  }

  /** What a parameter is. */
  public enum Kind {
    /** Yes or no. */
    FLAG,
    /** 1 to 5. */
    NUMBER,
    /** A level of collège. */
    LEVEL,
    /** Sectors of schools. */
    SECTORS,
    /** Codes, separated by blanks. */
    WORDS
  }

  /**
   * A rule as it is filled in.
   *
   * @param rule which
   * @param active whether the campaign uses it
   * @param overridable whether an officer may go over it with a motive
   * @param values its parameters as text
   */
  public record Filled(
      RuleSheet rule, boolean active, boolean overridable, Map<String, String> values) {}

  /** What it has to be told, by name. */
  public Map<String, Kind> parameters() {
    return parameters;
  }

  /** Whether an officer may usually go over it. */
  public boolean usuallyOverridable() {
    return overridable;
  }

  /** A rule by its name. */
  public static Optional<RuleSheet> find(String name) {
    return Arrays.stream(values()).filter(rule -> rule.name().equals(name)).findFirst();
  }

  /** Names of parameters that can't be what was filled in. */
  public List<String> wrong(Map<String, String> values) {
    return parameters.entrySet().stream()
        .filter(one -> !isRight(one.getValue(), values.getOrDefault(one.getKey(), "")))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isRight(Kind kind, String value) {
    return switch (kind) {
      case FLAG -> true;
      case NUMBER -> value.matches("[1-5]");
      case LEVEL -> List.of("SIXTH", "FIFTH", "FOURTH", "THIRD").contains(value);
      case SECTORS ->
          words(value).stream()
              .allMatch(
                  List.of("PUBLIC", "PRIVATE_UNDER_CONTRACT", "PRIVATE_WITHOUT_CONTRACT")
                      ::contains);
      case WORDS -> words(value).stream().allMatch(word -> word.matches("[0-9A-Za-z]{2,8}"));
    };
  }

  /** The parameters as they are kept. */
  public String json(Map<String, String> values) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    parameters.forEach(
        (name, kind) -> {
          String value = values.getOrDefault(name, "");
          switch (kind) {
            case FLAG -> json.add(name, value.equals("true"));
            case NUMBER -> json.add(name, Integer.parseInt(value));
            case LEVEL -> json.add(name, value);
            case SECTORS, WORDS -> {
              JsonArrayBuilder array = Json.createArrayBuilder();
              words(value).forEach(array::add);
              json.add(name, array);
            }
          }
        });
    return json.build().toString();
  }

  /** The parameters of what is kept; what is not there has its usual value. */
  public Map<String, String> values(String kept) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonReader reader = Json.createReader(new StringReader(kept))) {
      JsonObject json = reader.readObject();
      parameters.forEach(
          (name, kind) ->
              values.put(name, json.containsKey(name) ? text(json.get(name)) : usual(name)));
    }
    return values;
  }

  private static String usual(String name) {
    return switch (name) {
      case "least" -> "4";
      case "healthExcepted" -> "true";
      case "first" -> "SIXTH";
      case "last" -> "THIRD";
      case "admitted" -> "PUBLIC PRIVATE_UNDER_CONTRACT";
      default -> "";
    };
  }

  private static String text(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case ARRAY ->
          value.asJsonArray().getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .collect(Collectors.joining(" "));
      default -> value.toString();
    };
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.strip().split("[\\s,;]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
