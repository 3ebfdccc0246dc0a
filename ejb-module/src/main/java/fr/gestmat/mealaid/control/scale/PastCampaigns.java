package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** The campaigns of an authority that a scale can be tried on: those with decisions. */
@ApplicationScoped
public class PastCampaigns {

  @PersistenceContext private EntityManager entities;

  /**
   * A campaign with decisions.
   *
   * @param key database id
   * @param id public id
   * @param name its name
   */
  public record Line(long key, UUID id, String name) {}

  /** Those of an authority, the latest first. */
  public List<Line> decided(long authorityId) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.authorityId = :authority and exists"
                + " (select 1 from AidDecision d where d.campaignId = c.id)"
                + " order by c.schoolYear desc, c.id desc",
            AidCampaign.class)
        .setParameter("authority", authorityId)
        .getResultStream()
        .map(campaign -> new Line(campaign.id(), campaign.publicId(), campaign.name()))
        .toList();
  }

  /** Its terms. */
  public List<Term> terms(long campaign) {
    return entities.find(AidCampaign.class, campaign).terms();
  }
}
