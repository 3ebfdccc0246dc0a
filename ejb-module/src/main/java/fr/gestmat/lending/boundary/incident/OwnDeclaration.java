package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.boundary.incident.OwnIncidents.Held;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentDrafts;
import fr.gestmat.lending.control.incident.IncidentFiles;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.lending.control.incident.IncidentFiles.Place;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.lending.control.incident.IncidentRows;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A family's declaration, question by question: what was answered is kept as it was typed, for whom
 * typed it, until it is sent.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN"})
public class OwnDeclaration {

  @EJB private OwnIncidents own;
  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private IncidentRows rows;
  @Inject private IncidentDrafts drafts;
  @Inject private IncidentFiles files;
  @Inject private IncidentJournal journal;

  /**
   * A declaration that is being written.
   *
   * @param held the device
   * @param running public id of the incident that runs for it already
   * @param answers what was typed so far, by question
   * @param files what was added so far
   */
  public record Draft(
      Held held, Optional<UUID> running, Map<String, String> answers, List<Attached> files) {

    /** What was typed for a question; empty if nothing was. */
    public String answer(String question) {
      return answers.getOrDefault(question, "");
    }
  }

  /** What was answered about a device that the family has; empty if it has no such device. */
  public Optional<Draft> find(UUID loan) {
    Place.OfDraft draft = draft(loan);
    return own.find(loan)
        .map(
            held ->
                new Draft(
                    held,
                    rows.runningOfLoan(loan).map(Incident::id),
                    drafts.answers(draft),
                    files.of(draft)));
  }

  /** Keeps answers as they were typed. False if the family has no such device. */
  public boolean keep(UUID loan, Map<String, String> answers) {
    boolean has = own.find(loan).isPresent();
    if (has) {
      drafts.keep(draft(loan), answers);
    }
    return has;
  }

  /** Everything that is wrong with answers: those that are missing, too. */
  public List<Refusal> refusals(IncidentForm form) {
    List<Refusal> wrong = new ArrayList<>(form.refusals(today.in(caller.get().authorityId())));
    if (form.place().isEmpty()) {
      wrong.add(Refusal.of("place", "placeMissing"));
    }
    return wrong;
  }

  /**
   * Adds a police report or a photo to what is not sent yet.
   *
   * @return why it was not taken, or done; empty if the family has no such device
   * @throws IOException if it could not be kept
   */
  public Optional<Answer<UUID>> addFile(UUID loan, Kind kind, InputStream content)
      throws IOException {
    if (own.find(loan).isEmpty()) {
      return Optional.empty();
    }
    return files
        .add(caller.get(), draft(loan), kind, content)
        .<Optional<Answer<UUID>>>map(refusal -> Optional.of(Answer.refused(refusal)))
        .orElseGet(() -> Optional.of(new Answer.Done<>(loan)));
  }

  /** Takes a file out of what is not sent yet. */
  public void removeFile(UUID loan, UUID file) {
    files.remove(draft(loan), file);
  }

  /**
   * Sends the declaration as it was answered.
   *
   * @param reading how answers are read
   * @return public id of the incident; empty if the family has no such device
   */
  public Optional<Answer<UUID>> send(
      UUID loan, Function<Map<String, String>, IncidentForm> reading) {
    Place.OfDraft draft = draft(loan);
    IncidentForm form = reading.apply(drafts.answers(draft));
    List<Refusal> wrong = refusals(form);
    if (!wrong.isEmpty()) {
      return own.find(loan).map(held -> new Answer.Refused<>(wrong));
    }
    Optional<Answer<UUID>> answer = own.declare(loan, form);
    if (answer.isPresent() && answer.get() instanceof Answer.Done<UUID> done) {
      Caller who = caller.get();
      Incident incident =
          rows.find(new Scope(who.authorityId(), true, Set.of()), done.value()).orElseThrow();
      int sent = files.of(draft).size();
      files.send(who, draft, incident.key());
      for (int i = 0; i < sent; i++) {
        journal.write(who, LendingAction.INCIDENT_FILE_ADDED, incident);
      }
      drafts.forget(draft);
    }
    return answer;
  }

  private Place.OfDraft draft(UUID loan) {
    return new Place.OfDraft(caller.get().accountId(), loan);
  }
}
