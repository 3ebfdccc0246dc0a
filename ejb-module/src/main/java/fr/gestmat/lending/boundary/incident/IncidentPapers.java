package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.agreement.FamilyReader;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentFiles;
import fr.gestmat.lending.control.incident.IncidentFiles.Attached;
import fr.gestmat.lending.control.incident.IncidentFiles.Kind;
import fr.gestmat.lending.control.incident.IncidentFiles.Place;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.lending.control.incident.IncidentRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The police reports and photos of incidents. Who may see the incident may see and add them: the
 * school that follows it, and the family whose device it was. Each look leaves a line in the
 * journal.
 */
@Stateless
@RolesAllowed({"PUPIL", "GUARDIAN", "LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class IncidentPapers {

  @Inject private CurrentCaller caller;
  @Inject private FamilyReader family;
  @Inject private IncidentRows rows;
  @Inject private IncidentFiles files;
  @Inject private IncidentJournal journal;

  /**
   * A file to show.
   *
   * @param name name for people
   * @param mediaType its media type
   * @param content its bytes
   */
  public record Shown(String name, String mediaType, byte[] content) {}

  /** The files of an incident; empty if there is no such incident for the caller, or no file. */
  public List<Attached> of(UUID incident) {
    return visible(incident).map(found -> files.of(new Place.Of(found))).orElse(List.of());
  }

  /**
   * Adds one to an incident that is not over.
   *
   * @param content the file as it was sent; its bytes say what it is
   * @return the incident, or why it was not taken; empty if there is no such incident
   * @throws IOException if it could not be kept
   */
  public Optional<Answer<UUID>> add(UUID incident, Kind kind, InputStream content)
      throws IOException {
    Optional<Incident> found = visible(incident);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!found.get().state().isRunning()) {
      return Optional.of(Answer.refused(Refusal.of("file", "incidentOver")));
    }
    Caller who = caller.get();
    Optional<Refusal> wrong = files.add(who, new Place.Of(found.get()), kind, content);
    if (wrong.isPresent()) {
      return Optional.of(Answer.refused(wrong.get()));
    }
    journal.write(who, LendingAction.INCIDENT_FILE_ADDED, found.get());
    return Optional.of(new Answer.Done<>(incident));
  }

  /**
   * A file of an incident.
   *
   * @throws IOException if it was changed on disk, or its key is gone
   */
  public Optional<Shown> open(UUID incident, UUID file) throws IOException {
    Caller who = caller.get();
    Optional<Incident> found = visible(incident);
    Optional<Attached> attached =
        found.stream()
            .flatMap(i -> files.of(new Place.Of(i)).stream())
            .filter(f -> f.id().equals(file))
            .findFirst();
    if (attached.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> content = files.content(who, attached.get());
    content.ifPresent(
        bytes -> journal.write(who, LendingAction.INCIDENT_FILE_READ, found.orElseThrow()));
    return content.map(
        bytes -> new Shown(attached.get().name(), attached.get().mediaType(), bytes));
  }

  private Optional<Incident> visible(UUID incident) {
    Caller who = caller.get();
    return rows.find(who.scope(Incidents.READERS), incident)
        .or(() -> rows.find(whole(who), incident).filter(found -> isOwn(who, found)));
  }

  private boolean isOwn(Caller who, Incident incident) {
    return incident.pupilKey().flatMap(pupil -> family.party(who, pupil)).isPresent();
  }

  private static Scope whole(Caller who) {
    return new Scope(who.authorityId(), true, Set.of());
  }
}
