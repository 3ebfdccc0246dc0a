package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import java.util.Map;

/** Judges an application by the rules and the scale of its campaign; changes nothing. */
public interface Assessor {

  /**
   * What they say.
   *
   * @param motives why an officer goes over a rule, by its code
   */
  Assessed assess(AidApplication application, AidCampaign campaign, Map<String, String> motives);
}
