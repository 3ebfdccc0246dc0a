package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.SourceCascade;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.util.Optional;
import java.util.Set;

/** Whether a family is asked for the document that proves what no official source tells. */
final class ProofRule {

  private ProofRule() {}

  /** What is done. */
  enum Step {
    /** The family is asked. */
    ASK,
    /** It is settled later: something is open that may answer it. */
    WAIT,
    /** The family is not asked. */
    LEAVE
  }

  /**
   * An application, as it is found.
   *
   * @param kind the figure
   * @param state where it stands
   * @param scale what the scale that holds today asks for; empty if none holds
   * @param standing what the sources answered
   * @param answers as they were sent
   * @param there whether the document is there already
   * @param demanded whether the form asked for it as mandatory: the family knows
   * @param pending whether the family has something else to put right
   */
  record Situation(
      SourceKind kind,
      ApplicationState state,
      Optional<Set<Missing>> scale,
      Standing standing,
      Answers answers,
      boolean there,
      boolean demanded,
      boolean pending) {}

  static Step step(Situation now) {
    if (!now.state().isOpen() || now.there() || now.demanded() || deniesIt(now)) {
      return Step.LEAVE;
    }
    if (now.scale().isEmpty()) {
      return Step.WAIT;
    }
    if (!now.scale().get().contains(figure(now.kind()))) {
      return Step.LEAVE;
    }
    Step bySources =
        switch (now.kind()) {
          case FAMILY_QUOTIENT -> quotient(now.standing());
          case SCHOLARSHIP -> scholarship(now.standing());
        };
    boolean busy = now.pending() || now.state() == ApplicationState.TO_COMPLETE;
    return bySources == Step.ASK && busy ? Step.WAIT : bySources;
  }

  private static Missing figure(SourceKind kind) {
    return switch (kind) {
      case FAMILY_QUOTIENT -> Missing.FAMILY_QUOTIENT;
      case SCHOLARSHIP -> Missing.SCHOLARSHIP;
    };
  }

  /** Nobody has to prove that the child holds no scholarship. */
  private static boolean deniesIt(Situation now) {
    return now.kind() == SourceKind.SCHOLARSHIP && now.answers().is("scholarship", "NO");
  }

  /** One parent's account is enough; an answer that a person has to look at is theirs. */
  private static Step quotient(Standing standing) {
    SourceCascade.Outcome outcome = standing.quotient().outcome();
    return switch (outcome) {
      case VALUE, PERSON -> Step.LEAVE;
      case LATER -> standing.unanswered() ? Step.WAIT : Step.ASK;
      case DOCUMENT -> Step.ASK;
    };
  }

  private static Step scholarship(Standing standing) {
    return standing.calls().stream()
        .filter(call -> call.question().kind() == SourceKind.SCHOLARSHIP)
        .findFirst()
        .map(call -> call.state())
        .map(
            state ->
                state == CallState.NOT_FOUND ? Step.ASK : state.isOpen() ? Step.WAIT : Step.LEAVE)
        .orElse(Step.LEAVE);
  }
}
