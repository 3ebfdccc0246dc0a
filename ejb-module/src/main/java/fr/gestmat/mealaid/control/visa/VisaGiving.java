package fr.gestmat.mealaid.control.visa;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives and takes back visas, as long as no decision rests on them. Needs a transaction. */
@ApplicationScoped
public class VisaGiving {

  private static final Set<ApplicationState> OPEN =
      EnumSet.of(
          ApplicationState.SUBMITTED, ApplicationState.IN_REVIEW, ApplicationState.TO_COMPLETE);

  @Inject private Moves moves;
  @Inject private VisaBook book;

  /** Gives a visa; what was said already is not said again. */
  public Optional<Answer<AidApplication>> give(
      Hand hand, UUID id, int version, VisaRule.Said said) {
    return moves.hold(hand, id, version).map(answer -> give(hand, answer, said));
  }

  private Answer<AidApplication> give(
      Hand hand, Answer<AidApplication> answer, VisaRule.Said said) {
    if (!(answer instanceof Answer.Done<AidApplication> done)) {
      return answer;
    }
    AidApplication held = done.value();
    List<Refusal> reasons = VisaRule.refusals(said);
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    if (!OPEN.contains(held.state())) {
      return Moves.standing(held);
    }
    if (book.standing(held.id()).filter(visa -> isSame(visa, said)).isPresent()) {
      return done;
    }
    book.give(held, hand, said);
    moves.tell(
        held,
        "VISA",
        hand,
        Map.of(
            "boarding", said.boarding().map(Enum::name).orElse("UNKNOWN"),
            "meals", VisaRule.mealsOf(said).map(String::valueOf).orElse(""),
            "class", said.className()));
    return done;
  }

  /** Takes the visa that stands back. */
  public Optional<Answer<AidApplication>> undo(Hand hand, UUID id, int version) {
    return moves
        .hold(hand, id, version)
        .map(
            answer -> {
              if (!(answer instanceof Answer.Done<AidApplication> done)) {
                return answer;
              }
              AidApplication held = done.value();
              if (!OPEN.contains(held.state())) {
                return Moves.standing(held);
              }
              if (!book.undo(held, hand)) {
                return Answer.refused(Refusal.of("visa", "noVisa"));
              }
              moves.tell(held, "VISA_UNDONE", hand, Map.of());
              return done;
            });
  }

  private static boolean isSame(VisaBook.Visa visa, VisaRule.Said said) {
    return visa.enrolled() == said.enrolled()
        && visa.eating().boarding().equals(said.boarding())
        && visa.eating().meals().equals(VisaRule.mealsOf(said))
        && visa.className().equals(said.className());
  }
}
