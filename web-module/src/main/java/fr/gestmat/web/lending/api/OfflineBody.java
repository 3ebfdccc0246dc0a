package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.offline.OfflineDesks;
import fr.gestmat.lending.boundary.offline.OfflineDesks.Standing;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.offline.DeskData;
import fr.gestmat.lending.control.offline.OfflineOperation;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.lending.entity.ConditionGrade;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What desks without network send and get. */
final class OfflineBody {

  private OfflineBody() {}

  /**
   * Reads operations in the order in which they stand.
   *
   * @throws MalformedBodyException if one of them is malformed: then none is taken
   */
  static List<OfflineOperation> operations(ApiBody body) {
    List<ApiBody> all = body.objects("operations", OfflineDesks.MOST);
    return IntStream.range(0, all.size()).mapToObj(i -> operation(all.get(i), i + 1)).toList();
  }

  private static OfflineOperation operation(ApiBody body, int n) {
    return new OfflineOperation(
        body.id("scanId"),
        n,
        body.code("mode", ScanMode.class),
        body.text("code"),
        body.idOrNull("pupilId"),
        body.textOrNull("pupilCode", 190),
        body.instant("scannedAt"),
        body.instantOrNull("returnedAt"),
        body.codeOrNull("grade", ConditionGrade.class),
        body.textOrNull("place", ScanBody.LONGEST_PLACE),
        ScanBody.choice(body.textOrNull("choice", 80)),
        body.textOrNull("reason", ScanBody.LONGEST_REASON),
        body.dayOrNull("dueOn"));
  }

  /** The ids of operations. */
  static List<UUID> scans(ApiBody body) {
    return body.objects("scans", OfflineDesks.MOST).stream().map(one -> one.id("scanId")).toList();
  }

  static void write(JsonGenerator json, DeskData list) {
    json.write("at", list.at().toString());
    json.write("expiresAt", list.expiresAt().toString());
    json.write("tagPrefix", list.tags().prefix());
    ApiJson.text(json, "tagPattern", list.tags().tags().map(Pattern::pattern));
    json.write("tagCheck", list.tags().checkDigit().name());
    ApiJson.text(json, "dueOn", list.dueOn());
    json.writeStartArray("classes");
    list.classes()
        .forEach(
            one ->
                json.writeStartObject()
                    .write("id", one.id().toString())
                    .write("name", one.name())
                    .writeEnd());
    json.writeEnd();
    json.writeStartArray("pupils");
    list.pupils().forEach(pupil -> write(json, pupil));
    json.writeEnd();
    json.writeStartArray("devices");
    list.devices().forEach(device -> write(json, device));
    json.writeEnd();
  }

  private static void write(JsonGenerator json, DeskData.Pupil pupil) {
    json.writeStartObject();
    json.write("id", pupil.id().toString());
    json.write("familyName", pupil.familyName());
    json.write("givenName", pupil.givenName());
    ApiJson.text(json, "schoolClass", pupil.schoolClass());
    ApiJson.text(json, "card", pupil.card());
    ApiJson.text(json, "lastDay", pupil.lastDay());
    ApiJson.text(json, "block", pupil.block());
    json.writeStartArray("full");
    pupil.full().forEach(json::write);
    json.writeEnd();
    json.writeEnd();
  }

  private static void write(JsonGenerator json, DeskData.Device device) {
    json.writeStartObject();
    json.write("tag", device.tag());
    ApiJson.text(json, "serial", device.serial());
    json.write("model", device.model());
    json.write("category", device.category());
    json.write("state", device.state());
    json.write("here", device.here());
    ApiJson.text(json, "holder", device.holder());
    ApiJson.text(json, "reserved", device.reserved());
    json.writeEnd();
  }

  static void write(JsonGenerator json, Standing standing, OfflineTexts texts) {
    json.write("waiting", standing.waiting());
    json.writeStartArray("silent");
    standing.silent().forEach(silent -> json.write(texts.silent(silent)));
    json.writeEnd();
  }

  /** An operation whose turn has come. */
  static void write(JsonGenerator json, Played played, OfflineTexts texts, ScanTexts scans) {
    json.writeStartObject();
    json.write("scanId", played.scanId().toString());
    json.write("state", played.state().name());
    if (played.isDone()) {
      json.write("message", texts.sentence(played));
      if (played.answer().isPresent()) {
        json.writeStartObject("answer");
        ScanAnswerBody.write(json, played.answer().get(), scans);
        json.writeEnd();
      }
    }
    json.writeEnd();
  }
}
