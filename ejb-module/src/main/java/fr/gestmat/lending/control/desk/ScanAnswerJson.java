package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import fr.gestmat.lending.control.desk.ScanAnswer.Offer;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An answer as the table {@code scan} keeps it: read back, it is the same answer. */
public final class ScanAnswerJson {

  private ScanAnswerJson() {}

  static String write(ScanAnswer answer) {
    StringWriter text = new StringWriter(1024);
    try (JsonGenerator json = Json.generator(text)) {
      json.writeStartObject();
      json.write("outcome", answer.outcome().name());
      json.writeStartArray("reasons");
      for (Finding finding : answer.reasons()) {
        json.writeStartArray().write(finding.reason().name());
        finding.values().forEach(json::write);
        json.writeEnd();
      }
      json.writeEnd();
      answer.matchedBy().ifPresent(match -> json.write("matchedBy", match.name()));
      answer.device().ifPresent(device -> write(json, device));
      answer.loan().ifPresent(loan -> write(json, loan));
      answer.pupil().ifPresent(pupil -> write(json, pupil));
      json.writeStartArray("choices");
      for (Offer offer : answer.choices()) {
        json.writeStartObject()
            .write("choice", offer.choice().name())
            .write("about", offer.about());
        Json.write(json, "device", offer.device().orElse(null));
        json.writeEnd();
      }
      json.writeEnd();
      KitJson.write(json, answer.kit());
      json.writeEnd();
    }
    return text.toString();
  }

  /** The answer that a text keeps. */
  public static ScanAnswer read(String text) {
    JsonObject json = Json.read(text);
    return new ScanAnswer(
        Outcome.valueOf(json.getString("outcome")),
        json.getJsonArray("reasons").getValuesAs(reason -> finding(reason.asJsonArray())),
        Json.text(json, "matchedBy").map(ScanMatch::valueOf),
        Optional.ofNullable(json.getJsonObject("device")).map(ScanAnswerJson::device),
        Optional.ofNullable(json.getJsonObject("loan")).map(ScanAnswerJson::loan),
        Optional.ofNullable(json.getJsonObject("pupil")).map(ScanAnswerJson::pupil),
        json.getJsonArray("choices").getValuesAs(offer -> offer(offer.asJsonObject())),
        KitJson.items(json));
  }

  private static Finding finding(JsonArray json) {
    List<String> texts = json.getValuesAs(JsonString::getString);
    return new Finding(ScanReason.valueOf(texts.get(0)), texts.subList(1, texts.size()));
  }

  private static Offer offer(JsonObject json) {
    return new Offer(
        ScanChoice.valueOf(json.getString("choice")),
        Json.text(json, "device").map(UUID::fromString),
        json.getString("about"));
  }

  private static void write(JsonGenerator json, DeviceView device) {
    json.writeStartObject("device");
    json.write("id", device.id().toString());
    json.write("assetTag", device.assetTag());
    Json.write(json, "serial", device.serial().orElse(null));
    json.write("state", device.state().name());
    json.write("model", device.model());
    json.write("category", device.category());
    json.writeStartArray("accessories");
    for (Accessory accessory : device.accessories()) {
      json.writeStartObject();
      json.write("name", accessory.name());
      json.write("quantity", accessory.quantity());
      json.writeEnd();
    }
    json.writeEnd();
    write(json, "home", device.home());
    write(json, "place", device.place());
    device.transitTo().ifPresent(to -> write(json, "transitTo", to));
    Json.write(json, "storage", device.storage().orElse(null));
    json.write("grade", device.grade().name());
    Json.write(json, "lastSeenAt", device.lastSeenAt().orElse(null));
    json.writeEnd();
  }

  private static DeviceView device(JsonObject json) {
    return new DeviceView(
        UUID.fromString(json.getString("id")),
        json.getString("assetTag"),
        Json.text(json, "serial"),
        DeviceState.valueOf(json.getString("state")),
        json.getString("model"),
        json.getString("category"),
        json.getJsonArray("accessories").getValuesAs(a -> accessory(a.asJsonObject())),
        school(json.getJsonObject("home")),
        school(json.getJsonObject("place")),
        Optional.ofNullable(json.getJsonObject("transitTo")).map(ScanAnswerJson::school),
        Json.text(json, "storage"),
        ConditionGrade.valueOf(json.getString("grade")),
        Json.text(json, "lastSeenAt").map(Instant::parse));
  }

  private static Accessory accessory(JsonObject json) {
    return new Accessory(json.getString("name"), json.getInt("quantity"));
  }

  private static void write(JsonGenerator json, LoanView loan) {
    json.writeStartObject("loan");
    json.write("id", loan.id().toString());
    json.write("state", loan.state().name());
    json.write("deviceId", loan.deviceId().toString());
    json.write("assetTag", loan.assetTag());
    Json.write(json, "pupilId", loan.pupilId().orElse(null));
    write(json, "school", loan.school());
    json.write("checkedOutAt", loan.checkedOutAt().toString());
    Json.write(json, "dueOn", loan.dueOn().orElse(null));
    Json.write(json, "returnedAt", loan.returnedAt().orElse(null));
    loan.returnedSchool().ifPresent(school -> write(json, "returnedSchool", school));
    Json.write(json, "returnedGrade", loan.returnedGrade().orElse(null));
    Json.write(json, "returnedPlace", loan.returnedPlace().orElse(null));
    json.writeEnd();
  }

  private static LoanView loan(JsonObject json) {
    return new LoanView(
        UUID.fromString(json.getString("id")),
        LoanState.valueOf(json.getString("state")),
        UUID.fromString(json.getString("deviceId")),
        json.getString("assetTag"),
        Json.text(json, "pupilId").map(UUID::fromString),
        school(json.getJsonObject("school")),
        Instant.parse(json.getString("checkedOutAt")),
        Json.text(json, "dueOn").map(LocalDate::parse),
        Json.text(json, "returnedAt").map(Instant::parse),
        Optional.ofNullable(json.getJsonObject("returnedSchool")).map(ScanAnswerJson::school),
        Json.text(json, "returnedGrade").map(ConditionGrade::valueOf),
        Json.text(json, "returnedPlace"));
  }

  private static void write(JsonGenerator json, PupilView pupil) {
    json.writeStartObject("pupil");
    json.write("id", pupil.id().toString());
    json.write("familyName", pupil.familyName());
    json.write("givenName", pupil.givenName());
    Json.write(json, "schoolClass", pupil.schoolClass().orElse(null));
    write(json, "school", pupil.school());
    json.write("active", pupil.active());
    json.writeEnd();
  }

  private static PupilView pupil(JsonObject json) {
    return new PupilView(
        UUID.fromString(json.getString("id")),
        json.getString("familyName"),
        json.getString("givenName"),
        Json.text(json, "schoolClass"),
        school(json.getJsonObject("school")),
        json.getBoolean("active"));
  }

  private static void write(JsonGenerator json, String name, SchoolView school) {
    json.writeStartObject(name).write("uai", school.uai()).write("name", school.name()).writeEnd();
  }

  private static SchoolView school(JsonObject json) {
    return new SchoolView(json.getString("uai"), json.getString("name"));
  }
}
