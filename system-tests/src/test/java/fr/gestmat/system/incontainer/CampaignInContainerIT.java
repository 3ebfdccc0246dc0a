package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.campaign.CampaignPapers;
import fr.gestmat.lending.boundary.campaign.Campaigns;
import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.CampaignBoard;
import fr.gestmat.lending.control.campaign.CampaignJob;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A return campaign from its plan to its report. */
class CampaignInContainerIT extends DeskTest {

  @Inject private Campaigns campaigns;
  @Inject private CampaignPapers papers;
  @Inject private CampaignJob job;

  private static Plan plan(Audience audience) {
    return new Plan(
        "Restitution de juin",
        audience,
        LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(3),
        LocalTime.of(8, 0),
        LocalTime.of(17, 0),
        2,
        2,
        "au CDI");
  }

  private interface Work<T> {
    T run() throws Exception;
  }

  private <T> T as(Caller who, Work<T> work) throws Exception {
    return acting.as(who, roleOf(who), work::run);
  }

  private UUID draft(Caller who, LendingTown town, Audience audience) throws Exception {
    return as(
        who,
        () ->
            ((Answer.Done<UUID>)
                    campaigns.draft(town.here.uai(), plan(audience), List.of()).orElseThrow())
                .value());
  }

  private Campaigns.Standing standing(Caller who, UUID id) throws Exception {
    return as(who, () -> campaigns.standing(campaigns.find(id).orElseThrow()));
  }

  private static String figures(CampaignBoard.Figures all) {
    return all.expected()
        + " expected, "
        + all.returned()
        + " returned, "
        + all.damaged()
        + " damaged, "
        + all.gone()
        + " gone, "
        + all.missing()
        + " missing";
  }

  private List<String> notices(LendingTown town, String kind) throws SQLException {
    return town.column(
        "select facts from notice where authority_id = ? and kind = ?", town.authority, kind);
  }

  @Test
  void a_campaign_is_planned_opened_followed_and_closed() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil ana = town.pupil(town.here, "Ana");
    LendingTown.Pupil bob = town.pupil(town.here, "Bob");
    LendingTown.Pupil elsewhere = town.pupil(town.there, "Eve");
    LendingTown.Device first = town.device(town.here);
    LendingTown.Device second = town.device(town.here);
    LendingTown.Device other = town.device(town.there);
    town.lend(first, ana, town.here);
    town.lend(second, bob, town.here);
    town.lend(other, elsewhere, town.there);
    UUID id = draft(manager, town, Audience.EVERYBODY);

    assertThat(as(manager, () -> campaigns.preview(campaigns.find(id).orElseThrow()).expected()))
        .containsOnlyKeys("TG3")
        .containsEntry("TG3", 2);
    assertThat(as(town.manager(town.there), () -> campaigns.find(id))).isEmpty();
    assertThat(as(town.manager(town.there), () -> campaigns.open(id))).isEmpty();
    assertThat(as(manager, () -> campaigns.open(id))).contains(2);
    assertThat(as(manager, () -> campaigns.open(id))).contains(0);
    assertThat(notices(town, "CONVOCATION")).hasSize(2).allMatch(f -> f.contains("au CDI"));
    assertThat(figures(standing(manager, id).total()))
        .isEqualTo("2 expected, 0 returned, 0 damaged, 0 gone, 2 missing");

    scan(town.agent(town.here), town.checkIn(town.here, second.tag()));
    town.run("update device set condition_grade = 'DAMAGED' where id = ?", second.id());
    Campaigns.Standing now = standing(manager, id);

    assertThat(figures(now.total()))
        .isEqualTo("2 expected, 1 returned, 1 damaged, 0 gone, 1 missing");
    assertThat(now.hours()).hasSize(1);
    assertThat(now.hours().get(0).returned()).isEqualTo(1);
    assertThat(now.remaining())
        .extracting(CampaignBoard.Remaining::assetTag)
        .containsExactly(first.tag());
    Path file = Files.createTempDirectory("campaign").resolve("f.pdf");
    assertThat(as(manager, () -> papers.poster(id, file))).isTrue();
    assertThat(as(manager, () -> papers.report(id, file))).isTrue();
    assertThat(Files.readAllBytes(file)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(as(manager, () -> campaigns.close(id))).contains(true);
    assertThat(as(manager, () -> campaigns.find(id).orElseThrow().state()))
        .isEqualTo(Campaign.State.CLOSED);
  }

  @Test
  void the_board_costs_the_same_few_statements_whatever_it_counts() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    for (int i = 0; i < 12; i++) {
      town.lend(town.device(town.here), town.pupil(town.here, "P" + i), town.here);
    }
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));
    Campaign campaign = as(manager, () -> campaigns.find(id).orElseThrow());
    assertThat(
            StatementCount.selects(database, () -> as(manager, () -> campaigns.standing(campaign))))
        .isLessThanOrEqualTo(5);
  }

  @Test
  void only_who_leaves_is_called_when_the_campaign_is_for_leavers() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil leaver = town.pupil(town.here, "Ana");
    town.lend(town.device(town.here), leaver, town.here);
    town.lend(town.device(town.here), town.pupil(town.here, "Bob"), town.here);
    town.run("update pupil set status = 'LEFT', left_on = current_date where id = ?", leaver.id());
    UUID id = draft(manager, town, Audience.LEAVERS);
    assertThat(as(manager, () -> campaigns.open(id))).contains(1);
  }

  /** The class came in any order, and two of it had swapped: Bob brought Ana's. */
  @Test
  void a_swap_that_nobody_saw_is_mended() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil ana = town.pupil(town.here, "Ana");
    LendingTown.Pupil bob = town.pupil(town.here, "Bob");
    LendingTown.Device anas = town.device(town.here);
    LendingTown.Device bobs = town.device(town.here);
    town.lend(anas, ana, town.here);
    town.lend(bobs, bob, town.here);
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));
    scan(town.agent(town.here), town.checkIn(town.here, anas.tag()));

    assertThat(
            as(
                manager,
                () -> campaigns.candidates(campaigns.find(id).orElseThrow(), bobs.publicId())))
        .hasSize(1);
    assertThat(as(manager, () -> campaigns.mendSwap(id, bobs.publicId(), bob.publicId())))
        .contains(false);
    assertThat(as(manager, () -> campaigns.mendSwap(id, bobs.publicId(), ana.publicId())))
        .contains(true);
    assertThat(as(manager, () -> campaigns.mendSwap(id, bobs.publicId(), ana.publicId())))
        .contains(false);

    assertThat(town.loans(bobs)).containsExactly("CLOSED Bob SWAPPED", "OPEN Ana");
    assertThat(town.state(bobs)).isEqualTo("ON_LOAN");
    CampaignBoard.Remaining left = standing(manager, id).remaining().get(0);
    assertThat(left.pupilName()).isEqualTo("Essai Ana");
    assertThat(left.expectedOf()).contains("Essai Bob");
    scan(town.agent(town.here), town.checkIn(town.here, bobs.tag()));
    assertThat(standing(manager, id).total().missing()).isZero();
  }

  @Test
  void what_remains_is_reminded_once_a_step_and_no_more_when_closed() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    town.lend(town.device(town.here), town.pupil(town.here, "Ana"), town.here);
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));
    job.work();
    assertThat(notices(town, "CAMPAIGN_REMAINS")).isEmpty();

    ended(id, town, 2);
    job.work();
    job.work();
    assertThat(notices(town, "CAMPAIGN_REMAINS")).hasSize(1);
    ended(id, town, 20);
    job.work();
    assertThat(notices(town, "CAMPAIGN_LAST")).hasSize(1);
    as(manager, () -> campaigns.close(id));
    ended(id, town, 10);
    job.work();
    assertThat(notices(town, "CAMPAIGN_REMAINS")).hasSize(1);
    assertThat(roleOf(manager)).isEqualTo(Role.LOAN_MANAGER);
  }

  private static void ended(UUID id, LendingTown town, int daysAgo) throws SQLException {
    town.run(
        "update return_campaign set ends_on = current_date - interval "
            + daysAgo
            + " day where public_id = ?",
        id.toString());
  }
}
