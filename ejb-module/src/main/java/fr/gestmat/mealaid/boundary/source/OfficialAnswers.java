package fr.gestmat.mealaid.boundary.source;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.source.SourceAction;
import fr.gestmat.mealaid.control.source.SourceQuestions;
import fr.gestmat.mealaid.control.source.SourceStanding;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.ChildFound;
import fr.gestmat.mealaid.entity.source.MinistryBoarding;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What official sources said of an application, for who reviews it. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class OfficialAnswers {

  private static final int LONGEST_REASON = 400;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private SourceStanding standing;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Where the sources stand.
   *
   * @param answers one for each question, the applicant's account first
   * @param unanswered whether a source may still answer: no decision before
   * @param unknownUntil when what was asked too early is asked again; nothing is refused for it
   * @param quotient the family quotient that counts, if one is known
   * @param contradictions whose account says another one
   */
  public record Answers(
      List<Line> answers,
      boolean unanswered,
      Optional<Instant> unknownUntil,
      Optional<BigDecimal> quotient,
      List<Subject> contradictions) {}

  /**
   * A question with its answer.
   *
   * @param id public id
   * @param kind what was asked
   * @param subject of whom
   * @param name theirs
   * @param state where it stands
   * @param code what the source said instead of a value
   * @param said its own sentence
   * @param value what it knows
   * @param answeredAt when it answered last
   * @param dueAt when it is asked next
   * @param requestedAt when it was handed in
   * @param requester who asked
   * @param purpose what for
   */
  public record Line(
      UUID id,
      SourceKind kind,
      Subject subject,
      String name,
      CallState state,
      Optional<String> code,
      Optional<String> said,
      Value value,
      Optional<Instant> answeredAt,
      Optional<Instant> dueAt,
      Instant requestedAt,
      String requester,
      String purpose) {}

  /**
   * What a source knows; empty where it was not asked or does not say.
   *
   * @param provider whose file
   * @param version of the service that answered
   * @param quotient family quotient in euros
   * @param month that it is for
   * @param computed month in which it was worked out
   * @param child whether the child is on the account today; never a reason to refuse
   * @param scholarship whether there is one
   * @param level its échelon, 1 to 6
   * @param boarding the régime at the ministry
   * @param enrolled whether the ministry knows an enrolment
   * @param school code of the school at the ministry
   * @param proofLink page that proves the value
   * @param proofCode code to compare with that page's
   */
  public record Value(
      Optional<Provider> provider,
      Optional<Integer> version,
      Optional<BigDecimal> quotient,
      Optional<YearMonth> month,
      Optional<YearMonth> computed,
      Optional<ChildFound> child,
      Optional<ScholarshipStatus> scholarship,
      Optional<Integer> level,
      Optional<MinistryBoarding> boarding,
      Optional<Boolean> enrolled,
      Optional<String> school,
      Optional<String> proofLink,
      Optional<String> proofCode) {}

  /** The answers of an application; empty if there is no such one for the caller. */
  public Optional<Answers> of(UUID application) {
    return find(application).map(found -> answers(standing.of(found.authorityId(), found.id())));
  }

  /**
   * Asks a source once more, also after a decision: never silently, so with a reason, which the
   * journal keeps.
   *
   * @param call public id of the question that was answered, or not
   * @return empty if there is no such question for the caller
   */
  public Optional<Answer<SourceKind>> askAgain(UUID application, UUID call, String reason) {
    return find(application)
        .flatMap(found -> call(found, call).map(before -> askAgain(found, before, reason.strip())));
  }

  private Answer<SourceKind> askAgain(AidApplication application, SourceCall before, String why) {
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      return Answer.refused(Refusal.of("reason", "reasonMissing", LONGEST_REASON));
    }
    if (before.state().isOpen()) {
      return Answer.refused(Refusal.of("call", "stillOpen"));
    }
    if (application.state() == ApplicationState.ARCHIVED) {
      return Answer.refused(Refusal.of("call", "archived"));
    }
    Caller who = caller.get();
    entities.persist(
        new SourceCall(
            application.authorityId(),
            application.id(),
            before.question(),
            new Requester(who.accountId(), who.name(), who.accountPublicId()),
            SourceQuestions.DELIBERATE,
            clock.instant()));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            application.schoolId(),
            who.accountId(),
            who.name(),
            SourceAction.SOURCE_ASKED_AGAIN.name(),
            "AID_APPLICATION",
            application.id(),
            application.pupilId(),
            Json.createObjectBuilder()
                .add("kind", before.question().kind().name())
                .add("reason", why)
                .build()
                .toString()));
    return new Answer.Done<>(before.question().kind());
  }

  private Optional<AidApplication> find(UUID application) {
    if (!caller.get().scope(Role.AID_OFFICER, Role.AID_MANAGER).wholeAuthority()) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select a from AidApplication a where a.publicId = :id and a.authorityId = :authority"
                + " and a.state <> :draft",
            AidApplication.class)
        .setParameter("id", application)
        .setParameter("authority", caller.get().authorityId())
        .setParameter("draft", ApplicationState.DRAFT)
        .getResultStream()
        .findFirst();
  }

  private Optional<SourceCall> call(AidApplication application, UUID call) {
    return entities
        .createQuery(
            "select c from SourceCall c where c.publicId = :id and c.applicationId = :application",
            SourceCall.class)
        .setParameter("id", call)
        .setParameter("application", application.id())
        .getResultStream()
        .findFirst();
  }

  private static Answers answers(Standing standing) {
    return new Answers(
        standing.calls().stream().map(OfficialAnswers::line).toList(),
        standing.unanswered(),
        standing.unknownUntil(),
        standing.quotient().counts().flatMap(heard -> heard.value()),
        standing.quotient().contradicting().stream()
            .map(heard -> Subject.valueOf(heard.source()))
            .toList());
  }

  private static Line line(SourceCall call) {
    return new Line(
        call.publicId(),
        call.question().kind(),
        call.question().subject(),
        call.question().name(),
        call.state(),
        call.code(),
        call.said(),
        value(call),
        call.answeredAt(),
        call.dueAt(),
        call.requestedAt(),
        call.requester().name(),
        call.purpose());
  }

  private static Value value(SourceCall call) {
    var kept = call.kept();
    return new Value(
        kept.provider(),
        kept.apiVersion(),
        kept.quotient(),
        kept.quotientMonth(),
        kept.computedMonth(),
        kept.childFound(),
        kept.scholarship(),
        kept.scholarshipLevel(),
        kept.boarding(),
        kept.enrolled(),
        kept.schoolUai(),
        kept.proofLink(),
        kept.proofCode());
  }
}
