package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.desk.DeviceView;
import fr.gestmat.lending.control.desk.LoanView;
import fr.gestmat.lending.control.desk.PupilView;
import fr.gestmat.lending.control.desk.SchoolView;
import fr.gestmat.lending.control.kit.KitItem;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes what the document's schemas say, members in their order, null for what is absent. Written
 * member by member: a field that is added to a record does not leave the house by itself.
 */
final class ApiJson {

  private static final JsonGeneratorFactory GENERATORS =
      JsonProvider.provider().createGeneratorFactory(Map.of());

  private ApiJson() {}

  /** A JSON object. */
  static String object(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = GENERATORS.createGenerator(text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEnd();
    }
    return text.toString();
  }

  /**
   * The answer to a scan that is about a device at most, in the form of any scan's answer.
   *
   * @param code why, as a code
   * @param message why, as a sentence
   * @param tag the device's tag; absent if the code is no device's
   * @param model the name of its model
   */
  static String scanned(
      Outcome outcome, String code, String message, Optional<String> tag, Optional<String> model) {
    return object(
        json -> {
          json.write("outcome", outcome.name());
          json.writeStartArray("reasons");
          json.writeStartObject().write("code", code).write("message", message).writeEnd();
          json.writeEnd();
          maybe(
              json,
              "device",
              tag,
              (device, itsTag) -> {
                device.write("assetTag", itsTag);
                text(device, "model", model);
              });
        });
  }

  /** A page of a list. */
  static <T> String page(List<T> items, Optional<String> next, BiConsumer<JsonGenerator, T> item) {
    return object(
        json -> {
          json.writeStartArray("items");
          for (T one : items) {
            json.writeStartObject();
            item.accept(json, one);
            json.writeEnd();
          }
          json.writeEnd();
          text(json, "next", next);
        });
  }

  /** A member that may be null. */
  static <T> void maybe(
      JsonGenerator json, String name, Optional<T> value, BiConsumer<JsonGenerator, T> members) {
    if (value.isEmpty()) {
      json.writeNull(name);
    } else {
      json.writeStartObject(name);
      members.accept(json, value.get());
      json.writeEnd();
    }
  }

  /** A text, an id, an instant, a date or a code that may be null. */
  static void text(JsonGenerator json, String name, Optional<?> value) {
    if (value.isEmpty()) {
      json.writeNull(name);
    } else {
      json.write(name, value.get().toString());
    }
  }

  static void school(JsonGenerator json, SchoolView school) {
    json.write("uai", school.uai()).write("name", school.name());
  }

  static void device(JsonGenerator json, DeviceView device) {
    json.write("id", device.id().toString());
    json.write("assetTag", device.assetTag());
    text(json, "serial", device.serial());
    json.write("state", device.state().name());
    json.write("model", device.model());
    json.write("category", device.category());
    json.writeStartArray("accessories");
    for (DeviceView.Accessory accessory : device.accessories()) {
      json.writeStartObject();
      json.write("name", accessory.name());
      json.write("quantity", accessory.quantity());
      json.writeEnd();
    }
    json.writeEnd();
    maybe(json, "homeSchool", Optional.of(device.home()), ApiJson::school);
    maybe(json, "placeSchool", Optional.of(device.place()), ApiJson::school);
    maybe(json, "transitTo", device.transitTo(), ApiJson::school);
    text(json, "storage", device.storage());
    json.write("grade", device.grade().name());
    text(json, "lastSeenAt", device.lastSeenAt());
  }

  static void kit(JsonGenerator json, KitItem item) {
    json.writeStartObject().write("name", item.name());
    text(json, "piece", item.piece());
    text(json, "code", item.code());
    json.write("expected", item.expected()).write("missing", item.missing()).writeEnd();
  }

  static void loan(JsonGenerator json, LoanView loan) {
    json.write("id", loan.id().toString());
    json.write("state", loan.state().name());
    json.write("deviceId", loan.deviceId().toString());
    json.write("assetTag", loan.assetTag());
    text(json, "pupilId", loan.pupilId());
    maybe(json, "school", Optional.of(loan.school()), ApiJson::school);
    json.write("checkedOutAt", loan.checkedOutAt().toString());
    text(json, "dueOn", loan.dueOn());
    text(json, "returnedAt", loan.returnedAt());
    maybe(json, "returnedSchool", loan.returnedSchool(), ApiJson::school);
    text(json, "returnedGrade", loan.returnedGrade());
    text(json, "returnedPlace", loan.returnedPlace());
  }

  static void pupil(JsonGenerator json, PupilView pupil) {
    json.write("id", pupil.id().toString());
    json.write("familyName", pupil.familyName());
    json.write("givenName", pupil.givenName());
    text(json, "schoolClass", pupil.schoolClass());
    maybe(json, "school", Optional.of(pupil.school()), ApiJson::school);
    json.write("active", pupil.active());
  }
}
