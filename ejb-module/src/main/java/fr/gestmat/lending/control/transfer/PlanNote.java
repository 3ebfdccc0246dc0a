package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.transfer.PlaceStock.Settings;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/**
 * What a proposal rests on, and what it can't mend.
 *
 * @param settings what counted
 * @param unmet places that stay short
 * @param left devices that stay left over in all
 * @param unsaid schools of which nobody said a need: left alone
 */
public record PlanNote(Settings settings, List<Short> unmet, int left, int unsaid) {

  /** A place that stays short. */
  public record Short(String name, int devices) {}

  /** The note of a proposal. */
  public static PlanNote of(
      Settings settings, List<PlaceStock> places, MovePlan.Proposal proposal) {
    return new PlanNote(
        settings,
        places.stream()
            .filter(place -> proposal.unmet().containsKey(place.uai()))
            .map(place -> new Short(place.name(), proposal.unmet().getOrDefault(place.uai(), 0)))
            .toList(),
        proposal.left().values().stream().mapToInt(Integer::intValue).sum(),
        (int)
            places.stream()
                .filter(place -> place.kind().equals("SCHOOL") && place.entrants().isEmpty())
                .count());
  }

  /** As the database keeps it. */
  public String toJson() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    unmet.forEach(
        one -> all.add(Json.createObjectBuilder().add("name", one.name()).add("n", one.devices())));
    return Json.createObjectBuilder()
        .add("toCheck", settings.toCheckPercent())
        .add("inRepair", settings.inRepairPercent())
        .add("reserve", settings.reservePercent())
        .add("unmet", all)
        .add("left", left)
        .add("unsaid", unsaid)
        .build()
        .toString();
  }

  /** As the database kept it. */
  public static PlanNote read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new PlanNote(
          new Settings(json.getInt("toCheck"), json.getInt("inRepair"), json.getInt("reserve")),
          json.getJsonArray("unmet").getValuesAs(JsonObject.class).stream()
              .map(one -> new Short(one.getString("name"), one.getInt("n")))
              .toList(),
          json.getInt("left"),
          json.getInt("unsaid"));
    }
  }
}
