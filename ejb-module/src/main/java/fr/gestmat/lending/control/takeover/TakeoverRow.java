package fr.gestmat.lending.control.takeover;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of the file as it was understood; texts that are not there are empty.
 *
 * @param line line of the file
 * @param tag asset tag in normal form
 * @param serial serial number in normal form
 * @param model name of the model
 * @param uai the school's UAI
 * @param state where the device stands
 * @param grade its condition
 * @param pupil who has it, as the file says
 * @param lentOn when the loan began
 * @param dueOn when it ends
 */
public record TakeoverRow(
    int line,
    String tag,
    String serial,
    String model,
    String uai,
    DeviceState state,
    ConditionGrade grade,
    Named pupil,
    Optional<LocalDate> lentOn,
    Optional<LocalDate> dueOn) {

  /**
   * A pupil as a file names them.
   *
   * @param externalId id in the directory's feed
   * @param ine national id
   * @param familyName family name
   * @param givenName given name
   * @param birthDate date of birth
   * @param schoolClass class
   */
  public record Named(
      String externalId,
      String ine,
      String familyName,
      String givenName,
      Optional<LocalDate> birthDate,
      String schoolClass) {

    /** Whether the file says nothing of who has the device. */
    public boolean isNobody() {
      return externalId.isEmpty() && ine.isEmpty() && familyName.isEmpty() && givenName.isEmpty();
    }
  }

  /** Whether there is a loan to take over. */
  boolean isLent() {
    return state == DeviceState.ON_LOAN;
  }

  /** As the database keeps it. */
  String toJson() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("line", line)
            .add("tag", tag)
            .add("serial", serial)
            .add("model", model)
            .add("uai", uai)
            .add("state", state.name())
            .add("grade", grade.name())
            .add("id", pupil.externalId())
            .add("ine", pupil.ine())
            .add("family", pupil.familyName())
            .add("given", pupil.givenName())
            .add("class", pupil.schoolClass());
    pupil.birthDate().ifPresent(d -> json.add("birth", d.toString()));
    lentOn.ifPresent(d -> json.add("lentOn", d.toString()));
    dueOn.ifPresent(d -> json.add("dueOn", d.toString()));
    return json.build().toString();
  }

  /** The row that {@link #toJson} wrote. */
  static TakeoverRow read(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      return new TakeoverRow(
          json.getInt("line"),
          json.getString("tag"),
          json.getString("serial"),
          json.getString("model"),
          json.getString("uai"),
          DeviceState.valueOf(json.getString("state")),
          ConditionGrade.valueOf(json.getString("grade")),
          new Named(
              json.getString("id"),
              json.getString("ine"),
              json.getString("family"),
              json.getString("given"),
              day(json, "birth"),
              json.getString("class")),
          day(json, "lentOn"),
          day(json, "dueOn"));
    }
  }

  private static Optional<LocalDate> day(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name, null)).map(LocalDate::parse);
  }
}
