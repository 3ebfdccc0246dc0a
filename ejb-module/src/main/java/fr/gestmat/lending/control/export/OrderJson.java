package fr.gestmat.lending.control.export;

import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An order as a background task keeps it. */
public final class OrderJson {

  private OrderJson() {}

  /** The order as JSON. */
  public static String write(ExportOrder order) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("format", order.format().name());
    if (order instanceof ExportOrder.Devices devices) {
      json.add("devices", write(devices.filter()));
    } else if (order instanceof ExportOrder.Loans loans) {
      json.add("loans", write(loans.filter()));
    } else if (order instanceof ExportOrder.Repairs repairs) {
      JsonObjectBuilder filter = Json.createObjectBuilder();
      repairs.school().ifPresent(s -> filter.add("school", s));
      json.add("repairs", filter);
    }
    return json.build().toString();
  }

  /** The order of such a JSON. */
  public static ExportOrder read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      ExportFormat format = ExportFormat.valueOf(json.getString("format"));
      if (json.containsKey("repairs")) {
        return new ExportOrder.Repairs(text(json.getJsonObject("repairs"), "school"), format);
      }
      return json.containsKey("devices")
          ? new ExportOrder.Devices(devices(json.getJsonObject("devices")), format)
          : new ExportOrder.Loans(loans(json.getJsonObject("loans")), format);
    }
  }

  /** A filter of devices as JSON. */
  public static JsonObject write(DeviceFilter filter) {
    JsonArrayBuilder states = Json.createArrayBuilder();
    filter.states().forEach(s -> states.add(s.name()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("states", states)
            .add("late", filter.late())
            .add("text", filter.text());
    filter.model().ifPresent(m -> json.add("model", m.toString()));
    filter.school().ifPresent(s -> json.add("school", s));
    filter.schoolClass().ifPresent(c -> json.add("class", c.toString()));
    filter.delivery().ifPresent(d -> json.add("delivery", d.toString()));
    return json.build();
  }

  /** The filter of such a JSON. */
  public static DeviceFilter devices(JsonObject json) {
    Set<DeviceState> states = new HashSet<>();
    json.getJsonArray("states")
        .getValuesAs(JsonString.class)
        .forEach(s -> states.add(DeviceState.valueOf(s.getString())));
    return new DeviceFilter(
        states,
        id(json, "model"),
        text(json, "school"),
        id(json, "class"),
        json.getBoolean("late"),
        id(json, "delivery"),
        json.getString("text"));
  }

  private static JsonObject write(LoanFilter filter) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("kind", filter.kind().name()).add("text", filter.text());
    filter.school().ifPresent(s -> json.add("school", s));
    filter.schoolClass().ifPresent(c -> json.add("class", c.toString()));
    filter.pupil().ifPresent(p -> json.add("pupil", p.toString()));
    return json.build();
  }

  private static LoanFilter loans(JsonObject json) {
    return new LoanFilter(
        LoanFilter.Kind.valueOf(json.getString("kind")),
        text(json, "school"),
        id(json, "class"),
        id(json, "pupil"),
        json.getString("text"));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null));
  }

  private static Optional<UUID> id(JsonObject json, String name) {
    return text(json, name).map(UUID::fromString);
  }
}
