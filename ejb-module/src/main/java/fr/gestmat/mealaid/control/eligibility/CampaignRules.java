package fr.gestmat.mealaid.control.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Reads the rules that a campaign uses. */
@ApplicationScoped
public class CampaignRules {

  @PersistenceContext private EntityManager entities;

  /**
   * Those that are on, in the order in which they are told.
   *
   * @throws IllegalArgumentException if one is kept that nobody can read: nothing may be decided
   *     then
   */
  public List<CampaignRule> active(long campaignId) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select code, parameters, overridable from aid_rule"
                    + " where campaign_id = ? and active")
            .setParameter(1, campaignId)
            .getResultList();
    return CampaignRule.inOrder(rows.stream().map(row -> rule((Object[]) row)).toList());
  }

  private static CampaignRule rule(Object[] row) {
    boolean overridable = row[2] instanceof Boolean yes ? yes : ((Number) row[2]).intValue() != 0;
    return CampaignRule.read(row[0].toString(), row[1].toString(), overridable);
  }
}
