package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Condition;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.Tariff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scale as a table (M-F16): its lines, or, where there are columns for numbers of children, a
 * line for each level and a cell for each number.
 *
 * @param columns the numbers of children; empty for a scale without columns
 * @param levels the lines
 */
public record ScaleTable(List<Integer> columns, List<Level> levels) {

  /**
   * A line.
   *
   * @param row the place of its first bracket in the scale, from 0
   * @param label its name; may be empty
   * @param condition what is asked besides
   * @param tariff what it gives
   * @param cells its brackets, one for each column; a single one without columns
   */
  public record Level(
      int row, String label, Condition condition, Tariff tariff, List<Optional<Bracket>> cells) {}

  private record Key(String label, Condition condition, Tariff tariff) {}

  /** The table of a scale. */
  public static ScaleTable of(Scale scale) {
    List<Integer> columns = scale.columns();
    if (columns.isEmpty()) {
      List<Level> levels = new ArrayList<>();
      for (int row = 0; row < scale.brackets().size(); row++) {
        Bracket one = scale.brackets().get(row);
        levels.add(
            new Level(row, one.label(), one.condition(), one.tariff(), List.of(Optional.of(one))));
      }
      return new ScaleTable(columns, levels);
    }
    Map<Key, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < scale.brackets().size(); row++) {
      Bracket one = scale.brackets().get(row);
      rows.computeIfAbsent(
              new Key(one.label(), one.condition(), one.tariff()), key -> new ArrayList<>())
          .add(row);
    }
    List<Level> levels = new ArrayList<>();
    rows.forEach(
        (key, places) -> {
          List<Bracket> all = places.stream().map(scale.brackets()::get).toList();
          List<Optional<Bracket>> cells =
              columns.stream()
                  .map(
                      column ->
                          all.stream()
                              .filter(
                                  one ->
                                      one.column().isEmpty() || one.column().get().equals(column))
                              .findFirst())
                  .toList();
          levels.add(new Level(places.get(0), key.label(), key.condition(), key.tariff(), cells));
        });
    return new ScaleTable(columns, levels);
  }
}
