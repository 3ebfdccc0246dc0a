package fr.gestmat.mealaid.control.scale;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scale as it is being written.
 *
 * @param kind the figure that it looks at
 * @param unit the unit of what it gives for one child
 * @param style which bounds belong to their bracket
 * @param monthly whether bounds of a tax income are for a month
 * @param startsOn the day from which all of it holds, if that was said
 * @param lines its lines, in order
 */
public record TypedScale(
    ScaleKind kind,
    AmountUnit unit,
    BoundStyle style,
    boolean monthly,
    Optional<LocalDate> startsOn,
    List<TypedBracket> lines) {

  /** Copies the lines, without empty ones. */
  public TypedScale {
    lines = lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /**
   * Something to correct in a line.
   *
   * @param row its place, from 0
   * @param reason what, with the name of the line's part as the field
   */
  public record Unreadable(int row, Refusal reason) {}

  /** What can't be read. */
  public List<Unreadable> unreadable() {
    List<Unreadable> all = new ArrayList<>();
    for (int row = 0; row < lines.size(); row++) {
      int place = row;
      lines.get(row).read().reasons().forEach(reason -> all.add(new Unreadable(place, reason)));
    }
    return all;
  }

  /** The scale, if every line can be read. */
  public Optional<Scale> scale() {
    List<Bracket> brackets = new ArrayList<>();
    for (TypedBracket line : lines) {
      Optional<Bracket> bracket = line.read().bracket();
      if (bracket.isEmpty()) {
        return Optional.empty();
      }
      brackets.add(bracket.get());
    }
    return Optional.of(
        new Scale(kind, unit, Sense.AID, style, monthly && kind.usesTaxIncome(), brackets));
  }

  /** What checks see; empty as long as a line can't be read. */
  public List<Finding> findings() {
    return scale().map(scale -> ScaleChecks.publish(scale, startsOn)).orElse(List.of());
  }

  /** The same scale with other lines. */
  public TypedScale with(List<TypedBracket> others) {
    return new TypedScale(kind, unit, style, monthly, startsOn, others);
  }

  /** The lines as a JSON array, which {@link #lines(String)} reads again. */
  public String json() {
    JsonArrayBuilder array = Json.createArrayBuilder();
    lines.forEach(
        line ->
            array.add(
                Json.createObjectBuilder()
                    .add("label", line.label())
                    .add("children", line.children())
                    .add("from", line.from())
                    .add("upTo", line.upTo())
                    .add("condition", line.condition())
                    .add("number", line.number())
                    .add("value", line.value())
                    .add("percent", line.percent())
                    .add("least", line.least())
                    .add("most", line.most())));
    return array.build().toString();
  }

  /** Lines as they were kept. */
  public static List<TypedBracket> lines(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              line ->
                  new TypedBracket(
                      line.getString("label", ""),
                      line.getString("children", ""),
                      line.getString("from", ""),
                      line.getString("upTo", ""),
                      line.getString("condition", ""),
                      line.getString("number", ""),
                      line.getString("value", ""),
                      line.getString("percent", ""),
                      line.getString("least", ""),
                      line.getString("most", "")))
          .toList();
    }
  }
}
