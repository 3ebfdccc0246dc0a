package fr.gestmat.lending.control.delivery;

import fr.gestmat.lending.control.sheet.SentSheet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said of a delivery as a whole.
 *
 * @param reference of the delivery note, unique in the authority
 * @param supplier who sent it; empty if unknown
 * @param deliveredOn when it came or is to come
 * @param school database id of the school that gets it; empty if its lines say so
 * @param received whether its devices are there, else they are expected
 */
public record DeliveryAbout(
    String reference,
    String supplier,
    Optional<LocalDate> deliveredOn,
    Optional<Long> school,
    boolean received) {

  /** As it is kept with a sheet. */
  public JsonObject toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("reference", reference)
            .add("supplier", supplier)
            .add("received", received);
    deliveredOn.ifPresent(day -> json.add("deliveredOn", day.toString()));
    school.ifPresent(id -> json.add("school", id));
    return json.build();
  }

  /** What was said of the delivery whose lines are in a sheet. */
  public static DeliveryAbout of(SentSheet sheet) {
    JsonObject json = sheet.about();
    return new DeliveryAbout(
        json.getString("reference"),
        json.getString("supplier"),
        Optional.ofNullable(json.getString("deliveredOn", null)).map(LocalDate::parse),
        Optional.ofNullable(json.getJsonNumber("school")).map(n -> n.longValue()),
        json.getBoolean("received"));
  }
}
