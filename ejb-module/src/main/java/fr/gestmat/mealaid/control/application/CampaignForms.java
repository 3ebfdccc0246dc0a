package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormNeeds;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions of the campaigns' forms. */
@ApplicationScoped
public class CampaignForms {

  @PersistenceContext private EntityManager entities;

  /**
   * The form of a version; one that nobody chose anything for asks everything. What official
   * sources want to know is asked as long as the authority lets them be asked, in every version; so
   * is what the campaign's scale depends on.
   */
  public AidForm of(long campaign, int version) {
    return StandardForm.of(version, choice(campaign, version), needs(campaign));
  }

  /** What a separated parent is asked in a version. */
  public AidForm ofOwnPart(long campaign, int version) {
    return StandardForm.ofOwnPart(version, choice(campaign, version), needs(campaign));
  }

  private FormNeeds needs(long campaign) {
    return new FormNeeds(sources(campaign), conditions(campaign));
  }

  /** On what a published scale of the campaign depends, beside figures. */
  private Set<ConditionKind> conditions(long campaign) {
    List<?> kinds =
        entities
            .createNativeQuery(
                "select distinct b.condition_kind from aid_bracket b"
                    + " join aid_scale s on s.id = b.scale_id where s.campaign_id = ?")
            .setParameter(1, campaign)
            .getResultList();
    return kinds.stream()
        .map(kind -> ConditionKind.valueOf((String) kind))
        .collect(Collectors.toSet());
  }

  private Set<SourceKind> sources(long campaign) {
    return entities
        .createQuery(
            "select s from SourceAccess s, AidCampaign c where c.id = :campaign"
                + " and s.authorityId = c.authorityId",
            SourceAccess.class)
        .setParameter("campaign", campaign)
        .getResultStream()
        .flatMap(access -> Arrays.stream(SourceKind.values()).filter(access::asks))
        .collect(Collectors.toSet());
  }

  /** What a version asks. */
  public FormChoice choice(long campaign, int version) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select income, extras from aid_form_version where campaign_id = ?"
                    + " and version = ?")
            .setParameter(1, campaign)
            .setParameter(2, version)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(Object[].class::cast)
        .map(row -> read((String) row[0], (String) row[1]))
        .orElse(FormChoice.WHOLE);
  }

  /** Keeps what a new version asks. */
  public void keep(long campaign, int version, FormChoice choice, String by, Instant now) {
    entities
        .createNativeQuery(
            "insert into aid_form_version (campaign_id, version, income, extras, created_at,"
                + " created_by) values (?, ?, ?, ?, ?, ?) on duplicate key update"
                + " income = values(income), extras = values(extras)")
        .setParameter(1, campaign)
        .setParameter(2, version)
        .setParameter(3, choice.income().name())
        .setParameter(
            4, choice.extras().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
        .setParameter(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
        .setParameter(6, by)
        .executeUpdate();
  }

  private static FormChoice read(String income, String extras) {
    return new FormChoice(
        FormChoice.Income.valueOf(income),
        Arrays.stream(extras.split(" ", -1))
            .flatMap(name -> extra(name).stream())
            .collect(Collectors.toSet()));
  }

  private static Optional<FormChoice.Extra> extra(String name) {
    return Arrays.stream(FormChoice.Extra.values())
        .filter(extra -> extra.name().equals(name))
        .findFirst();
  }
}
