package fr.gestmat.lending.control.declare;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanMemento;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.Sighting;
import fr.gestmat.lending.entity.Transit;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood before a declaration, as the journal keeps it to take the declaration back. */
final class DeclaredBefore {

  private final JsonObject detail;
  private final JsonObject before;

  private DeclaredBefore(JsonObject detail) {
    this.detail = detail;
    this.before =
        detail.containsKey("before")
            ? detail.getJsonObject("before")
            : JsonObject.EMPTY_JSON_OBJECT;
  }

  /** Whether the detail is that of a declaration which left the device at this version. */
  static boolean isOf(int deviceVersion, JsonObject detail) {
    return detail.containsKey("before") && detail.getInt("deviceVersion", -1) == deviceVersion;
  }

  /** Reads the detail of a declaration's line. */
  static DeclaredBefore read(@Nullable String detail) {
    if (detail == null) {
      return new DeclaredBefore(JsonObject.EMPTY_JSON_OBJECT);
    }
    try (JsonReader reader = Json.createReader(new StringReader(detail))) {
      return new DeclaredBefore(reader.readObject());
    }
  }

  /** All that a declaration may change of a device and its loan. */
  static JsonObject of(Device device, Optional<Loan> loan) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("state", device.state().name())
            .add("grade", device.conditionGrade().name())
            .add("home", device.homeSchoolId())
            .add("place", device.placeSchoolId());
    add(json, "reason", device.stateReason());
    add(json, "storage", device.storage());
    add(json, "policeReport", device.policeReport());
    add(json, "policeReportOn", device.policeReportOn());
    Transit transit = device.transit();
    if (transit != null) {
      json.add("transitTo", transit.to());
      if (transit.from() != null) {
        json.add("transitFrom", transit.from());
      }
      add(json, "transitAt", transit.sentAt());
      if (transit.slip() != null) {
        json.add("transitSlip", transit.slip());
      }
      if (transit.owner() != null) {
        json.add("transitOwner", transit.owner());
      }
    }
    sighting(json, "seen", device.lastSeen());
    sighting(json, "returned", device.lastReturned());
    loan.ifPresent(
        l -> {
          json.add("loan", l.id()).add("loanState", l.state().name());
          add(json, "dueOn", l.dueOn());
        });
    return json.build();
  }

  /** The loan that held the device. */
  Optional<Long> loanId() {
    return number("loan");
  }

  /** What incidents and repairs remember the declaration by. */
  Optional<UUID> mark() {
    return detail.containsKey("mark")
        ? Optional.of(UUID.fromString(detail.getString("mark")))
        : Optional.empty();
  }

  /** Whether device and loan are as the declaration left them. */
  boolean isLast(Device device, Optional<Loan> loan) {
    return isOf(device.version(), detail)
        && loan.map(l -> l.version() == detail.getInt("loanVersion", -1)).orElse(true);
  }

  /** Puts everything back. */
  void restore(Device device, Optional<Loan> loan) {
    loan.ifPresent(
        l ->
            l.restore(
                new LoanMemento(LoanState.valueOf(before.getString("loanState")), day("dueOn"))));
    device.restore(
        new DeviceMemento(
            DeviceState.valueOf(before.getString("state")),
            text("reason"),
            loanId().orElse(null),
            before.getJsonNumber("home").longValue(),
            before.getJsonNumber("place").longValue(),
            text("storage"),
            ConditionGrade.valueOf(before.getString("grade")),
            transit(),
            sighting("seen"),
            sighting("returned")));
    device.keepPoliceReport(text("policeReport"), day("policeReportOn"));
  }

  private @Nullable Transit transit() {
    return number("transitTo")
        .map(
            to ->
                new Transit(number("transitFrom").orElse(null), to, instant("transitAt"))
                    .on(number("transitSlip").orElse(null))
                    .of(number("transitOwner").orElse(null)))
        .orElse(null);
  }

  private @Nullable Sighting sighting(String name) {
    Instant at = instant(name + "At");
    return at == null
        ? null
        : new Sighting(at, number(name + "School").orElse(null), text(name + "By"));
  }

  private static void sighting(JsonObjectBuilder json, String name, @Nullable Sighting sighting) {
    if (sighting != null) {
      add(json, name + "At", sighting.at());
      add(json, name + "By", sighting.agent());
      if (sighting.schoolId() != null) {
        json.add(name + "School", sighting.schoolId());
      }
    }
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  private @Nullable String text(String name) {
    return before.containsKey(name) ? before.getString(name) : null;
  }

  private @Nullable LocalDate day(String name) {
    String text = text(name);
    return text == null ? null : LocalDate.parse(text);
  }

  private @Nullable Instant instant(String name) {
    String text = text(name);
    return text == null ? null : Instant.parse(text);
  }

  private Optional<Long> number(String name) {
    return Optional.ofNullable(before.getJsonNumber(name)).map(JsonNumber::longValue);
  }
}
