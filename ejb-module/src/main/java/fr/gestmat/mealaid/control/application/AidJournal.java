package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is told of an application: to the journal, and to its own history. */
@ApplicationScoped
public class AidJournal {

  private static final String SUBJECT = "AID_APPLICATION";
  private static final String READ = "AID_READ";

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;

  /** In whose name somebody with a part in an application acts. */
  public static Actor actor(Party party) {
    return party == Party.AGENT ? Actor.OFFICER : Actor.FAMILY;
  }

  /**
   * Tells both.
   *
   * @param event of the history, at most 32 characters
   * @param from where the application stood
   */
  public void tell(
      Caller who,
      Party party,
      AidApplication application,
      String event,
      ApplicationState from,
      Map<String, String> detail,
      Instant now) {
    entities.persist(
        new AidEvent(
            application, event, from, actor(party), who.accountId(), who.name(), null, now));
    write(who, application, "AID_" + event, detail);
  }

  /** An officer reads what came on paper: journaled like every reading of a family's file. */
  public void read(Caller who, Party party, List<AidApplication> applications) {
    if (party == Party.AGENT) {
      applications.forEach(one -> write(who, one, READ, Map.of()));
    }
  }

  /**
   * An officer turns the pages of a form: a line only of what they have not read since then.
   *
   * @param since when they may have opened it
   */
  public void readOn(Caller who, Party party, List<AidApplication> applications, Instant since) {
    if (party == Party.AGENT) {
      read(who, party, applications.stream().filter(one -> !hasRead(who, one, since)).toList());
    }
  }

  private boolean hasRead(Caller who, AidApplication application, Instant since) {
    return !entities
        .createQuery(
            "select j.id from JournalEntry j where j.subjectType = :type and j.subjectId = :id"
                + " and j.action = :read and j.actorAccountId = :me and j.happenedAt > :since",
            Long.class)
        .setParameter("type", SUBJECT)
        .setParameter("id", application.id())
        .setParameter("read", READ)
        .setParameter("me", who.accountId())
        .setParameter("since", since)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Tells the journal only. */
  public void write(
      Caller who, AidApplication application, String action, Map<String, String> detail) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    detail.forEach(json::add);
    journal.write(
        new JournalEvent(
            application.authorityId(),
            application.schoolId(),
            who.accountId(),
            who.name(),
            action,
            SUBJECT,
            application.id(),
            application.pupilId(),
            detail.isEmpty() ? null : json.build().toString()));
  }
}
