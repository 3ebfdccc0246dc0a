package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.source.SourceAnswer.FamilyQuotient;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.control.source.SourceAnswer.TooEarly;
import fr.gestmat.mealaid.control.source.SourceAnswer.Value;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.KeptAnswer;
import fr.gestmat.mealaid.entity.source.SourceCall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a question becomes by its answer. */
final class AnswerKeeping {

  /** Questions that come back on a day do so when people are not at work yet. */
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  private AnswerKeeping() {}

  /**
   * The moment of an answer.
   *
   * @param now when it came
   * @param zone the authority's
   */
  record Moment(Instant now, ZoneId zone) {

    LocalDate day() {
      return LocalDate.ofInstant(now, zone);
    }

    Instant morning(LocalDate of) {
      return of.atTime(MORNING).atZone(zone).toInstant();
    }
  }

  /** What an answer means for this question on this day. */
  static SourceAnswer understand(SourceCall.Question question, HttpAnswer answer, LocalDate day) {
    SourceAnswer said = AnswerReader.read(question.kind(), answer);
    Integer year = question.schoolYear();
    return year == null ? said : SchoolingCalendar.judge(said, year, question.privateSchool(), day);
  }

  /**
   * Moves the question where its answer leads.
   *
   * @param child of the application
   * @param version of the service that answered
   */
  static void apply(SourceCall call, SourceAnswer answer, Child child, int version, Moment moment) {
    Instant now = moment.now();
    if (answer instanceof Value value) {
      call.answered(kept(value, child, version), now);
    } else if (answer instanceof NotFound none) {
      call.end(CallState.NOT_FOUND, null, none.code(), now);
    } else if (answer instanceof TooEarly early) {
      call.postpone(
          early.said() instanceof Value value ? kept(value, child, version) : new KeptAnswer(),
          moment.morning(early.from()),
          now);
    } else if (answer instanceof Later later) {
      later(call, later, now);
    } else if (answer instanceof Refused refused && refused.ofToken()) {
      call.giveBack(now);
    } else if (answer instanceof Refused refused) {
      call.end(CallState.TO_CHECK, refused.status(), refused.code(), now);
      call.quote(refused.said());
    }
  }

  private static void later(SourceCall call, Later later, Instant now) {
    Optional<Instant> next = SourceBackoff.next(call.attempts(), later.retryIn(), now);
    if (next.isPresent()) {
      call.again(null, later.code(), next.get(), now);
    } else {
      call.end(CallState.FAILED, null, later.code(), now);
    }
  }

  private static KeptAnswer kept(Value value, Child child, int version) {
    KeptAnswer kept =
        value instanceof FamilyQuotient quotient
            ? quotient(quotient, child, version)
            : scholarship((Scholarship) value, version);
    return value.proof().map(proof -> kept.proved(proof.link(), proof.code())).orElse(kept);
  }

  private static KeptAnswer quotient(FamilyQuotient answer, Child child, int version) {
    @Nullable LocalDate born = child.birthDate();
    return KeptAnswer.quotient(
        answer.value(),
        answer.month(),
        answer.computed(),
        ChildMatch.find(
            Optional.ofNullable(born), child.givenName(), child.familyName(), answer.children()),
        answer.provider(),
        version);
  }

  private static KeptAnswer scholarship(Scholarship answer, int version) {
    return KeptAnswer.scholarship(
        answer.status(),
        answer.level(),
        answer.boarding(),
        answer.enrolled(),
        answer.uai(),
        version);
  }
}
