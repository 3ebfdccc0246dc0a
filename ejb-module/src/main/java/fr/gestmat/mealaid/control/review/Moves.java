package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.document.IdentityPapers;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The one way in which an application changes in the hands of officers, schools and jobs. It is
 * locked and compared with the version that was looked at, so that who comes second learns who was
 * first, and nothing of theirs is done (M-A07); it moves through the table of {@link
 * ApplicationState} only; each change leaves one event and one line of the journal. Everything
 * needs a transaction.
 */
@ApplicationScoped
public class Moves {

  private static final int LONGEST_DETAIL = 2_000;

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;
  @Inject private IdentityPapers papers;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Locks an application as it stands. A draft that was never submitted is the family's alone.
   *
   * @return empty if there is no such application for the authority
   */
  public Optional<AidApplication> lock(long authorityId, UUID id) {
    return entities
        .createQuery(
            "select a.id from AidApplication a where a.publicId = :id and a.authorityId = :authority"
                + " and a.submittedAt is not null and a.forgottenAt is null",
            Long.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .getResultStream()
        .findFirst()
        .map(key -> entities.find(AidApplication.class, key, LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * Locks an application in order to change it.
   *
   * @param version what was looked at
   * @return empty if there is none; stale if somebody changed it since; refused if a batch is about
   *     to move it
   */
  public Optional<Answer<AidApplication>> hold(Hand hand, UUID id, int version) {
    return lock(hand.authorityId(), id).map(held -> check(hand, held, version));
  }

  /**
   * Locks an application in order to move it.
   *
   * @return like {@link #hold(Hand, UUID, int)}; refused too if the event cannot happen where it
   *     stands, or has happened already (M-A02, M-A06)
   */
  public Optional<Answer<AidApplication>> hold(
      Hand hand, UUID id, int version, ApplicationEvent event) {
    return lock(hand.authorityId(), id)
        .map(
            held -> {
              boolean possible = held.state().after(event, hand.actor()).isPresent();
              if (!possible && (held.version() == version || isThere(held, event))) {
                return standing(held);
              }
              return check(hand, held, version);
            });
  }

  private Answer<AidApplication> check(Hand hand, AidApplication held, int version) {
    if (held.version() != version) {
      return stale(held);
    }
    return isInBatch(held, hand)
        ? Answer.refused(Refusal.of("state", "inBatch"))
        : new Answer.Done<>(held);
  }

  /** Whether it stands already where the event would lead from anywhere. */
  private static boolean isThere(AidApplication held, ApplicationEvent event) {
    return ApplicationState.transitions().stream()
        .anyMatch(line -> line.event() == event && line.to() == held.state());
  }

  /** Somebody else changed it. */
  public static <T> Answer<T> stale(AidApplication held) {
    return new Answer.Stale<>(
        Optional.of(held.changedBy()), Optional.of(held.changedAt()), held.version());
  }

  /** It cannot happen where the application stands. */
  public static <T> Answer<T> standing(AidApplication held) {
    return Answer.refused(Refusal.of("state", "in." + held.state()));
  }

  /** Whether a batch other than the hand's own is about to move it (M-B02). */
  private boolean isInBatch(AidApplication held, Hand hand) {
    return rows.number(
            Sql.of(
                    "select count(*) n from aid_batch_item where waiting_application_id = ?",
                    held.id())
                .add("and batch_id <> ?", hand.batch().orElse(0L)))
        > 0;
  }

  /**
   * Moves an application that is held. One event, one line of the journal.
   *
   * @param more what else people read of it later
   * @throws IllegalStateException if the table has no such line: it was not held for this event
   */
  public ApplicationState move(
      AidApplication held, ApplicationEvent event, Hand hand, Map<String, String> more) {
    Instant now = clock.instant();
    ApplicationState from =
        held.move(event, hand.actor(), hand.name(), now)
            .orElseThrow(
                () -> new IllegalStateException(event + " cannot happen in " + held.state()));
    record(held, event.name(), from, hand, more, now);
    if (held.state().isDecided() || held.state() == ApplicationState.WITHDRAWN) {
      papers.removeFrom(held, hand.name());
    }
    rows.write(Sql.of("delete from aid_presence where application_id = ?", held.id()));
    return from;
  }

  /**
   * Tells a change that moves nothing.
   *
   * @param event at most 32 ASCII characters
   */
  public void tell(AidApplication held, String event, Hand hand, Map<String, String> more) {
    Instant now = clock.instant();
    held.touch(hand.name(), now);
    record(held, event, held.state(), hand, more, now);
  }

  private void record(
      AidApplication held,
      String event,
      ApplicationState from,
      Hand hand,
      Map<String, String> more,
      Instant now) {
    entities.persist(
        new AidEvent(
            held,
            event,
            from,
            hand.actor(),
            hand.accountId().orElse(null),
            hand.name(),
            more.isEmpty() ? null : json(more, LONGEST_DETAIL),
            now));
    // What follows may be plain SQL: it has to see the row as it is now.
    entities.flush();
    journal.write(
        new JournalEvent(
            held.authorityId(),
            held.schoolId(),
            hand.accountId().orElse(null),
            hand.name(),
            "AID_" + event,
            "AID_APPLICATION",
            held.id(),
            held.pupilId(),
            json(
                from == held.state() ? more : with(more, "state", from + " → " + held.state()),
                LONGEST_DETAIL)));
  }

  private static Map<String, String> with(Map<String, String> more, String name, String value) {
    Map<String, String> all = new java.util.TreeMap<>(more);
    all.put(name, value);
    return all;
  }

  /** As JSON that is no longer than a column: the longest texts lose their ends. */
  private static String json(Map<String, String> facts, int longest) {
    int each = longest;
    while (true) {
      var object = Json.createObjectBuilder();
      int most = each;
      facts.forEach((k, v) -> object.add(k, v.substring(0, Math.min(v.length(), most))));
      JsonObject built = object.build();
      if (built.toString().length() <= longest || each == 0) {
        return built.toString();
      }
      each = each * 2 / 3;
    }
  }
}
