package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.desk.UndoState.Begun;
import fr.gestmat.lending.control.desk.UndoState.DeviceWas;
import fr.gestmat.lending.control.desk.UndoState.LoanWas;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanMemento;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.Sighting;
import fr.gestmat.lending.entity.Transit;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an undo needs, as the table {@code scan} keeps it. */
final class UndoJson {

  private UndoJson() {}

  static String write(UndoState state) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.writeStartArray("devices");
      for (DeviceWas was : state.devices()) {
        json.writeStartObject().write("id", was.id()).write("version", was.version());
        write(json, was.before());
        json.writeEnd();
      }
      json.writeEnd().writeStartArray("loans");
      for (LoanWas was : state.loans()) {
        json.writeStartObject().write("id", was.id()).write("version", was.version());
        json.write("state", was.before().state().name());
        Json.write(json, "dueOn", was.before().dueOn());
        json.writeEnd();
      }
      json.writeEnd().writeStartArray("begun");
      for (Begun loan : state.begun()) {
        json.writeStartObject().write("id", loan.id()).write("version", loan.version()).writeEnd();
      }
      json.writeEnd();
      json.writeStartArray("pieces");
      for (UndoState.PieceWas piece : state.pieces()) {
        json.writeStartObject().write("id", piece.id()).write("device", piece.device());
        Json.write(json, "gap", piece.gap());
        json.writeEnd();
      }
      json.writeEnd();
      json.writeEnd();
    }
    return text.toString();
  }

  static UndoState read(String text) {
    JsonObject json = Json.read(text);
    return new UndoState(
        json.getJsonArray("devices").getValuesAs(v -> device(v.asJsonObject())),
        json.getJsonArray("loans").getValuesAs(v -> loan(v.asJsonObject())),
        json.getJsonArray("begun")
            .getValuesAs(v -> new Begun(id(v.asJsonObject()), v.asJsonObject().getInt("version"))),
        json.containsKey("pieces")
            ? json.getJsonArray("pieces").getValuesAs(v -> piece(v.asJsonObject()))
            : List.of());
  }

  private static UndoState.PieceWas piece(JsonObject json) {
    return new UndoState.PieceWas(
        id(json), json.getJsonNumber("device").longValue(), Json.number(json, "gap"));
  }

  /** One device as it was. */
  static String write(DeviceMemento device) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      write(json, device);
      json.writeEnd();
    }
    return text.toString();
  }

  /** What {@link #write(DeviceMemento)} wrote. */
  static DeviceMemento device(String text) {
    return memento(Json.read(text));
  }

  private static void write(JsonGenerator json, DeviceMemento device) {
    json.write("state", device.state().name());
    Json.write(json, "stateReason", device.stateReason());
    Json.write(json, "openLoan", device.openLoanId());
    Json.write(json, "home", device.homeSchoolId());
    json.write("place", device.placeSchoolId());
    Json.write(json, "storage", device.storage());
    json.write("grade", device.grade().name());
    Transit transit = device.transit();
    if (transit != null) {
      json.writeStartObject("transit").write("to", transit.to());
      Json.write(json, "from", transit.from());
      Json.write(json, "sentAt", transit.sentAt());
      Json.write(json, "slip", transit.slip());
      Json.write(json, "owner", transit.owner());
      json.writeEnd();
    }
    write(json, "lastSeen", device.lastSeen());
    write(json, "lastReturned", device.lastReturned());
  }

  private static void write(JsonGenerator json, String name, @Nullable Sighting sighting) {
    if (sighting != null) {
      json.writeStartObject(name).write("at", sighting.at().toString());
      Json.write(json, "school", sighting.schoolId());
      Json.write(json, "agent", sighting.agent());
      json.writeEnd();
    }
  }

  private static DeviceWas device(JsonObject json) {
    return new DeviceWas(id(json), json.getInt("version"), memento(json));
  }

  private static DeviceMemento memento(JsonObject json) {
    JsonObject transit = json.getJsonObject("transit");
    return new DeviceMemento(
        DeviceState.valueOf(json.getString("state")),
        Json.text(json, "stateReason").orElse(null),
        Json.number(json, "openLoan"),
        Json.number(json, "home"),
        json.getJsonNumber("place").longValue(),
        Json.text(json, "storage").orElse(null),
        ConditionGrade.valueOf(json.getString("grade")),
        transit == null
            ? null
            : new Transit(
                    Json.number(transit, "from"),
                    transit.getJsonNumber("to").longValue(),
                    Json.text(transit, "sentAt").map(Instant::parse).orElse(null))
                .on(Json.number(transit, "slip"))
                .of(Json.number(transit, "owner")),
        sighting(json.getJsonObject("lastSeen")),
        sighting(json.getJsonObject("lastReturned")));
  }

  private static @Nullable Sighting sighting(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Sighting(
            Instant.parse(json.getString("at")),
            Json.number(json, "school"),
            Json.text(json, "agent").orElse(null));
  }

  private static LoanWas loan(JsonObject json) {
    return new LoanWas(
        id(json),
        json.getInt("version"),
        new LoanMemento(
            LoanState.valueOf(json.getString("state")),
            Json.text(json, "dueOn").map(LocalDate::parse).orElse(null)));
  }

  private static long id(JsonObject json) {
    return json.getJsonNumber("id").longValue();
  }
}
