package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.campaign.CampaignPapers;
import fr.gestmat.lending.boundary.campaign.Campaigns;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.campaign.Campaign;
import fr.gestmat.lending.control.campaign.Campaign.Audience;
import fr.gestmat.lending.control.campaign.Campaign.Plan;
import fr.gestmat.lending.control.campaign.CampaignBoard;
import fr.gestmat.lending.control.campaign.CampaignJob;
import fr.gestmat.lending.control.desk.ScanRequest;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

  private int opened(Caller who, UUID id) throws Exception {
    return as(who, () -> ((Answer.Done<Integer>) campaigns.open(id).orElseThrow()).value());
  }

  private Campaigns.Standing standing(Caller who, UUID id) throws Exception {
    return as(who, () -> campaigns.standing(campaigns.find(id).orElseThrow(), Optional.empty()));
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
    assertThat(opened(manager, id)).isEqualTo(2);
    assertThat(opened(manager, id)).isZero();
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
            StatementCount.selects(
                database, () -> as(manager, () -> campaigns.standing(campaign, Optional.empty()))))
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
    assertThat(opened(manager, id)).isEqualTo(1);
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

    assertThat(town.loans(bobs)).containsExactlyInAnyOrder("CLOSED Bob SWAPPED", "OPEN Ana");
    assertThat(notices(town, "RETURNED"))
        .as("Bob's family learns that the loan is over")
        .hasSize(1)
        .allMatch(facts -> facts.contains(bobs.tag()));
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

  /** June's campaign, closed or forgotten, says nothing of who has the device in September. */
  @Test
  void a_campaign_knows_nothing_of_who_has_the_device_later() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil ana = town.pupil(town.here, "Ana");
    LendingTown.Pupil zoe = town.pupil(town.here, "Zoé");
    LendingTown.Device back = town.device(town.here);
    LendingTown.Device out = town.device(town.here);
    town.lend(back, ana, town.here);
    town.lend(out, town.pupil(town.here, "Bob"), town.here);
    UUID june = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(june));
    scan(town.agent(town.here), town.checkIn(town.here, back.tag()));
    scan(town.agent(town.here), town.checkOut(town.here, back.tag(), zoe));
    assertThat(town.loans(back)).containsExactlyInAnyOrder("CLOSED Ana RETURNED", "OPEN Zoé");

    assertThat(figures(standing(manager, june).total()))
        .isEqualTo("2 expected, 1 returned, 0 damaged, 0 gone, 1 missing");
    assertThat(missing(manager, june)).containsExactly("Essai Bob " + out.tag());
    ended(june, town, 20);
    job.work();
    assertThat(notices(town, "CAMPAIGN_LAST"))
        .hasSize(1)
        .allMatch(facts -> facts.contains(out.tag()));
    assertThat(mended(manager, june, back, ana)).contains(false);

    as(manager, () -> campaigns.close(june));
    scan(town.agent(town.here), town.checkIn(town.here, out.tag()));
    scan(town.agent(town.here), town.checkOut(town.here, out.tag(), ana));
    town.run("update device set condition_grade = 'DAMAGED' where id = ?", back.id());

    assertThat(figures(standing(manager, june).total()))
        .isEqualTo("2 expected, 1 returned, 0 damaged, 0 gone, 1 missing");
    assertThat(missing(manager, june)).containsExactly("Essai Bob " + out.tag());
    assertThat(standing(manager, june).hours()).hasSize(1);
    assertThat(mended(manager, june, out, zoe)).contains(false);
  }

  private List<String> missing(Caller who, UUID id) throws Exception {
    return standing(who, id).remaining().stream()
        .map(one -> one.pupilName() + " " + one.assetTag())
        .toList();
  }

  private Optional<Boolean> mended(
      Caller who, UUID id, LendingTown.Device device, LendingTown.Pupil pupil) throws Exception {
    return as(who, () -> campaigns.mendSwap(id, device.publicId(), pupil.publicId()));
  }

  /** L015: the swap that the desk sees; what took the loan's place is waited for. */
  @Test
  void l015_a_swap_at_the_desk_is_followed_and_its_undoing_too() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil bob = town.pupil(town.here, "Bob");
    LendingTown.Device anas = town.device(town.here);
    LendingTown.Device bobs = town.device(town.here);
    town.lend(anas, town.pupil(town.here, "Ana"), town.here);
    town.lend(bobs, bob, town.here);
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));

    ScanRequest swap = town.scan(ScanMode.CHECK_IN, town.here, anas.tag(), bob, "SWAP_HOLDERS");
    Caller agent = town.agent(town.here);
    scan(agent, swap);
    assertThat(missing(manager, id)).containsExactly("Essai Ana " + bobs.tag());
    undo(agent, swap.scanId());
    assertThat(missing(manager, id))
        .containsExactly("Essai Ana " + anas.tag(), "Essai Bob " + bobs.tag());
  }

  @Test
  void a_mended_swap_goes_on_under_the_agreement_and_date_of_who_has_it() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    LendingTown.Pupil ana = town.pupil(town.here, "Ana");
    LendingTown.Device anas = town.device(town.here);
    LendingTown.Device bobs = town.device(town.here);
    long own = town.lend(anas, ana, town.here);
    long wrong = town.lend(bobs, town.pupil(town.here, "Bob"), town.here);
    town.run("update loan set due_on = '2031-07-01' where id = ?", own);
    town.run("update loan set due_on = '2029-07-01' where id = ?", wrong);
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));
    scan(town.agent(town.here), town.checkIn(town.here, anas.tag()));
    long agreement = town.signed(ana);
    town.run("update loan set agreement_id = ? where id = ?", agreement, own);

    assertThat(mended(manager, id, bobs, ana)).contains(true);
    assertThat(
            town.value(
                "select concat_ws(' ', agreement_id, due_on) from loan where device_id = ? and"
                    + " state = 'OPEN'",
                bobs.id()))
        .isEqualTo(agreement + " 2031-07-01");
  }

  /** Late classes too, and devices beyond what a page names. */
  @Test
  void what_is_missing_is_counted_and_listed_by_class_however_much_it_is() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    for (int i = 0; i < Campaigns.MOST + 10; i++) {
      town.lend(town.device(town.here), town.pupil(town.here, "P" + i), town.here);
    }
    LendingTown.Pupil last = town.pupil(town.here, "Zoé");
    LendingTown.Device device = town.device(town.here);
    town.lend(device, last, town.here);
    UUID id = draft(manager, town, Audience.EVERYBODY);
    as(manager, () -> campaigns.open(id));
    town.run("update return_campaign_device set class_name = 'Z9' where pupil_id = ?", last.id());
    Campaign campaign = as(manager, () -> campaigns.find(id).orElseThrow());

    assertThat(standing(manager, id).total().missing()).isEqualTo(Campaigns.MOST + 11L);
    assertThat(standing(manager, id).remaining()).hasSize(Campaigns.MOST);
    assertThat(as(manager, () -> campaigns.standing(campaign, Optional.of("Z9"))).remaining())
        .extracting(CampaignBoard.Remaining::assetTag)
        .containsExactly(device.tag());
    assertThat(as(manager, () -> campaigns.remaining(campaign, device.publicId())))
        .map(CampaignBoard.Remaining::pupilName)
        .contains("Essai Zoé");
  }

  @Test
  void no_family_is_called_for_a_time_that_is_over_or_to_two_places() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    town.lend(town.device(town.here), town.pupil(town.here, "Ana"), town.here);
    UUID late = draft(manager, town, Audience.EVERYBODY);
    UUID first = draft(manager, town, Audience.EVERYBODY);
    UUID second = draft(manager, town, Audience.EVERYBODY);
    town.run(
        "update return_campaign set starts_on = current_date - interval 8 day where public_id = ?",
        late.toString());

    assertThat(as(manager, () -> campaigns.open(late)))
        .contains(Answer.refused(Refusal.of("startsOn", "late")));
    assertThat(notices(town, "CONVOCATION")).isEmpty();
    assertThat(opened(manager, first)).isEqualTo(1);
    assertThat(as(manager, () -> campaigns.preview(campaigns.find(second).orElseThrow())))
        .satisfies(
            preview -> {
              assertThat(preview.elsewhere()).isEqualTo(1);
              assertThat(preview.expected()).isEmpty();
            });
    as(manager, () -> campaigns.close(first));
    assertThat(opened(manager, second)).isEqualTo(1);
  }

  @Test
  void who_works_at_the_desk_reads_the_board_and_changes_nothing() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Caller agent = town.agent(town.here);
    town.lend(town.device(town.here), town.pupil(town.here, "Ana"), town.here);
    UUID id = draft(manager, town, Audience.EVERYBODY);

    assertThat(as(agent, campaigns::latest)).as("a draft").isEmpty();
    assertThat(as(agent, () -> campaigns.find(id))).isEmpty();
    as(manager, () -> campaigns.open(id));
    assertThat(as(agent, campaigns::latest)).hasSize(1);
    assertThat(standing(agent, id).total().missing()).isEqualTo(1);
    assertThat(as(town.agent(town.there), () -> campaigns.find(id))).isEmpty();
    assertThat(as(agent, () -> campaigns.mayChange(campaigns.find(id).orElseThrow()))).isFalse();
    assertThatThrownBy(() -> as(agent, () -> campaigns.close(id)))
        .isInstanceOf(EJBAccessException.class);
  }

  private static void ended(UUID id, LendingTown town, int daysAgo) throws SQLException {
    town.run(
        "update return_campaign set ends_on = current_date - interval "
            + daysAgo
            + " day where public_id = ?",
        id.toString());
  }
}
