package fr.gestmat.web.lending.api;

import fr.gestmat.lending.boundary.register.NewDeliveries.NewDelivery;
import fr.gestmat.lending.boundary.register.NewDeliveries.Recorded;
import fr.gestmat.lending.control.delivery.DeliveryRecord.Rejected;
import fr.gestmat.lending.control.delivery.DeliveryRow;
import fr.gestmat.web.view.View;
import jakarta.json.stream.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A delivery as it comes in, and what became of it. */
final class DeliveryBody {

  private static final int MOST_LINES = 5_000;
  private static final int LONGEST_CODE = 64;

  private DeliveryBody() {}

  /**
   * Reads a delivery.
   *
   * @throws MalformedBodyException if a field is missing, of another form or too long
   */
  static NewDelivery read(String text) {
    ApiBody body = ApiBody.of(text);
    return new NewDelivery(
        body.text("school", 16),
        body.text("reference", 80),
        body.textOrNull("supplier", 120),
        body.dayOrNull("deliveredOn"),
        body.yes("received", true),
        lines(body.objects("lines", MOST_LINES)));
  }

  private static List<DeliveryRow> lines(List<ApiBody> sent) {
    List<DeliveryRow> lines = new ArrayList<>();
    for (ApiBody line : sent) {
      lines.add(
          new DeliveryRow(
              lines.size() + 1,
              line.text("assetTag"),
              Optional.ofNullable(line.textOrNull("serial", LONGEST_CODE)).orElse(""),
              line.text("model", 120),
              "",
              Optional.empty(),
              Optional.empty()));
    }
    return lines;
  }

  /** Writes what became of it. */
  static void write(JsonGenerator json, Recorded recorded, View view) {
    json.write("id", recorded.id().toString());
    json.write("reference", recorded.reference());
    ApiJson.maybe(json, "school", Optional.of(recorded.school()), ApiJson::school);
    json.write("created", recorded.created());
    json.write("unchanged", recorded.unchanged());
    json.writeStartArray("rejected");
    for (Rejected line : recorded.rejected()) {
      json.writeStartObject();
      json.write("line", line.line());
      json.write("message", view.text("delivery.reason." + line.reason()));
      json.writeEnd();
    }
    json.writeEnd();
  }
}
