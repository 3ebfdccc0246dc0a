package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.incident.OwnDeclaration.Draft;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A question of a family's declaration, or its summary.
 *
 * @param draft the device and what was answered
 * @param step the question
 * @param number which question it is, from 1
 * @param total how many there are; 0 as long as that depends on the first answer
 * @param fields what is asked
 * @param fromSummary whether the summary is where one goes on
 * @param facts what was answered, for the summary
 * @param errors what to correct
 */
public record DeclarationPage(
    Draft draft,
    DeclarationStep step,
    int number,
    int total,
    List<Field> fields,
    boolean fromSummary,
    List<Fact> facts,
    List<FieldError> errors) {

  /**
   * A line of the summary.
   *
   * @param step where it is changed
   * @param label what was asked
   * @param value what was answered; empty for nothing
   */
  public record Fact(DeclarationStep step, String label, String value) {}

  static DeclarationPage of(
      View view,
      Draft draft,
      Typed typed,
      DeclarationStep step,
      boolean fromSummary,
      List<FieldError> errors) {
    Optional<IncidentKind> kind = typed.one("kind", IncidentKind.class);
    List<DeclarationStep> steps = DeclarationStep.of(kind);
    return new DeclarationPage(
        draft,
        step,
        steps.indexOf(step) + 1,
        kind.isEmpty() ? 0 : steps.size() - 1,
        fields(view, typed, step, errors),
        fromSummary,
        step == DeclarationStep.SUMMARY ? facts(view, draft, typed, steps) : List.of(),
        errors);
  }

  /** Whether there is a question before. */
  public boolean hasBefore() {
    return number > 1;
  }

  /** The files that belong to this question. */
  public List<Attached> files() {
    Kind kind = step == DeclarationStep.REPORT ? Kind.POLICE_REPORT : Kind.PHOTO;
    return draft.files().stream().filter(file -> file.kind() == kind).toList();
  }

  private static List<Field> fields(
      View view, Typed typed, DeclarationStep step, List<FieldError> errors) {
    return switch (step) {
      case KIND ->
          List.of(
              Field.radio(
                      "kind",
                      view.text("incident.own.ask.kind"),
                      Arrays.stream(IncidentKind.values())
                          .map(k -> new Field.Choice(k.name(), view.text("incident.own.kind." + k)))
                          .toList())
                  .value(typed.text("kind"))
                  .mandatory()
                  .errors(errors));
      case WHEN ->
          List.of(asked(view, Field.of("date", "happenedOn", ""), typed, errors).mandatory());
      case PLACE -> List.of(asked(view, Field.text("place", ""), typed, errors).mandatory());
      case STORY ->
          List.of(asked(view, Field.of("textarea", "story", ""), typed, errors).mandatory());
      case REPORT ->
          List.of(
              asked(view, Field.text("policeReport", ""), typed, errors),
              asked(view, Field.of("date", "policeReportOn", ""), typed, errors),
              asked(view, Field.of("file", "file", ""), typed, errors));
      case PHOTOS ->
          List.of(
              Field.of("file", "file", view.text("incident.own.ask.photo"))
                  .hint(view.text("incident.own.ask.photo.hint"))
                  .errors(errors));
      case SUMMARY -> List.of();
    };
  }

  private static Field asked(View view, Field field, Typed typed, List<FieldError> errors) {
    String key = "incident.own.ask." + field.name();
    return Field.of(field.type(), field.name(), view.text(key))
        .hint(view.text(key + ".hint"))
        .value(field.type().equals("file") ? "" : typed.text(field.name()))
        .errors(errors);
  }

  private static List<Fact> facts(
      View view, Draft draft, Typed typed, List<DeclarationStep> steps) {
    return steps.stream()
        .filter(step -> step != DeclarationStep.SUMMARY)
        .map(
            step ->
                new Fact(
                    step, view.text("incident.own.fact." + step), said(view, draft, typed, step)))
        .toList();
  }

  private static String said(View view, Draft draft, Typed typed, DeclarationStep step) {
    return switch (step) {
      case KIND ->
          typed
              .one("kind", IncidentKind.class)
              .map(kind -> view.text("incident.kind." + kind))
              .orElse("");
      case WHEN -> typed.day("happenedOn").map(view.format()::day).orElse("");
      case REPORT ->
          join(
              typed.text("policeReport"),
              typed.day("policeReportOn").map(view.format()::day).orElse(""),
              names(draft, Kind.POLICE_REPORT));
      case PHOTOS -> names(draft, Kind.PHOTO);
      case PLACE, STORY -> typed.text(step.questions().get(0));
      case SUMMARY -> "";
    };
  }

  private static String names(Draft draft, Kind kind) {
    return join(
        draft.files().stream()
            .filter(file -> file.kind() == kind)
            .map(Attached::name)
            .toArray(String[]::new));
  }

  private static String join(String... parts) {
    return String.join(", ", Arrays.stream(parts).filter(part -> !part.isEmpty()).toList());
  }
}
