package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.AnswerKeeping.Moment;
import fr.gestmat.mealaid.control.source.SourceAnswer.FamilyQuotient;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Person;
import fr.gestmat.mealaid.control.source.SourceAnswer.Proof;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.control.source.SourceAnswer.TooEarly;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.ChildFound;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AnswerKeepingTest {

  private static final Instant NOW = Instant.parse("2026-09-20T10:00:00Z");
  private static final Moment MOMENT = new Moment(NOW, ZoneId.of("Indian/Reunion"));
  private static final Child CHILD =
      new Child(null, "Vidal", "Marius", LocalDate.of(2013, 4, 5), null);

  private static SourceCall asked(SourceKind kind) {
    SourceCall call =
        new SourceCall(
            1,
            2,
            new SourceCall.Question(kind, Subject.APPLICANT, "Odile Vidal", "a=1", null, false),
            new Requester(null, "Odile Vidal", null),
            SourceQuestions.REVIEW,
            NOW.minusSeconds(60));
    call.take("server", NOW.plusSeconds(300));
    return call;
  }

  private static SourceCall after(SourceAnswer answer) {
    SourceCall call = asked(SourceKind.FAMILY_QUOTIENT);
    AnswerKeeping.apply(call, answer, CHILD, 3, MOMENT);
    return call;
  }

  @Test
  @DisplayName("M-N16: value, month, provider, time, requester, purpose and proof are kept")
  void a_value() {
    SourceCall call =
        after(
            new FamilyQuotient(
                new BigDecimal("412"),
                YearMonth.of(2026, 9),
                Provider.MSA,
                Optional.empty(),
                List.of(
                    new Person("BRUN", Optional.empty(), "MARIUS", Optional.of(CHILD.birthDate()))),
                Optional.of(new Proof("https://preuve.invalid/1", "AB12"))));
    assertThat(call.state()).isEqualTo(CallState.ANSWERED);
    assertThat(call.dueAt()).isEmpty();
    assertThat(call.answeredAt()).contains(NOW);
    assertThat(call.kept().quotient()).contains(new BigDecimal("412"));
    assertThat(call.kept().quotientMonth()).contains(YearMonth.of(2026, 9));
    assertThat(call.kept().provider()).contains(Provider.MSA);
    assertThat(call.kept().apiVersion()).contains(3);
    assertThat(call.kept().childFound()).contains(ChildFound.FOUND);
    assertThat(call.kept().proofLink()).contains("https://preuve.invalid/1");
    assertThat(call.kept().proofCode()).contains("AB12");
    assertThat(call.requester().name()).isEqualTo("Odile Vidal");
    assertThat(call.purpose()).isEqualTo("AID_REVIEW");
  }

  @Test
  @DisplayName("M-F25: not found keeps no value, and certainly not 0")
  void not_found() {
    SourceCall call = after(new NotFound("37003"));
    assertThat(call.state()).isEqualTo(CallState.NOT_FOUND);
    assertThat(call.code()).contains("37003");
    assertThat(call.kept().quotient()).isEmpty();
  }

  @Test
  @DisplayName("M-F25: no answer now is asked again, and given up in the end")
  void later() {
    SourceCall call = after(new Later(Optional.of(Duration.ofMinutes(10)), "37002"));
    assertThat(call.state()).isEqualTo(CallState.WAITING);
    assertThat(call.dueAt()).contains(NOW.plus(Duration.ofMinutes(10)));
    assertThat(call.state().holdsUpDecision()).isTrue();
    for (int i = 0; i < 9; i++) {
      call.take("server", NOW);
      AnswerKeeping.apply(call, new Later(Optional.empty(), "37002"), CHILD, 3, MOMENT);
    }
    assertThat(call.state()).isEqualTo(CallState.FAILED);
    assertThat(call.state().holdsUpDecision()).isFalse();
    assertThat(call.askAgain(NOW)).isTrue();
    assertThat(call.state()).isEqualTo(CallState.WAITING);
  }

  @Test
  @DisplayName("M-N01: asked too early comes back that morning, and holds nobody up meanwhile")
  void too_early() {
    SourceCall call =
        after(
            new TooEarly(
                LocalDate.of(2026, 10, 15),
                new Scholarship(
                    ScholarshipStatus.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    Optional.empty(),
                    Optional.empty())));
    assertThat(call.state()).isEqualTo(CallState.POSTPONED);
    assertThat(call.state().holdsUpDecision()).isFalse();
    assertThat(call.dueAt()).contains(Instant.parse("2026-10-15T02:00:00Z"));
    assertThat(call.kept().scholarship()).contains(ScholarshipStatus.UNKNOWN);
    assertThat(call.attempts()).isZero();
  }

  @Test
  void what_only_a_person_understands_is_shown_and_a_refused_token_costs_no_attempt() {
    SourceCall call = after(new Refused(422, "00366", "Impossible de trouver"));
    assertThat(call.state()).isEqualTo(CallState.TO_CHECK);
    assertThat(call.said()).contains("Impossible de trouver");
    SourceCall refused = after(new Refused(401, "00101", ""));
    assertThat(refused.state()).isEqualTo(CallState.WAITING);
    assertThat(refused.attempts()).isZero();
  }

  @Test
  void an_answered_question_is_not_asked_again() {
    SourceCall call = after(new NotFound("37003"));
    assertThat(call.askAgain(NOW)).isFalse();
    assertThat(call.state()).isEqualTo(CallState.NOT_FOUND);
  }
}
