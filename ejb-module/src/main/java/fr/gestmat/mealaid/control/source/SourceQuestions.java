package fr.gestmat.mealaid.control.source;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceCall.Question;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands in the questions of an application. It only queues, with one INSERT for each: nobody ever
 * waits for an answer here. What was answered is not asked again, unless a person wants it.
 */
@ApplicationScoped
public class SourceQuestions {

  /** Purpose of what a family's application asks for. */
  public static final String REVIEW = "AID_REVIEW";

  /** Purpose of what a person asks once more: also after a decision. */
  public static final String DELIBERATE = "AID_REVIEW_AGAIN";

  /** Answered for good: the same question would say the same. */
  private static final Set<CallState> SETTLED =
      EnumSet.of(CallState.ANSWERED, CallState.NOT_FOUND, CallState.TO_CHECK);

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * Of whom an application asks.
   *
   * @param holders the parents whose account may hold the quotient: who applies, the other one
   * @param pupil the child, where its sex and birth date are known
   * @param month of the quotient; this one if none
   */
  public record People(
      Map<Subject, HolderIdentity> holders,
      Optional<PupilIdentity> pupil,
      Optional<YearMonth> month) {

    /** Copies the parents. */
    public People {
      holders = Map.copyOf(holders);
    }
  }

  /**
   * Queues what the authority asks for and what can be asked; an open question that the family asks
   * no more, or asks with other words, is cancelled. Joins the caller's transaction; four
   * statements to read, however many questions.
   *
   * @param purpose {@link #REVIEW} or {@link #DELIBERATE}
   * @return how many questions were queued
   */
  @InTransaction
  public int ask(AidApplication application, People people, Requester requester, String purpose) {
    SourceAccess access = entities.find(SourceAccess.class, application.authorityId());
    if (access == null || !access.active()) {
      return 0;
    }
    List<SourceCall> before =
        entities
            .createQuery(
                "select c from SourceCall c where c.applicationId = :application", SourceCall.class)
            .setParameter("application", application.id())
            .getResultList();
    int queued = 0;
    List<Question> questions = questions(application, people);
    if (!purpose.equals(DELIBERATE)) {
      before.stream()
          .filter(call -> call.state().isOpen())
          .filter(call -> questions.stream().noneMatch(question -> isSame(call, question)))
          .forEach(SourceCall::cancel);
      // The database lets one question of a kind about a person be open.
      entities.flush();
    }
    for (Question question : questions) {
      if (access.asks(question.kind())
          && before.stream().noneMatch(call -> stands(call, question, purpose))) {
        entities.persist(
            new SourceCall(
                application.authorityId(),
                application.id(),
                question,
                requester,
                purpose,
                clock.instant()));
        queued++;
      }
    }
    return queued;
  }

  /** Whether a question is open already, or was answered and nobody wants to know again. */
  private static boolean stands(SourceCall call, Question question, String purpose) {
    return isSame(call, question)
        && (call.state().isOpen()
            || (!purpose.equals(DELIBERATE) && SETTLED.contains(call.state())));
  }

  private static boolean isSame(SourceCall call, Question question) {
    Question asked = call.question();
    return asked.kind() == question.kind()
        && asked.subject() == question.subject()
        && asked.parameters().equals(question.parameters());
  }

  private List<Question> questions(AidApplication application, People people) {
    List<Question> questions = new ArrayList<>();
    for (Subject subject :
        List.of(Subject.APPLICANT, Subject.OTHER_PARENT, Subject.SECOND_HOUSEHOLD)) {
      HolderIdentity holder = people.holders().get(subject);
      if (holder != null && holder.gaps().isEmpty()) {
        questions.add(
            new Question(
                SourceKind.FAMILY_QUOTIENT,
                subject,
                holder.givenNames().get(0) + " " + holder.birthName(),
                holder.query(people.month()),
                null,
                false));
      }
    }
    people
        .pupil()
        .filter(PupilIdentity::isWhole)
        .flatMap(pupil -> ofPupil(application, pupil))
        .ifPresent(questions::add);
    return questions;
  }

  private Optional<Question> ofPupil(AidApplication application, PupilIdentity pupil) {
    if (application.schoolId() == null) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select s.uai, c.schoolYear, s.id from School s, AidCampaign c"
                + " where s.id = :school and c.id = :campaign",
            Object[].class)
        .setParameter("school", application.schoolId())
        .setParameter("campaign", application.campaignId())
        .getResultStream()
        .findFirst()
        .map(
            row -> {
              int year = (int) row[1];
              return new Question(
                  SourceKind.SCHOLARSHIP,
                  Subject.PUPIL,
                  pupil.givenNames().get(0) + " " + pupil.familyName(),
                  pupil.query((String) row[0], year),
                  year,
                  isPrivate((long) row[2]));
            });
  }

  /** As the feed words the school's type: "COLLEGE PRIVE", "LYCEE PRIVE SOUS CONTRAT". */
  private boolean isPrivate(long school) {
    Object type =
        entities
            .createNativeQuery("select coalesce(type_text, '') from school where id = ?")
            .setParameter(1, school)
            .getSingleResult();
    return type.toString().toUpperCase(Locale.ROOT).contains("PRIV");
  }
}
