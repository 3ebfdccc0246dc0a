package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup.Handling;
import fr.gestmat.mealaid.boundary.campaign.CampaignSetup.Setup;
import fr.gestmat.mealaid.boundary.campaign.Campaigns;
import fr.gestmat.mealaid.control.application.AskedDocuments.Demand;
import fr.gestmat.mealaid.control.campaign.CampaignPhase;
import fr.gestmat.mealaid.control.campaign.RuleSheet;
import fr.gestmat.mealaid.control.campaign.RuleSheet.Filled;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormChoice.Income;
import fr.gestmat.mealaid.entity.AidCampaign.TwoHouseholds;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.Term;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Campaigns from nothing to families, and to the year after. */
class AidCampaignInContainerIT extends InContainerTest {

  private static final CampaignDays DAYS =
      new CampaignDays(
          LocalDate.parse("2026-06-01"),
          LocalDate.parse("2026-09-30"),
          LocalDate.parse("2026-09-30"),
          List.of());
  private static final List<Term> TERMS =
      List.of(
          new Term(1, LocalDate.parse("2026-09-01"), LocalDate.parse("2026-12-18"), 56),
          new Term(2, LocalDate.parse("2027-01-04"), LocalDate.parse("2027-03-31"), 44),
          new Term(3, LocalDate.parse("2027-04-01"), LocalDate.parse("2027-07-03"), 41));

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private Acting acting;
  @Inject private Campaigns campaigns;
  @Inject private CampaignSetup setups;

  private <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, Role.AID_MANAGER, work);
  }

  private static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  private Setup setup(Caller who, UUID id) throws Exception {
    return as(who, () -> setups.find(id)).orElseThrow();
  }

  @Test
  void what_is_missing_is_said_and_two_managers_are_told_of_each_other() throws Exception {
    AidTown town = AidTown.found(database);
    Caller manager = town.manager();
    UUID id = done(as(manager, () -> campaigns.create("Cantine", 2026, DAYS)));
    assertThat(as(manager, () -> campaigns.create("cantine", 2026, DAYS)))
        .isInstanceOf(Answer.Refused.class);
    Campaigns.View view = as(manager, () -> campaigns.find(id)).orElseThrow();
    assertThat(view.line().phase()).isEqualTo(CampaignPhase.PREPARED);
    assertThat(view.missing())
        .extracting(Refusal::code)
        .contains("termsMissing", "rulesMissing", "scaleMissing");
    assertThat(as(manager, () -> campaigns.publish(id, view.version())).orElseThrow())
        .isInstanceOf(Answer.Refused.class);

    int before = setup(manager, id).version();
    done(as(manager, () -> setups.plan(id, before, DAYS, TERMS, false)).orElseThrow());
    assertThat(as(manager, () -> setups.plan(id, before, DAYS, List.of(), false)).orElseThrow())
        .as("somebody changed it meanwhile")
        .isInstanceOf(Answer.Stale.class);
    int next = setup(manager, id).version();
    done(
        as(
                manager,
                () ->
                    setups.rule(
                        id,
                        next,
                        List.of(
                            new Filled(
                                RuleSheet.MEALS,
                                true,
                                true,
                                Map.of("least", "4", "healthExcepted", "true")))))
            .orElseThrow());
    assertThat(
            town.value(
                "select parameters from aid_rule r join aid_campaign c on c.id = r.campaign_id"
                    + " where c.public_id = ? and r.code = 'MEALS'",
                id.toString()))
        .isEqualTo("{\"healthExcepted\":true,\"least\":4}");
  }

  @Test
  void a_day_that_comes_sooner_than_families_were_told_is_confirmed() throws Exception {
    AidTown town = AidTown.found(database);
    Caller manager = town.manager();
    UUID id = town.campaignId;
    Setup told = setup(manager, id);
    CampaignDays days = told.days();
    CampaignDays sooner =
        new CampaignDays(
            days.opensOn(),
            days.fullEffectUntil().minusDays(1),
            days.closesOn().minusDays(1),
            List.of());
    Answer<UUID> asked =
        as(manager, () -> setups.plan(id, told.version(), sooner, told.terms(), false))
            .orElseThrow();
    assertThat(((Answer.Refused<UUID>) asked).reasons())
        .extracting(Refusal::code)
        .contains("closesSooner");
    assertThat(setup(manager, id).days()).as("nothing changed").isEqualTo(days);
    done(
        as(manager, () -> setups.plan(id, told.version(), sooner, told.terms(), true))
            .orElseThrow());
    assertThat(setup(manager, id).days().closesOn()).isEqualTo(sooner.closesOn());

    Setup shown = setup(manager, id);
    CampaignDays longer =
        new CampaignDays(
            days.opensOn(), sooner.fullEffectUntil(), days.closesOn().plusDays(30), List.of());
    Answer<UUID> uncovered =
        as(manager, () -> setups.plan(id, shown.version(), longer, shown.terms(), false))
            .orElseThrow();
    assertThat(((Answer.Refused<UUID>) uncovered).reasons())
        .as("families would fill in and be refused as too late")
        .extracting(Refusal::code)
        .containsExactly("latePeriodMissing");
    assertThat(setup(manager, id).days()).isEqualTo(sooner);
  }

  private static void scaleAndLetter(AidTown town) throws SQLException {
    town.run(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) select next value for"
            + " aid_scale_seq, uuid(), authority_id, id, 1, 'FAMILY_QUOTIENT', 'RATE',"
            + " 'UPPER_INCLUDED', false, '2026-09-01', utc_timestamp(6), 'Essai' from aid_campaign"
            + " where public_id = ?",
        town.campaignId.toString());
    town.run(
        "insert into aid_bracket (scale_id, position, label, condition_kind, value) select s.id, 0,"
            + " 'Tous', 'NONE', 50 from aid_scale s join aid_campaign c on c.id = s.campaign_id"
            + " where c.public_id = ?",
        town.campaignId.toString());
    town.run(
        "insert into aid_letter_text (id, public_id, campaign_id, kind, number, title, body,"
            + " signatory, footer, saved_at, saved_by, published_at, published_by) select"
            + " next value for aid_letter_text_seq, uuid(), id, 'GRANTED', 3, 'Accord', 'Texte', '',"
            + " '', utc_timestamp(6), 'Essai', utc_timestamp(6), 'Essai' from aid_campaign"
            + " where public_id = ?",
        town.campaignId.toString());
  }

  @Test
  void a_copy_moves_a_year_and_a_change_of_questions_is_a_version() throws Exception {
    AidTown town = AidTown.found(database);
    Caller manager = town.manager();
    UUID id = town.campaignId;
    scaleAndLetter(town);
    Setup first = setup(manager, id);
    done(
        as(
                manager,
                () ->
                    setups.demand(
                        id, first.version(), List.of(new Demand("TAX", "TAX_NOTICE", true)), true))
            .orElseThrow());
    Setup second = setup(manager, id);
    done(
        as(manager, () -> setups.ask(id, second.version(), new FormChoice(Income.TAX, Set.of())))
            .orElseThrow());
    Setup third = setup(manager, id);
    assertThat(third.formVersion()).as("families see it already").isEqualTo(2);
    assertThat(third.form().income()).isEqualTo(Income.TAX);

    Handling how = third.handling();
    assertThat(how.twoHouseholds()).isEqualTo(TwoHouseholds.APPLICANT);
    done(
        as(
                manager,
                () ->
                    setups.handle(
                        id,
                        third.version(),
                        new Handling(
                            how.name(),
                            how.incomeYear(),
                            how.withoutIncome(),
                            TwoHouseholds.HALF_EACH,
                            how.coParentSubmits(),
                            how.automatic(),
                            how.readReceipt(),
                            how.correctionDays(),
                            how.appealDays(),
                            how.graceDays())))
            .orElseThrow());

    UUID copy = done(as(manager, () -> campaigns.copy(id, "Cantine")).orElseThrow());
    Setup copied = setup(manager, copy);
    assertThat(copied.days().opensOn()).isEqualTo(first.days().opensOn().plusYears(1));
    assertThat(copied.form().income()).isEqualTo(Income.TAX);
    assertThat(copied.demands()).containsExactly(new Demand("TAX", "TAX_NOTICE", true));
    assertThat(copied.documentsFirst()).isTrue();
    assertThat(copied.handling().twoHouseholds()).isEqualTo(TwoHouseholds.HALF_EACH);
    assertThat(copied.rules()).filteredOn(Filled::active).hasSize(1);
    assertThat(copied.handling().incomeYear()).isEqualTo(2026);
    assertThat(copied.published()).isFalse();
    assertThat(
            town.value(
                "select concat_ws(' ', d.kind, d.starts_on, json_length(d.brackets),"
                    + " (select count(*) from aid_scale s where s.campaign_id = c.id))"
                    + " from aid_scale_draft d join aid_campaign c on c.id = d.campaign_id"
                    + " where c.public_id = ?",
                copy.toString()))
        .as("a draft a year later, nothing published")
        .isEqualTo("FAMILY_QUOTIENT 2027-09-01 1 0");
    assertThat(
            town.value(
                "select concat_ws(' ', t.kind, t.number, t.title, t.published_at is null) from"
                    + " aid_letter_text t join aid_campaign c on c.id = t.campaign_id"
                    + " where c.public_id = ?",
                copy.toString()))
        .isEqualTo("GRANTED 1 Accord 1");
    assertThat(as(manager, () -> campaigns.find(id)).orElseThrow().missing())
        .extracting(Refusal::code)
        .as("the form asks the tax notice now")
        .contains("scaleAsks.FAMILY_QUOTIENT")
        .doesNotContain("scaleMissing");

    AidTown elsewhere = AidTown.found(database);
    assertThat(as(elsewhere.manager(), () -> campaigns.find(id))).isEmpty();
    assertThat(as(elsewhere.manager(), () -> campaigns.copy(id, "Vol"))).isEmpty();
    assertThat(as(elsewhere.manager(), () -> setups.find(id))).isEmpty();
  }
}
