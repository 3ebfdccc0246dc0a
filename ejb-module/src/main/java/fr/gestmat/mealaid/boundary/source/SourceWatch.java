package fr.gestmat.mealaid.boundary.source;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.source.CallBook;
import fr.gestmat.mealaid.control.source.SourceAction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceCall;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The questions of the authority for who looks after the sources: how many, which, again. */
@Stateless
@RolesAllowed({"ADMIN", "AID_MANAGER"})
public class SourceWatch {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private CallBook book;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** How many questions stand where. */
  public Map<CallState, Long> counts() {
    return who().map(who -> book.counts(who.authorityId())).orElse(Map.of());
  }

  /** A page of the questions in a state, the newest first. */
  public List<CallBook.Line> page(CallState state, Optional<Long> before) {
    return who().map(who -> book.page(who.authorityId(), state, before)).orElse(List.of());
  }

  /**
   * Lets a question that failed, or that somebody had to look at, be asked again.
   *
   * @return whether there is such a question for the caller; one that has its answer stays as it is
   */
  public boolean again(UUID id) {
    return who().flatMap(who -> find(who, id).map(call -> again(who, call))).orElse(false);
  }

  private boolean again(Caller who, SourceCall call) {
    if (!isOpen(call.question(), call.applicationId()) && call.askAgain(clock.instant())) {
      AidApplication application = entities.find(AidApplication.class, call.applicationId());
      journal.write(
          new JournalEvent(
              who.authorityId(),
              application.schoolId(),
              who.accountId(),
              who.name(),
              SourceAction.SOURCE_ASKED_AGAIN.name(),
              "AID_APPLICATION",
              call.applicationId(),
              application.pupilId(),
              null));
    }
    return true;
  }

  /** Whether an officer asked the same meanwhile. */
  private boolean isOpen(SourceCall.Question question, long application) {
    return !entities
        .createQuery(
            "select c.id from SourceCall c where c.applicationId = :application"
                + " and c.kind = :kind and c.subject = :subject and c.dueAt is not null",
            Long.class)
        .setParameter("application", application)
        .setParameter("kind", question.kind())
        .setParameter("subject", question.subject())
        .getResultList()
        .isEmpty();
  }

  private Optional<SourceCall> find(Caller who, UUID id) {
    return entities
        .createQuery(
            "select c from SourceCall c where c.publicId = :id and c.authorityId = :authority",
            SourceCall.class)
        .setParameter("id", id)
        .setParameter("authority", who.authorityId())
        .getResultStream()
        .findFirst();
  }

  private Optional<Caller> who() {
    return Optional.of(caller.get())
        .filter(c -> c.scope(Role.ADMIN, Role.AID_MANAGER).wholeAuthority());
  }
}
