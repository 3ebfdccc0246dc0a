package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An application that was decided, as statements read it: what its latest decision gives, and where
 * the child was. An application that is being looked at again keeps what was decided last, until
 * there is a new decision.
 *
 * @param child whom it is about
 * @param terms what is given in each term; none after a refusal or a withdrawal
 * @param unit what the scale's amount is for
 * @param unitAmount the scale's amount in euros
 * @param stays where the child was at school
 * @param problem what is missing, if anything is
 */
public record Grant(
    StatedChild child,
    List<DecisionTerm> terms,
    @Nullable AmountUnit unit,
    @Nullable BigDecimal unitAmount,
    List<Stay> stays,
    Optional<LineProblem> problem) {

  /** Copies the lists. */
  public Grant {
    terms = List.copyOf(terms);
    stays = List.copyOf(stays);
  }

  /** Database id of the application. */
  long applicationId() {
    return Objects.requireNonNull(child.applicationId(), "a grant has an application");
  }

  Optional<DecisionTerm> in(int term) {
    return terms.stream().filter(given -> given.term() == term).findFirst();
  }
}
