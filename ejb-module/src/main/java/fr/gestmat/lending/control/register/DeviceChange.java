package fr.gestmat.lending.control.register;

import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.Purchase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a device in words, to tell what a change changed.
 *
 * @param said the words by the names of what they say; absent where nothing is said
 */
public record DeviceChange(Map<String, String> said) {

  /** What is said of a device now. */
  public static DeviceChange of(Device device, DeviceModel model, String homeSchool) {
    Map<String, String> said = new LinkedHashMap<>();
    put(said, "assetTag", device.assetTag());
    put(said, "serial", device.serial());
    put(said, "model", model.name());
    put(said, "home", homeSchool);
    put(said, "storage", device.defaultStorage());
    put(said, "note", device.note());
    Optional<Purchase> purchase = Optional.ofNullable(device.purchase());
    put(said, "purchasedOn", purchase.map(Purchase::purchasedOn).orElse(null));
    put(said, "warrantyEndsOn", purchase.map(Purchase::warrantyEndsOn).orElse(null));
    put(said, "price", purchase.map(Purchase::price).orElse(null));
    return new DeviceChange(said);
  }

  /** What differs from an earlier moment: before and after of each; empty if nothing does. */
  public JsonObject since(DeviceChange before) {
    JsonObjectBuilder changed = Json.createObjectBuilder();
    Map<String, String> names = new LinkedHashMap<>(before.said());
    names.putAll(said);
    for (String name : names.keySet()) {
      String was = before.said().get(name);
      String is = said.get(name);
      if (!Objects.equals(was, is)) {
        changed.add(name, Json.createArrayBuilder().add(json(was)).add(json(is)));
      }
    }
    return changed.build();
  }

  private static JsonValue json(@Nullable String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  private static void put(Map<String, String> said, String name, @Nullable Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }
}
