package fr.gestmat.web.lending;

import fr.gestmat.lending.entity.IncidentKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The questions of a family's declaration, one a page, in their order. */
public enum DeclarationStep {
  /** What happened. */
  KIND("quoi", "kind"),
  /** On which day. */
  WHEN("quand", "happenedOn"),
  /** Where. */
  PLACE("ou", "place"),
  /** How. */
  STORY("comment", "story"),
  /** The police report, after a theft only. */
  REPORT("plainte", "policeReport", "policeReportOn"),
  /** Photos, for who wants to add some. */
  PHOTOS("photos"),
  /** All of it once more, before it is sent. */
  SUMMARY("resume");

  private final String path;
  private final List<String> questions;

  DeclarationStep(String path, String... questions) {
    this.path = path;
    this.questions = List.of(questions);
  }

  /** How its address ends. */
  public String path() {
    return path;
  }

  /** The fields that are asked on it. */
  public List<String> questions() {
    return questions;
  }

  /** The step of an address. */
  static Optional<DeclarationStep> at(String path) {
    return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
  }

  /** The steps of an incident of this kind; a police report is asked after a theft only. */
  static List<DeclarationStep> of(Optional<IncidentKind> kind) {
    boolean theft = kind.filter(k -> k == IncidentKind.THEFT).isPresent();
    return Arrays.stream(values()).filter(step -> theft || step != REPORT).toList();
  }

  /** The step after this one. */
  DeclarationStep next(Optional<IncidentKind> kind) {
    List<DeclarationStep> steps = of(kind);
    return steps.get(Math.min(steps.indexOf(this) + 1, steps.size() - 1));
  }

  /** The step before this one; empty on the first. */
  Optional<DeclarationStep> before(Optional<IncidentKind> kind) {
    int at = of(kind).indexOf(this);
    return at <= 0 ? Optional.empty() : Optional.of(of(kind).get(at - 1));
  }
}
