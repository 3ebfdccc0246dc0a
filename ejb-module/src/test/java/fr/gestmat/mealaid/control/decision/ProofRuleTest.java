package fr.gestmat.mealaid.control.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.decision.ProofRule.Step;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.SourceCascade;
import fr.gestmat.mealaid.control.source.SourceQuestions;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a family is asked by itself for the document that proves a figure. */
class ProofRuleTest {

  @ParameterizedTest(name = "{0} {1} unanswered {2} there {3} demanded {4} pending {5}: {6}")
  @CsvSource({
    "SUBMITTED, DOCUMENT, false, false, false, false, ASK",
    "IN_REVIEW, DOCUMENT, false, false, false, false, ASK",
    "IN_REVIEW, DOCUMENT, false, false, false, true, WAIT",
    "SUBMITTED, DOCUMENT, false, false, false, true, WAIT",
    "TO_COMPLETE, DOCUMENT, false, false, false, false, WAIT",
    "SUBMITTED, DOCUMENT, false, true, false, false, LEAVE",
    "SUBMITTED, DOCUMENT, false, true, false, true, LEAVE",
    "SUBMITTED, DOCUMENT, false, false, true, false, LEAVE",
    "SUBMITTED, VALUE, false, false, false, false, LEAVE",
    "SUBMITTED, PERSON, false, false, false, false, LEAVE",
    "SUBMITTED, LATER, true, false, false, false, WAIT",
    "SUBMITTED, LATER, false, false, false, false, ASK",
    "DRAFT, DOCUMENT, false, false, false, false, LEAVE",
    "GRANTED, DOCUMENT, false, false, false, false, LEAVE",
    "REFUSED, DOCUMENT, false, false, false, false, LEAVE",
    "CLOSED, DOCUMENT, false, false, false, false, LEAVE",
    "WITHDRAWN, DOCUMENT, false, false, false, false, LEAVE",
    "ARCHIVED, DOCUMENT, false, false, false, false, LEAVE"
  })
  @DisplayName("M-N09 M-F25: a family quotient that no source tells")
  void quotient(
      ApplicationState state,
      SourceCascade.Outcome outcome,
      boolean unanswered,
      boolean there,
      boolean demanded,
      boolean pending,
      Step expected) {
    assertThat(
            ProofRule.step(
                new ProofRule.Situation(
                    SourceKind.FAMILY_QUOTIENT,
                    state,
                    Optional.of(Set.of(Missing.FAMILY_QUOTIENT)),
                    standing(outcome, unanswered),
                    Answers.NONE,
                    there,
                    demanded,
                    pending)))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("Nobody proves what the scale does not look at; without a scale nobody knows")
  void scale() {
    assertThat(of(Optional.of(Set.of(Missing.TAX_INCOME)))).isEqualTo(Step.LEAVE);
    assertThat(of(Optional.empty())).isEqualTo(Step.WAIT);
  }

  @Test
  @DisplayName("Nobody proves that the child holds no scholarship")
  void denied() {
    List<SourceCall> unknown = List.of(call(SourceKind.SCHOLARSHIP, CallState.NOT_FOUND));
    assertThat(scholarship("NO", unknown)).isEqualTo(Step.LEAVE);
    assertThat(scholarship("YES", unknown)).isEqualTo(Step.ASK);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "WAITING, WAIT",
    "NOT_FOUND, ASK",
    "ANSWERED, LEAVE",
    "TO_CHECK, LEAVE",
    "FAILED, LEAVE",
    "CANCELLED, LEAVE"
  })
  @DisplayName("M-F25: a scholarship that the source does not know is proved by the family")
  void scholarship(CallState state, Step expected) {
    assertThat(scholarship("YES", List.of(call(SourceKind.SCHOLARSHIP, state))))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("What was asked about the quotient says nothing of the scholarship")
  void another_question() {
    assertThat(scholarship("YES", List.of())).isEqualTo(Step.LEAVE);
    assertThat(scholarship("YES", List.of(call(SourceKind.FAMILY_QUOTIENT, CallState.NOT_FOUND))))
        .isEqualTo(Step.LEAVE);
  }

  private static Step scholarship(String said, List<SourceCall> calls) {
    return ProofRule.step(
        new ProofRule.Situation(
            SourceKind.SCHOLARSHIP,
            ApplicationState.SUBMITTED,
            Optional.of(Set.of(Missing.SCHOLARSHIP)),
            new Standing(
                calls,
                false,
                Optional.empty(),
                new SourceCascade.Verdict<>(
                    SourceCascade.Outcome.DOCUMENT, Optional.empty(), List.of()),
                List.of()),
            new Answers(Map.of(), Map.of("scholarship", said), Set.of()),
            false,
            false,
            false));
  }

  private static SourceCall call(SourceKind kind, CallState state) {
    Instant now = Instant.parse("2026-11-02T10:00:00Z");
    SourceCall call =
        new SourceCall(
            1,
            2,
            new SourceCall.Question(kind, Subject.PUPIL, "X", "a=1", null, false),
            new Requester(null, "X", null),
            SourceQuestions.REVIEW,
            now);
    if (state != CallState.WAITING) {
      call.end(state, null, "X", now);
    }
    return call;
  }

  private static Step of(Optional<Set<Missing>> scale) {
    return ProofRule.step(
        new ProofRule.Situation(
            SourceKind.FAMILY_QUOTIENT,
            ApplicationState.SUBMITTED,
            scale,
            standing(SourceCascade.Outcome.DOCUMENT, false),
            Answers.NONE,
            false,
            false,
            false));
  }

  private static Standing standing(SourceCascade.Outcome outcome, boolean unanswered) {
    return new Standing(
        List.of(),
        unanswered,
        Optional.empty(),
        new SourceCascade.Verdict<>(outcome, Optional.empty(), List.of()),
        List.of());
  }
}
