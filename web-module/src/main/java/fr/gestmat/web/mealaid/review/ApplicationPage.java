package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.review.Officers;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.TimelineEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An application before an officer.
 *
 * @param file everything about it
 * @param answers what the family answered, question by question
 * @param history what happened, the latest first
 * @param officers who may be given it
 * @param typed what was typed and not kept: nothing of it is lost
 * @param errors why it was not kept
 * @param form made for the forms of this page
 * @param today the day that it is for the authority
 * @param me public id of whoever looks
 */
public record ApplicationPage(
    ApplicationFile file,
    List<FormAnswers.Line> answers,
    List<TimelineEntry> history,
    List<Officers.Officer> officers,
    Map<String, String> typed,
    List<FieldError> errors,
    UUID form,
    LocalDate today,
    String me) {

  /** The application. */
  public AidApplication application() {
    return file.application();
  }

  /** Its address. */
  public String self() {
    return "/dossiers/" + application().publicId();
  }

  /** What was typed into a field and not kept; empty if nothing was. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What was typed, or else something. */
  public String typed(String field, String otherwise) {
    return typed.getOrDefault(field, otherwise);
  }

  /** Why a field was not kept. */
  public Optional<String> error(String field) {
    return errors.stream()
        .filter(e -> e.field().equals(field))
        .map(FieldError::message)
        .findFirst();
  }

  /** Whether a decision can be taken now. */
  public boolean mayDecide() {
    return application().state() == ApplicationState.SUBMITTED
        || application().state() == ApplicationState.IN_REVIEW;
  }

  /** Whether it waits or is under review. */
  public boolean isOpen() {
    return mayDecide() || application().state() == ApplicationState.TO_COMPLETE;
  }

  /** Whether a decided one can be opened again. */
  public boolean mayReopen() {
    return file.standing().isPresent();
  }

  /** Whether actions wait behind the mark of who else looks at it. */
  public boolean guarded() {
    return file.present().isPresent() && errors.isEmpty();
  }
}
