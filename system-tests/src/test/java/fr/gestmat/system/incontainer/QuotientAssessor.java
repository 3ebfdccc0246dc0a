package fr.gestmat.system.incontainer;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.control.decision.Assessed.Verdict;
import fr.gestmat.mealaid.control.decision.Assessor;
import fr.gestmat.mealaid.control.decision.DecisionBlock;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AmountUnit;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two euros for each meal up to a quotient of 1,000, and only for who lives in the 57; with a
 * source of which tests say that it is silent.
 */
@ApplicationScoped
public class QuotientAssessor implements Assessor, DecisionBlock {

  private final Set<Long> silent = ConcurrentHashMap.newKeySet();

  /** Says whether a source has answered about an application. */
  public void answered(long application, boolean yes) {
    if (yes) {
      silent.remove(application);
    } else {
      silent.add(application);
    }
  }

  @Override
  public List<Refusal> blocks(AidApplication application) {
    return silent.contains(application.id())
        ? List.of(Refusal.of("source", "sourceUnanswered"))
        : List.of();
  }

  @Override
  public Assessed assess(
      AidApplication application, AidCampaign campaign, Map<String, String> motives) {
    BigDecimal quotient = application.figures().familyQuotient();
    String inputs = "{\"quotient\":" + quotient + "}";
    if (quotient == null) {
      return new Assessed(List.of(), Optional.empty(), List.of("FAMILY_QUOTIENT"), false, inputs);
    }
    boolean within = quotient.compareTo(BigDecimal.valueOf(1_000)) <= 0;
    String code = String.valueOf(application.figures().residencePostalCode());
    Verdict lives =
        code.startsWith("57")
            ? Verdict.PASSED
            : motives.getOrDefault("RESIDENCE", "").isBlank() ? Verdict.FAILED : Verdict.WAIVED;
    return new Assessed(
        List.of(
            new RuleLine("RESIDENCE", lives, "NOT_RESIDENT", List.of(), true),
            new RuleLine(
                "INCOME",
                within ? Verdict.PASSED : Verdict.FAILED,
                "INCOME_ABOVE_SCALE",
                List.of(),
                false)),
        Optional.of(
            new Gift(77, "T1", AmountUnit.PER_MEAL, new BigDecimal(within ? "2.00" : "0.00"))),
        List.of(),
        true,
        inputs);
  }
}
