package fr.gestmat.mealaid.control.source;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.job.control.ServerName;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.source.AnswerKeeping.Moment;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceAnswered;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The questions that wait. A server takes some by a lease in their rows, so that any number of
 * servers may ask and none asks what another has in hand; those of a server that died come due
 * again by themselves. Each step commits at once.
 */
@ApplicationScoped
public class CallQueue {

  /** Longer than a call ever takes, with its wait for a moment of the budget. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** What no server could bring to an end, for whatever reason, is given up. */
  private static final int MOST_ATTEMPTS = 20;

  private static final Set<ApplicationState> ASKED_IN =
      EnumSet.of(
          ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW, ApplicationState.TO_COMPLETE);

  @PersistenceContext private EntityManager entities;
  @Inject private ServerName server;
  @Inject private SourceTokens tokens;
  @Inject private Journal journal;
  @Inject private Event<SourceAnswered> answered;
  @Inject private Clock clock;

  /**
   * An authority that may ask.
   *
   * @param authorityId its id
   * @param access as whom it asks
   * @param kinds what it asks
   */
  public record Ready(long authorityId, ParticulierClient.Access access, Set<SourceKind> kinds) {}

  /**
   * A question in the hands of this server.
   *
   * @param id its row
   * @param kind what is asked
   * @param query the parameters
   * @param agent what the source may know of who asks
   */
  public record Taken(long id, SourceKind kind, String query, @Nullable UUID agent) {}

  /** The authorities that may ask now: on, with a token that holds and is not refused. */
  @InTransaction(ofItsOwn = true)
  public List<Ready> ready() {
    List<Ready> ready = new ArrayList<>();
    for (SourceAccess access :
        entities
            .createQuery(
                "select a from SourceAccess a where a.active = true and a.refusedAt is null"
                    + " and (a.tokenEndsAt is null or a.tokenEndsAt > :now)",
                SourceAccess.class)
            .setParameter("now", clock.instant())
            .getResultList()) {
      Set<SourceKind> kinds =
          Arrays.stream(SourceKind.values()).filter(access::asks).collect(Collectors.toSet());
      if (!kinds.isEmpty()) {
        tokens
            .open(access)
            .ifPresent(open -> ready.add(new Ready(access.authorityId(), open, kinds)));
      }
    }
    return ready;
  }

  /**
   * Takes questions of an authority that are due. One whose application was decided or taken back
   * meanwhile is over: nothing is asked silently after a decision.
   *
   * @param most how many at most
   */
  @InTransaction(ofItsOwn = true)
  public List<Taken> take(Ready from, int most) {
    Instant now = clock.instant();
    String kinds =
        from.kinds().stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
    List<?> due =
        entities
            .createNativeQuery(
                "select id from source_call where authority_id = ? and due_at <= ? and kind in ("
                    + kinds
                    + ") order by due_at, id limit ? for update skip locked")
            .setParameter(1, from.authorityId())
            .setParameter(2, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .setParameter(3, most)
            .getResultList();
    List<Taken> taken = new ArrayList<>();
    if (due.isEmpty()) {
      return taken;
    }
    for (Object[] row :
        entities
            .createQuery(
                "select c, a.state from SourceCall c join AidApplication a"
                    + " on a.id = c.applicationId where c.id in :ids order by c.id",
                Object[].class)
            .setParameter("ids", due.stream().map(id -> ((Number) id).longValue()).toList())
            .getResultList()) {
      SourceCall call = (SourceCall) row[0];
      if (call.attempts() >= MOST_ATTEMPTS) {
        call.end(CallState.FAILED, null, "GIVEN_UP", now);
      } else if (ASKED_IN.contains(row[1]) || call.purpose().equals(SourceQuestions.DELIBERATE)) {
        call.take(server.toString(), now.plus(LEASE));
        taken.add(
            new Taken(
                call.id(),
                call.question().kind(),
                call.question().parameters(),
                call.requester().reference()));
      } else {
        call.cancel();
      }
    }
    return taken;
  }

  /** Was not asked after all: another run will. */
  @InTransaction(ofItsOwn = true)
  public void giveBack(long id) {
    held(id).ifPresent(call -> call.giveBack(clock.instant()));
  }

  /**
   * Writes down what came of a question that this server has in hand.
   *
   * @return what the answer means; empty if the lease was lost, and then another server asks
   */
  @InTransaction(ofItsOwn = true)
  public Optional<SourceAnswer> settle(long id, HttpAnswer heard) {
    return held(id).map(call -> settle(call, heard));
  }

  private SourceAnswer settle(SourceCall call, HttpAnswer heard) {
    Moment moment = moment(call.authorityId());
    SourceAnswer answer = AnswerKeeping.understand(call.question(), heard, moment.day());
    SourceAccess access =
        entities.find(
            SourceAccess.class,
            call.authorityId(),
            answer instanceof Refused refused && refused.ofToken()
                ? LockModeType.PESSIMISTIC_WRITE
                : LockModeType.NONE);
    AidApplication application = entities.find(AidApplication.class, call.applicationId());
    int version =
        switch (call.question().kind()) {
          case FAMILY_QUOTIENT -> ParticulierClient.QUOTIENT_VERSION;
          case SCHOLARSHIP -> access.wishes().schoolingVersion();
        };
    AnswerKeeping.apply(call, answer, application.child(), version, moment);
    if (answer instanceof Refused refused && refused.ofToken()) {
      access.refused(refused.code(), moment.now());
    }
    if (!call.state().isOpen()) {
      say(call, application);
    }
    return answer;
  }

  private void say(SourceCall call, AidApplication application) {
    answered.fire(new SourceAnswered(call.applicationId(), call.question().kind(), call.state()));
    journal.write(
        new JournalEvent(
            call.authorityId(),
            application.schoolId(),
            null,
            "API Particulier",
            SourceAction.SOURCE_ANSWERED.name(),
            "AID_APPLICATION",
            call.applicationId(),
            application.pupilId(),
            Json.createObjectBuilder()
                .add("kind", call.question().kind().name())
                .add("subject", call.question().subject().name())
                .add("state", call.state().name())
                .add("requester", call.requester().name())
                .build()
                .toString()));
  }

  private Optional<SourceCall> held(long id) {
    return Optional.ofNullable(entities.find(SourceCall.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(call -> call.isHeldBy(server.toString()));
  }

  private Moment moment(long authorityId) {
    return new Moment(
        clock.instant(), ZoneId.of(entities.find(LocalAuthority.class, authorityId).timeZone()));
  }
}
