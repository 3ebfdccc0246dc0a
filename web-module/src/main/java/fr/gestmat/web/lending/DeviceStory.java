package fr.gestmat.web.lending;

import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.DeviceHistory;
import fr.gestmat.web.view.TimelineEntry;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the journal's lines about a device in sentences. */
@RequestScoped
public class DeviceStory {

  /** What a change of description can change, in the order in which it is told. */
  private static final List<String> DESCRIBED =
      List.of(
          "assetTag",
          "serial",
          "model",
          "home",
          "storage",
          "purchasedOn",
          "warrantyEndsOn",
          "price",
          "note");

  @Inject private View view;

  /** One line of the journal as an entry of a timeline. */
  TimelineEntry tell(DeviceHistory.Line line) {
    Optional<LendingAction> action = Typed.one(LendingAction.class, line.action());
    String title =
        action
            .map(
                a ->
                    view.text(
                        a.textKey(),
                        line.pupil().orElseGet(() -> view.text("history.aPupil")),
                        line.school().orElse("")))
            .orElseGet(() -> view.text("history.other"));
    return new TimelineEntry(
        line.at(), action.map(DeviceStory::tone).orElse(Tone.NEUTRAL), title, text(line));
  }

  private String text(DeviceHistory.Line line) {
    JsonObject detail = line.detail();
    List<String> said = new ArrayList<>();
    String by = view.text("history.by", line.actor());
    said.add(line.school().map(school -> by + ", " + school).orElse(by));
    pieces(detail).ifPresent(said::add);
    string(detail, "toSchoolName").ifPresent(to -> said.add(view.text("history.toSchool", to)));
    string(detail, "slip").ifPresent(slip -> said.add(view.text("history.slip", slip)));
    string(detail, "reason").ifPresent(why -> said.add(view.text("history.reason", why)));
    string(detail, "policeReport").ifPresent(number -> said.add(police(number, detail)));
    change(detail, "state", "stock.state.").ifPresent(said::add);
    change(detail, "grade", "stock.grade.").ifPresent(said::add);
    for (String name : DESCRIBED) {
      change(detail, name, "").ifPresent(said::add);
    }
    return String.join(". ", said);
  }

  /** The pieces that a line is about. */
  private Optional<String> pieces(JsonObject detail) {
    Optional<String> one = string(detail, "piece");
    JsonArray several = detail.containsKey("pieces") ? detail.getJsonArray("pieces") : null;
    if (one.isPresent() || several == null || several.isEmpty()) {
      return one;
    }
    return Optional.of(
        several.getValuesAs(JsonValue::asJsonObject).stream()
            .map(
                piece ->
                    view.text(
                        "kit.said." + piece.getString("fault"),
                        piece.getString("name"),
                        piece.getInt("quantity")))
            .collect(Collectors.joining(", ")));
  }

  private String police(String number, JsonObject detail) {
    String on =
        string(detail, "policeReportOn")
            .map(day -> view.format().day(LocalDate.parse(day)))
            .orElse("");
    return view.text("history.policeReport", number, on);
  }

  /**
   * A change from one value to another; {@code words} is what the keys of its values begin with.
   */
  private Optional<String> change(JsonObject detail, String name, String words) {
    if (!detail.containsKey("changed")
        || detail.get("changed").getValueType() != ValueType.OBJECT) {
      return Optional.empty();
    }
    JsonArray values = detail.getJsonObject("changed").getJsonArray(name);
    return values == null || values.size() != 2
        ? Optional.empty()
        : Optional.of(
            view.text(
                "history.changed." + name,
                word(values.get(0), values.getString(0, ""), words),
                word(values.get(1), values.getString(1, ""), words)));
  }

  private String word(JsonValue value, String text, String words) {
    if (value.getValueType() == ValueType.NULL) {
      return view.text("history.changed.nothing");
    }
    return words.isEmpty() ? text : view.text(words + text);
  }

  private static Optional<String> string(JsonObject detail, String name) {
    return detail.containsKey(name) && detail.get(name).getValueType() == ValueType.STRING
        ? Optional.of(detail.getString(name))
        : Optional.empty();
  }

  private static Tone tone(LendingAction action) {
    return switch (action) {
      case RETURNED,
          PASSED_CHECK,
          REPAIRED,
          ARRIVED,
          RECEIVED,
          FOUND,
          CLAIM_FOUND,
          CLAIM_RETURNED,
          PIECE_FOUND ->
          Tone.OK;
      case RETURNED_TO_CHECK,
          KIT_INCOMPLETE,
          PUT_ASIDE,
          SENT_TO_REPAIR,
          STOLEN_FOUND,
          CLAIMED_RETURNED,
          CLAIM_REFUSED,
          TO_RETURN ->
          Tone.WARNING;
      case DECLARED_LOST, DECLARED_STOLEN, ANOMALY -> Tone.REFUSED;
      default -> Tone.NEUTRAL;
    };
  }
}
