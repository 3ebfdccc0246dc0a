package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Finds campaigns and what was written down for them. */
@ApplicationScoped
public class CampaignRows {

  /** Days for which families still see a campaign that closed. */
  private static final int SEEN = 400;

  @PersistenceContext private EntityManager entities;

  /** The campaigns that families see: published, and not closed long ago; the latest first. */
  public List<AidCampaign> seen(long authority, LocalDate today) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.authorityId = :authority"
                + " and c.publishedAt is not null and c.closesOn > :since"
                + " order by c.opensOn desc, c.id desc",
            AidCampaign.class)
        .setParameter("authority", authority)
        .setParameter("since", today.minusDays(SEEN))
        .getResultList();
  }

  /** All campaigns of an authority, the latest first. */
  public List<AidCampaign> all(long authority) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.authorityId = :authority"
                + " order by c.schoolYear desc, c.opensOn desc, c.id desc",
            AidCampaign.class)
        .setParameter("authority", authority)
        .getResultList();
  }

  /** A campaign of an authority. */
  public Optional<AidCampaign> find(long authority, UUID id) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.publicId = :id and c.authorityId = :authority",
            AidCampaign.class)
        .setParameter("id", id)
        .setParameter("authority", authority)
        .getResultStream()
        .findFirst();
  }

  /** What the authority says to families, by place. */
  public Map<String, String> texts(long campaign) {
    return pairs("select place, body from aid_campaign_text where campaign_id = ?", campaign);
  }

  /** How many applications were begun and not sent. */
  public long drafts(long campaign) {
    return entities
        .createQuery(
            "select count(a) from AidApplication a where a.campaignId = :campaign and a.state ="
                + " :draft",
            Long.class)
        .setParameter("campaign", campaign)
        .setParameter("draft", ApplicationState.DRAFT)
        .getSingleResult();
  }

  private Map<String, String> pairs(String sql, long campaign) {
    Map<String, String> pairs = new HashMap<>();
    for (Object each : entities.createNativeQuery(sql).setParameter(1, campaign).getResultList()) {
      Object[] row = (Object[]) each;
      pairs.put(Objects.toString(row[0]), Objects.toString(row[1]));
    }
    return pairs;
  }
}
