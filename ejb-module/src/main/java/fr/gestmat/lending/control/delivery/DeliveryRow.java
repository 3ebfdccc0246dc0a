package fr.gestmat.lending.control.delivery;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A line of a delivery as it was understood; texts that are not there are empty.
 *
 * @param line line of the file, or rank in a request
 * @param tag asset tag in normal form; empty if we give it
 * @param serial serial number in normal form
 * @param model name of the model
 * @param uai UAI of the school; empty for that of the delivery
 * @param warrantyEndsOn last day of the warranty
 * @param price in euros, two decimals
 */
public record DeliveryRow(
    int line,
    String tag,
    String serial,
    String model,
    String uai,
    Optional<LocalDate> warrantyEndsOn,
    Optional<BigDecimal> price) {

  /** The same line, for a school that is known otherwise. */
  DeliveryRow withoutSchool() {
    return new DeliveryRow(line, tag, serial, model, "", warrantyEndsOn, price);
  }

  /** As the database keeps it. */
  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("line", line)
            .add("tag", tag)
            .add("serial", serial)
            .add("model", model)
            .add("uai", uai);
    warrantyEndsOn.ifPresent(day -> json.add("warranty", day.toString()));
    price.ifPresent(amount -> json.add("price", amount));
    return json.build().toString();
  }

  /** The row that {@link #toJson} wrote. */
  public static DeliveryRow read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new DeliveryRow(
          json.getInt("line"),
          json.getString("tag"),
          json.getString("serial"),
          json.getString("model"),
          json.getString("uai"),
          Optional.ofNullable(json.getString("warranty", null)).map(LocalDate::parse),
          Optional.ofNullable(json.getJsonNumber("price")).map(n -> n.bigDecimalValue()));
    }
  }
}
