package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.form.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an answer already says against the aid, told at once (M-D16). The one seam to the
 * eligibility rules of the campaign: only what no officer can go over belongs here.
 */
public final class EligibilityHint {

  private EligibilityHint() {}

  /**
   * Reasons for which sending makes no sense as long as the answers are these.
   *
   * @param rules parameters of the rules in use, by their code
   * @param answers of one child, to questions that were shown
   */
  public static List<Refusal> of(Map<String, String> rules, Answers answers) {
    List<Refusal> reasons = new ArrayList<>();
    boolean boarder =
        answers.is("boarding", "BOARDER")
            && !rules.getOrDefault("HALF_BOARD", "").contains("\"boarders\":true");
    if (rules.containsKey("HALF_BOARD") && (answers.is("boarding", "DAY") || boarder)) {
      reasons.add(Refusal.of("boarding", "notHalfBoarder"));
    }
    return reasons;
  }
}
