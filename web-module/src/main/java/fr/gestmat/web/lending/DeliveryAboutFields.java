package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.delivery.DeliverySheets;
import fr.gestmat.lending.boundary.delivery.DeliverySheets.About;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a delivery as a whole, before its lines. */
@RequestScoped
public class DeliveryAboutFields {

  @Inject private DeliverySheets sheets;
  @Inject private View view;

  /** What is wrong with what was typed, all at once. */
  List<FieldError> wrong(Typed typed) {
    List<FieldError> wrong = new ArrayList<>(Sentences.of(view, sheets.refusals(about(typed))));
    if (typed.maybe("deliveredOn").isPresent() && typed.day("deliveredOn").isEmpty()) {
      wrong.add(new FieldError("deliveredOn", view.text("delivery.wrong.date")));
    }
    if (typed.maybe("received").isEmpty()) {
      wrong.add(new FieldError("received", view.text("delivery.wrong.received")));
    }
    return wrong;
  }

  /** What was typed. */
  static About about(Typed typed) {
    return new About(
        typed.text("reference"),
        typed.text("supplier"),
        typed.day("deliveredOn"),
        typed.maybe("school"),
        typed.yes("received"));
  }

  /** The fields with what was typed, and what to correct. */
  List<Field> of(Typed typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("reference", view.text("delivery.reference"))
            .hint(view.text("delivery.reference.hint"))
            .value(typed.text("reference"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.text("supplier", view.text("delivery.supplier"))
            .value(typed.text("supplier"))
            .errors(errors));
    fields.add(
        Field.of("date", "deliveredOn", view.text("delivery.on"))
            .value(typed.text("deliveredOn"))
            .errors(errors));
    List<Choices.School> schools = sheets.schools();
    if (schools.size() > 1) {
      List<Field.Choice> choices = new ArrayList<>();
      choices.add(new Field.Choice("", view.text("delivery.school.ofLines")));
      schools.forEach(s -> choices.add(new Field.Choice(s.uai(), s.label())));
      fields.add(
          Field.select("school", view.text("delivery.school"), choices)
              .hint(view.text("delivery.school.hint"))
              .value(typed.text("school"))
              .errors(errors));
    }
    fields.add(
        Field.radio(
                "received",
                view.text("delivery.received"),
                List.of(
                    new Field.Choice("false", view.text("delivery.received.no")),
                    new Field.Choice("true", view.text("delivery.received.yes"))))
            .value(typed.text("received"))
            .mandatory()
            .errors(errors));
    return fields;
  }
}
