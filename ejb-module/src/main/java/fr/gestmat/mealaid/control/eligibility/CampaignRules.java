package fr.gestmat.mealaid.control.eligibility;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the rules that a campaign uses. */
@ApplicationScoped
public class CampaignRules {

  @Inject private AidRows rows;

  /**
   * Those that are on, in the order in which they are told.
   *
   * @throws IllegalArgumentException if one is kept that nobody can read: nothing may be decided
   *     then
   */
  public List<CampaignRule> active(long campaignId) {
    return CampaignRule.inOrder(
        rows.list(
            Sql.of("select code, parameters, overridable from aid_rule")
                .add("where campaign_id = ? and active", campaignId),
            row ->
                CampaignRule.read(
                    row.text("code"), row.text("parameters"), row.yes("overridable"))));
  }
}
