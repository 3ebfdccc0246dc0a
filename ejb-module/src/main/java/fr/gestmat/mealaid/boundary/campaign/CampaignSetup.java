package fr.gestmat.mealaid.boundary.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AskedDocuments;
import fr.gestmat.mealaid.control.application.AskedDocuments.Demand;
import fr.gestmat.mealaid.control.application.CampaignForms;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.campaign.CampaignCheck;
import fr.gestmat.mealaid.control.campaign.CampaignJournal;
import fr.gestmat.mealaid.control.campaign.CampaignRows;
import fr.gestmat.mealaid.control.campaign.CampaignSettings;
import fr.gestmat.mealaid.control.campaign.RuleSheet.Filled;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.review.AnnotationBook;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.AidCampaign.WithoutIncome;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.Term;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sets a campaign up, part by part; two managers at once are told of each other. */
@Stateless
@RolesAllowed("AID_MANAGER")
public class CampaignSetup {

  private static final int LONGEST_TEXT = 4000;
  private static final int MOST_DAYS = 365;
  private static final int MOST_GRACE = 60;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private CampaignRows rows;
  @Inject private AuthorityTime time;
  @Inject private CampaignSettings settings;
  @Inject private CampaignForms forms;
  @Inject private AskedDocuments documents;
  @Inject private AnnotationBook annotations;
  @Inject private CampaignJournal journal;
  @Inject private Clock clock;

  /**
   * What is set.
   *
   * @param id public id
   * @param version what a change must know
   * @param published whether families see it
   * @param handling how applications are handled
   * @param days when it runs
   * @param terms the terms
   * @param form what the form asks
   * @param formVersion version of the form
   * @param rules every rule, used or not
   * @param demands documents asked for
   * @param documentsFirst whether a family sends only with every mandatory one (M-G13)
   * @param texts what the authority says, by place
   */
  public record Setup(
      UUID id,
      int version,
      boolean published,
      Handling handling,
      CampaignDays days,
      List<Term> terms,
      FormChoice form,
      int formVersion,
      List<Filled> rules,
      List<Demand> demands,
      boolean documentsFirst,
      Map<String, String> texts) {}

  /**
   * How applications are handled.
   *
   * @param name what the campaign is called
   * @param incomeYear income year that tax notices must be of
   * @param withoutIncome what becomes of who gives no income
   * @param twoHouseholds how the scale counts a child who lives in two households
   * @param coParentSubmits whether a parent who lives with the applicant may send too
   * @param automatic whether what is proved is decided by itself
   * @param readReceipt whether mails say nothing of the decision
   * @param correctionDays days to answer a request for correction
   * @param appealDays days to appeal
   * @param graceDays days after closing in which a draft begun before may be sent
   */
  public record Handling(
      String name,
      int incomeYear,
      WithoutIncome withoutIncome,
      TwoHouseholds twoHouseholds,
      boolean coParentSubmits,
      boolean automatic,
      boolean readReceipt,
      int correctionDays,
      int appealDays,
      int graceDays) {}

  /** What is set for a campaign. */
  public Optional<Setup> find(UUID id) {
    return rows.find(caller.get().authorityId(), id).map(this::setup);
  }

  private Setup setup(AidCampaign one) {
    return new Setup(
        one.publicId(),
        one.version(),
        one.publishedAt() != null,
        new Handling(
            one.name(),
            one.incomeYear(),
            one.withoutIncome(),
            one.twoHouseholds(),
            one.coParentSubmits(),
            one.automaticDecision(),
            one.readReceipt(),
            one.correctionDays(),
            one.appealDays(),
            one.draftGraceDays()),
        one.days(),
        one.terms(),
        forms.choice(one.id(), one.formVersion()),
        one.formVersion(),
        settings.rules(one.id()),
        documents.demands(one.id()),
        one.documentsFirst(),
        rows.texts(one.id()));
  }

  /**
   * Sets when it runs; who filed already keeps the effect that was told.
   *
   * @param sooner whether the manager confirms days that come sooner than families were told
   */
  public Optional<Answer<UUID>> plan(
      UUID id, int version, CampaignDays days, List<Term> terms, boolean sooner) {
    return change(
        id,
        version,
        "dates",
        campaign -> {
          List<Refusal> reasons = new ArrayList<>(CampaignCheck.days(days));
          reasons.addAll(CampaignCheck.terms(terms));
          if (campaign.publishedAt() != null) {
            reasons.addAll(CampaignCheck.uncovered(days));
          }
          if (reasons.isEmpty() && !sooner && campaign.publishedAt() != null) {
            reasons.addAll(
                CampaignCheck.sooner(
                    campaign.days(),
                    days,
                    time.today(campaign.authorityId()),
                    rows.drafts(campaign.id())));
          }
          if (reasons.isEmpty()) {
            campaign.plan(days);
            campaign.divide(terms);
          }
          return reasons;
        });
  }

  /** Sets how applications are handled. */
  public Optional<Answer<UUID>> handle(UUID id, int version, Handling how) {
    return change(
        id,
        version,
        "handling",
        campaign -> {
          List<Refusal> reasons = new ArrayList<>();
          if (how.name().isBlank()) {
            reasons.add(Refusal.of("name", "nameMissing"));
          }
          if (Math.abs(how.incomeYear() - campaign.schoolYear()) > 3) {
            reasons.add(Refusal.of("incomeYear", "incomeYear"));
          }
          between(reasons, "correctionDays", how.correctionDays(), 1, MOST_DAYS);
          between(reasons, "appealDays", how.appealDays(), 1, MOST_DAYS);
          between(reasons, "graceDays", how.graceDays(), 0, MOST_GRACE);
          if (reasons.isEmpty()) {
            campaign.describe(how.name().strip(), how.incomeYear(), how.withoutIncome());
            campaign.share(how.twoHouseholds());
            campaign.handle(how.coParentSubmits(), how.automatic(), how.readReceipt());
            campaign.allow(how.correctionDays(), how.appealDays());
            campaign.tolerate(how.graceDays());
          }
          return reasons;
        });
  }

  /** Sets what the form asks; for families who see it already, that is a new version (M-D17). */
  public Optional<Answer<UUID>> ask(UUID id, int version, FormChoice choice) {
    return change(
        id,
        version,
        "form",
        campaign -> {
          if (!choice.equals(forms.choice(campaign.id(), campaign.formVersion()))) {
            if (campaign.publishedAt() != null) {
              campaign.reviseForm();
            }
            forms.keep(
                campaign.id(),
                campaign.formVersion(),
                choice,
                caller.get().name(),
                clock.instant());
          }
          return List.of();
        });
  }

  /** Sets the rules. */
  public Optional<Answer<UUID>> rule(UUID id, int version, List<Filled> rules) {
    return change(
        id,
        version,
        "rules",
        campaign -> {
          List<Refusal> reasons =
              rules.stream()
                  .filter(Filled::active)
                  .flatMap(
                      one ->
                          one.rule().wrong(one.values()).stream()
                              .map(name -> Refusal.of(one.rule() + "." + name, "ruleParameter")))
                  .toList();
          if (reasons.isEmpty()) {
            settings.keepRules(
                campaign.id(),
                rules.stream().filter(one -> one.rule().wrong(one.values()).isEmpty()).toList());
          }
          return reasons;
        });
  }

  /**
   * Sets the documents asked for.
   *
   * @param first whether a family sends only with every mandatory one
   */
  public Optional<Answer<UUID>> demand(UUID id, int version, List<Demand> demands, boolean first) {
    return change(
        id,
        version,
        "documents",
        campaign -> {
          settings.keepDemands(campaign.id(), demands);
          campaign.demand(first);
          return List.of();
        });
  }

  /** Sets what the authority says. */
  public Optional<Answer<UUID>> say(UUID id, int version, Map<String, String> texts) {
    return change(
        id,
        version,
        "texts",
        campaign -> {
          List<Refusal> reasons =
              texts.entrySet().stream()
                  .filter(one -> one.getValue().length() > LONGEST_TEXT)
                  .map(one -> Refusal.of(one.getKey(), "tooLong"))
                  .toList();
          if (reasons.isEmpty()) {
            settings.keepTexts(campaign.id(), texts);
          }
          return reasons;
        });
  }

  /**
   * What officers are asked to note, and how often they did; empty if there is no such campaign.
   */
  public Optional<List<AnnotationBook.Asked>> annotations(UUID id) {
    return rows.find(caller.get().authorityId(), id).map(one -> annotations.of(one.id()));
  }

  /** Sets what officers are asked to note; what was noted already is not dropped. */
  public Optional<Answer<UUID>> annotate(UUID id, int version, List<AnnotationBook.Wanted> wanted) {
    return change(id, version, "annotations", campaign -> annotations.keep(campaign.id(), wanted));
  }

  private Optional<Answer<UUID>> change(
      UUID id, int version, String part, Function<AidCampaign, List<Refusal>> work) {
    Caller who = caller.get();
    return rows.find(who.authorityId(), id)
        .map(
            found -> {
              AidCampaign campaign =
                  entities.find(AidCampaign.class, found.id(), LockModeType.PESSIMISTIC_WRITE);
              if (campaign.version() != version) {
                return new Answer.Stale<UUID>(
                    Optional.empty(), Optional.empty(), campaign.version());
              }
              List<Refusal> reasons = work.apply(campaign);
              if (!reasons.isEmpty()) {
                return new Answer.Refused<UUID>(reasons);
              }
              // What stands in tables of its own counts as a change of the campaign too.
              entities.lock(campaign, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
              journal.write(who, "AID_CAMPAIGN_CHANGED", campaign, Map.of("part", part));
              return new Answer.Done<>(campaign.publicId());
            });
  }

  private static void between(List<Refusal> reasons, String field, int value, int least, int most) {
    if (value < least || value > most) {
      reasons.add(Refusal.of(field, "between", least, most));
    }
  }
}
