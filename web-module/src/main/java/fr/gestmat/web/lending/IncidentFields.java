package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.IncidentForm;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields of an incident, and the tones of incidents and charges. */
public final class IncidentFields {

  private IncidentFields() {}

  /** The key of the words that say who added a police report, and when. */
  public static String addedBy(Incident.ReportAdded added) {
    return added.byFamily() ? "incident.report.byFamily" : "incident.report.bySchool";
  }

  /** What is asked of whoever declares one. */
  static List<Field> of(View view, Typed typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.radio(
                "kind",
                view.text("incident.kind"),
                Arrays.stream(IncidentKind.values())
                    .map(k -> new Field.Choice(k.name(), view.text("incident.kind." + k)))
                    .toList())
            .value(typed.text("kind"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.of("date", "happenedOn", view.text("incident.happenedOn"))
            .value(typed.text("happenedOn"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.text("place", view.text("incident.place"))
            .hint(view.text("incident.place.hint"))
            .value(typed.text("place"))
            .errors(errors));
    fields.add(
        Field.of("textarea", "story", view.text("incident.story"))
            .hint(view.text("incident.story.hint"))
            .value(typed.text("story"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.text("policeReport", view.text("incident.policeReport"))
            .hint(view.text("incident.policeReport.hint"))
            .value(typed.text("policeReport"))
            .errors(errors));
    fields.add(
        Field.of("date", "policeReportOn", view.text("incident.policeReportOn"))
            .value(typed.text("policeReportOn"))
            .errors(errors));
    return fields;
  }

  /** What was typed. */
  static IncidentForm read(Typed typed) {
    return new IncidentForm(
        typed.one("kind", IncidentKind.class),
        typed.day("happenedOn"),
        typed.text("place"),
        typed.text("story"),
        typed.text("policeReport"),
        typed.day("policeReportOn"));
  }

  /** How a state of an incident sounds. */
  public static Tone tone(IncidentState state) {
    return switch (state) {
      case DECLARED -> Tone.WARNING;
      case DECIDED -> Tone.NEUTRAL;
      case CLOSED -> Tone.OK;
      case CANCELLED -> Tone.WAITING;
    };
  }

  /** How a state of a charge sounds. */
  public static Tone tone(ChargeState state) {
    return switch (state) {
      case PROPOSED, TO_REFUND -> Tone.WARNING;
      case VALIDATED, SENT -> Tone.NEUTRAL;
      case PAID, REFUNDED -> Tone.OK;
      case CANCELLED -> Tone.WAITING;
    };
  }
}
