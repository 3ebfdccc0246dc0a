package fr.gestmat.mealaid.control.export;

import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkFilter.Assigned;
import fr.gestmat.mealaid.control.review.WorkFilter.Flag;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;
import java.util.UUID;

/**
 * What was ordered.
 *
 * @param campaign public id of the campaign
 * @param filter what the list showed
 */
public record AidOrder(UUID campaign, WorkFilter filter) {

  /** The order as a background task keeps it. */
  public String json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("campaign", campaign.toString())
            .add("search", filter.search());
    filter.state().ifPresent(state -> json.add("state", state.name()));
    filter.school().ifPresent(school -> json.add("school", school));
    filter.complete().ifPresent(complete -> json.add("complete", complete));
    filter.flag().ifPresent(flag -> json.add("flag", flag.name()));
    if (filter.assigned() instanceof Assigned.Nobody) {
      json.add("assigned", "nobody");
    } else if (filter.assigned() instanceof Assigned.Me) {
      json.add("assigned", "me");
    } else if (filter.assigned() instanceof Assigned.Officer officer) {
      json.add("assigned", officer.id().toString());
    }
    return json.build().toString();
  }

  /** The order of such a JSON. */
  public static AidOrder read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new AidOrder(
          UUID.fromString(json.getString("campaign")),
          new WorkFilter(
              word(json, "state").map(ApplicationState::valueOf),
              word(json, "school"),
              assigned(json.getString("assigned", "")),
              json.containsKey("complete")
                  ? Optional.of(json.getBoolean("complete"))
                  : Optional.empty(),
              word(json, "flag").map(Flag::valueOf),
              json.getString("search")));
    }
  }

  private static Assigned assigned(String text) {
    return switch (text) {
      case "" -> new Assigned.Anybody();
      case "nobody" -> new Assigned.Nobody();
      case "me" -> new Assigned.Me();
      default -> new Assigned.Officer(UUID.fromString(text));
    };
  }

  private static Optional<String> word(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }
}
