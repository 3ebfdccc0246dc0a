package fr.gestmat.lending.control.label;

import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.export.OrderJson;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.reports.label.LabelFormat;
import fr.gestmat.reports.label.LabelFormats;
import fr.gestmat.reports.label.Symbology;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * Labels that somebody wants.
 *
 * @param tags asset tags in normal form, each once; empty to take what the filter keeps
 * @param filter which devices, when no tags are given
 * @param format the sheets
 * @param symbology the symbol
 * @param output as what they are written
 * @param first the first free label of the first sheet, from 1
 */
public record LabelOrder(
    List<String> tags,
    DeviceFilter filter,
    LabelFormat format,
    Symbology symbology,
    LabelOutput output,
    int first) {

  /** Most labels of one order. */
  public static final int MOST = 10_000;

  /** Brings tags into their normal form, each once, in the order given. */
  public LabelOrder {
    tags =
        tags.stream()
            .map(ScannedCode::normalForm)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
  }

  /** As a background task keeps it. */
  String toJson() {
    return Json.createObjectBuilder()
        .add("tags", Json.createArrayBuilder(tags))
        .add("filter", OrderJson.write(filter))
        .add("format", format.key())
        .add("symbology", symbology.name())
        .add("output", output.name())
        .add("first", first)
        .build()
        .toString();
  }

  /** The order that {@link #toJson} wrote. */
  static LabelOrder read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new LabelOrder(
          json.getJsonArray("tags").getValuesAs(JsonString::getString),
          OrderJson.devices(json.getJsonObject("filter")),
          LabelFormats.find(json.getString("format")).orElseThrow(),
          Symbology.valueOf(json.getString("symbology")),
          LabelOutput.valueOf(json.getString("output", LabelOutput.PDF.name())),
          json.getInt("first"));
    }
  }
}
