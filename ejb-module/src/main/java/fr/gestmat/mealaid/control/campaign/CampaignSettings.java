package fr.gestmat.mealaid.control.campaign;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AskedDocuments.Demand;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.campaign.RuleSheet.Filled;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules, documents and words of a campaign, and its form: what a copy takes along. */
@ApplicationScoped
public class CampaignSettings implements CampaignPart {

  @PersistenceContext private EntityManager entities;
  @Inject private CampaignForms forms;
  @Inject private Clock clock;

  @Override
  public List<Refusal> missing(AidCampaign campaign) {
    List<Refusal> reasons =
        new ArrayList<>(CampaignCheck.missing(campaign.days(), campaign.terms()));
    if (rules(campaign.id()).stream().noneMatch(Filled::active)) {
      reasons.add(Refusal.of("rules", "rulesMissing"));
    }
    return reasons;
  }

  @Override
  public void copy(AidCampaign from, AidCampaign to, String by) {
    copy(
        "insert into aid_rule (campaign_id, code, active, overridable, parameters)"
            + " select ?, code, active, overridable, parameters from aid_rule where campaign_id = ?",
        from,
        to);
    copy(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " select ?, situation, kind, mandatory from aid_document_demand"
            + " where campaign_id = ?",
        from,
        to);
    copy(
        "insert into aid_campaign_text (campaign_id, place, body)"
            + " select ?, place, body from aid_campaign_text where campaign_id = ?",
        from,
        to);
    forms.keep(
        to.id(),
        to.formVersion(),
        forms.choice(from.id(), from.formVersion()),
        by,
        clock.instant());
  }

  private void copy(String sql, AidCampaign from, AidCampaign to) {
    entities
        .createNativeQuery(sql)
        .setParameter(1, to.id())
        .setParameter(2, from.id())
        .executeUpdate();
  }

  /** Every rule as it is filled in, used or not. */
  public List<Filled> rules(long campaign) {
    Map<String, Object[]> kept = new HashMap<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select code, cast(active as signed), cast(overridable as signed), parameters"
                    + " from aid_rule where campaign_id = ?")
            .setParameter(1, campaign)
            .getResultList();
    rows.stream().map(Object[].class::cast).forEach(row -> kept.put((String) row[0], row));
    List<Filled> rules = new ArrayList<>();
    for (RuleSheet rule : RuleSheet.values()) {
      Object[] row = kept.get(rule.name());
      rules.add(
          row == null
              ? new Filled(rule, false, rule.usuallyOverridable(), rule.values("{}"))
              : new Filled(rule, yes(row[1]), yes(row[2]), rule.values((String) row[3])));
    }
    return rules;
  }

  /** Keeps all rules as they were filled in. */
  public void keepRules(long campaign, Collection<Filled> rules) {
    delete("delete from aid_rule where campaign_id = ?", campaign);
    for (Filled one : rules) {
      entities
          .createNativeQuery(
              "insert into aid_rule (campaign_id, code, active, overridable, parameters)"
                  + " values (?, ?, ?, ?, ?)")
          .setParameter(1, campaign)
          .setParameter(2, one.rule().name())
          .setParameter(3, one.active())
          .setParameter(4, one.overridable())
          .setParameter(5, one.rule().json(one.values()))
          .executeUpdate();
    }
  }

  /** Keeps the documents that are asked for, and nothing of before. */
  public void keepDemands(long campaign, Collection<Demand> demands) {
    delete("delete from aid_document_demand where campaign_id = ?", campaign);
    for (Demand one : demands) {
      entities
          .createNativeQuery(
              "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
                  + " values (?, ?, ?, ?)")
          .setParameter(1, campaign)
          .setParameter(2, one.situation())
          .setParameter(3, one.kind())
          .setParameter(4, one.mandatory())
          .executeUpdate();
    }
  }

  /** Keeps what the authority says to families; blank places say nothing. */
  public void keepTexts(long campaign, Map<String, String> texts) {
    delete("delete from aid_campaign_text where campaign_id = ?", campaign);
    texts.forEach(
        (place, body) -> {
          if (!body.isBlank()) {
            entities
                .createNativeQuery(
                    "insert into aid_campaign_text (campaign_id, place, body) values (?, ?, ?)")
                .setParameter(1, campaign)
                .setParameter(2, place)
                .setParameter(3, body.strip())
                .executeUpdate();
          }
        });
  }

  private void delete(String sql, long campaign) {
    entities.createNativeQuery(sql).setParameter(1, campaign).executeUpdate();
  }

  private static boolean yes(Object value) {
    return ((Number) value).intValue() == 1;
  }
}
