package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.count.CountDesk;
import fr.gestmat.lending.boundary.count.StockCounts;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.control.count.CountAnswer;
import fr.gestmat.lending.control.count.CountBook;
import fr.gestmat.lending.control.count.CountFinding;
import fr.gestmat.lending.control.count.CountOpening;
import fr.gestmat.lending.control.count.CountReply;
import fr.gestmat.lending.control.count.CountScan;
import fr.gestmat.lending.control.count.CountView;
import fr.gestmat.lending.control.export.ExportFormat;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.School;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** L108: an inventory by scan on the real database, with several agents at once. */
class StockCountInContainerIT extends DeskTest {

  private static final Instant STATION = Instant.parse("2026-11-23T09:42:00Z");

  @Inject private StockCounts counts;
  @Inject private CountDesk stations;
  @Inject private Downloads downloads;

  private UUID open(LendingTown town, Caller manager, boolean countsReturns, Caller... agents)
      throws Exception {
    return open(town, manager, countsReturns, "", agents);
  }

  private UUID open(
      LendingTown town, Caller manager, boolean countsReturns, String storage, Caller... agents)
      throws Exception {
    List<UUID> asked = new ArrayList<>();
    for (Caller agent : agents) {
      account(town, agent, town.here);
      asked.add(agent.accountPublicId());
    }
    Answer<UUID> answer =
        acting.as(
            manager,
            roleOf(manager),
            () ->
                counts.open(
                    new CountOpening(
                        town.here.uai(), "Juin", storage, Optional.empty(), countsReturns, asked)));
    return ((Answer.Done<UUID>) answer).value();
  }

  /** An account with the grants that the caller holds, as the administration would make it. */
  private static void account(LendingTown town, Caller who, School school) throws SQLException {
    town.run(
        "insert into account (id, public_id, authority_id, login, display_name, created_at)"
            + " values (?, ?, ?, ?, ?, utc_timestamp(6))",
        who.accountId(),
        who.accountPublicId().toString(),
        town.authority,
        "essai-" + who.accountId(),
        who.name());
    town.run(
        "insert into role_grant (id, public_id, account_id, role, school_id, granted_at,"
            + " granted_by) values (?, uuid(), ?, 'LOAN_AGENT', ?, utc_timestamp(6), 'Essai')",
        who.accountId(),
        who.accountId(),
        school.id());
  }

  private CountReply send(Caller who, CountScan scan) throws Exception {
    return acting.as(who, roleOf(who), () -> stations.scan(scan));
  }

  private CountAnswer count(Caller who, UUID count, String code) throws Exception {
    return answer(send(who, new CountScan(UUID.randomUUID(), count, code, STATION)));
  }

  private static CountAnswer answer(CountReply reply) {
    assertThat(reply).isInstanceOf(CountReply.Answered.class);
    return ((CountReply.Answered) reply).answer();
  }

  private StockCounts.Card card(Caller who, UUID count) throws Exception {
    return acting.as(who, roleOf(who), () -> counts.find(count)).orElseThrow();
  }

  private Answer<UUID> close(Caller manager, UUID count, boolean allTheSame) throws Exception {
    return acting.as(manager, roleOf(manager), () -> counts.close(count, allTheSame)).orElseThrow();
  }

  private List<String> tags(Caller who, UUID count, CountView view) throws Exception {
    return acting
        .as(who, roleOf(who), () -> counts.devices(count, view, ""))
        .orElseThrow()
        .devices()
        .stream()
        .map(CountBook.Device::tag)
        .toList();
  }

  @Test
  void l108_found_missing_unexpected_and_elsewhere() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device found = town.device(town.here);
    Device damaged = town.device(town.here, "TO_CHECK");
    Device missing = town.device(town.here);
    Device leaving = town.device(town.here);
    Device away = town.device(town.there);
    Device lent = town.device(town.here);
    town.lend(lent, town.pupil(town.here, "Ada"), town.here);
    Device broken = town.device(town.here, "IN_REPAIR");
    Device lost = town.device(town.here, "LOST");
    UUID count = open(town, manager, false);
    Device late = town.device(town.here);

    assertThat(count(manager, count, found.tag()).finding()).isEqualTo(CountFinding.FOUND);
    assertThat(count(manager, count, damaged.tag()).finding()).isEqualTo(CountFinding.FOUND);
    CountAnswer onLoan = count(manager, count, lent.tag());
    assertThat(onLoan.finding()).isEqualTo(CountFinding.ON_LOAN);
    assertThat(onLoan.values()).containsExactly("Ada Essai, TG3");
    CountAnswer elsewhere = count(manager, count, away.tag());
    assertThat(elsewhere.finding()).isEqualTo(CountFinding.OTHER_SCHOOL);
    assertThat(elsewhere.values()).containsExactly("Lycée de là-bas");
    assertThat(count(manager, count, broken.tag()).finding()).isEqualTo(CountFinding.IN_REPAIR);
    assertThat(count(manager, count, lost.tag()).finding()).isEqualTo(CountFinding.LOST);
    assertThat(count(manager, count, late.tag()).finding()).isEqualTo(CountFinding.ARRIVED_SINCE);
    assertThat(count(manager, count, "SN-404").finding()).isEqualTo(CountFinding.UNKNOWN);
    assertThat(count(manager, count, "  " + found.tag().toLowerCase() + " ").finding())
        .as("again, by a code typed otherwise")
        .isEqualTo(CountFinding.AGAIN);
    town.run("update device set place_school_id = ? where id = ?", town.there.id(), leaving.id());

    CountBook.Progress progress = card(manager, count).progress();
    assertThat(progress).isEqualTo(new CountBook.Progress(4, 2, 1, 1, 5, 1, 0));
    assertThat(tags(manager, count, CountView.UNSEEN)).containsExactly(missing.tag());
    assertThat(tags(manager, count, CountView.MOVED)).containsExactly(leaving.tag());
    assertThat(tags(manager, count, CountView.UNEXPECTED)).hasSize(5).contains(away.tag());

    assertThat(close(manager, count, false)).isInstanceOf(Answer.Done.class);
    assertThat(card(manager, count).progress())
        .isEqualTo(new CountBook.Progress(4, 2, 1, 1, 5, 1, 0));
    assertThat(town.state(missing)).as("nothing happens by itself").isEqualTo("IN_STOCK");
    assertThat(
            town.value(
                "select concat(last_seen_by, ' ', last_seen_school_id) from device where id = ?",
                found.id()))
        .isEqualTo(manager.name() + " " + town.here.id());
    assertThat(town.value("select last_seen_by from device where id = ?", missing.id())).isEmpty();
    assertThat(town.journal(found)).containsExactly("COUNTED");
    assertThat(count(manager, count, missing.tag()).finding())
        .as("kept, and changes nothing")
        .isEqualTo(CountFinding.TOO_LATE);
    assertThat(tags(manager, count, CountView.UNSEEN)).containsExactly(missing.tag());
    assertThat(((Answer.Refused<UUID>) close(manager, count, true)).reasons().get(0).code())
        .isEqualTo("closedAlready");
  }

  @Test
  void l108_the_same_scan_again_changes_nothing_and_another_body_is_a_conflict() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device device = town.device(town.here);
    UUID count = open(town, manager, false);
    CountScan scan = new CountScan(UUID.randomUUID(), count, device.tag(), STATION);

    CountReply first = send(manager, scan);
    CountReply again = send(manager, scan);

    assertThat(again).isEqualTo(first);
    assertThat(answer(again).finding()).isEqualTo(CountFinding.FOUND);
    assertThat(send(manager, new CountScan(scan.scanId(), count, "T-000000", STATION)))
        .isInstanceOf(CountReply.SameIdOtherBody.class);
    UUID other = open(town, manager, false);
    assertThat(send(manager, new CountScan(scan.scanId(), other, device.tag(), STATION)))
        .isInstanceOf(CountReply.SameIdOtherBody.class);
    assertThat(
            town.value(
                "select count(*) from stock_count_scan s join stock_count c on c.id ="
                    + " s.count_id where c.authority_id = ?",
                town.authority))
        .isEqualTo("1");
    assertThat(town.journal(device)).containsExactly("COUNTED");
  }

  @Test
  void l108_only_assigned_agents_scan_and_others_find_no_count() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Caller assigned = town.agent(town.here);
    Caller colleague = town.agent(town.here);
    Caller stranger = town.agent(town.there);
    Device device = town.device(town.here);
    UUID count = open(town, manager, false, assigned);
    account(town, colleague, town.here);

    CountScan scan = new CountScan(UUID.randomUUID(), count, device.tag(), STATION);
    assertThat(send(colleague, scan)).isInstanceOf(CountReply.NotThere.class);
    assertThat(send(stranger, scan)).isInstanceOf(CountReply.NotThere.class);
    assertThat(acting.as(stranger, Role.LOAN_AGENT, () -> counts.find(count))).isEmpty();
    assertThat(card(colleague, count).mayScan()).isFalse();
    assertThat(answer(send(assigned, scan)).finding()).isEqualTo(CountFinding.FOUND);

    acting.as(
        manager,
        Role.LOAN_MANAGER,
        () -> counts.assign(count, List.of(colleague.accountPublicId())));
    assertThat(count(colleague, count, device.tag()).values().get(0)).isEqualTo(assigned.name());
    assertThat(card(manager, count).agents())
        .as("who has scanned stays, who has not goes")
        .extracting(a -> a.account())
        .containsExactlyInAnyOrder(assigned.accountId(), colleague.accountId());
  }

  @Test
  void l108_closing_waits_for_agents_who_have_not_said_that_all_is_sent() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Caller agent = town.agent(town.here);
    Device device = town.device(town.here);
    UUID count = open(town, manager, false, agent);
    count(agent, count, device.tag());

    Answer<UUID> refused = close(manager, count, false);
    assertThat(((Answer.Refused<UUID>) refused).reasons())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.code()).isEqualTo("agentUnderWay");
              assertThat(r.data()).containsExactly(agent.name());
            });
    assertThat(acting.as(agent, Role.LOAN_AGENT, () -> counts.finish(count))).isTrue();
    count(agent, count, device.tag());
    assertThat(close(manager, count, false))
        .as("a scan takes it back that all was sent")
        .isInstanceOf(Answer.Refused.class);
    acting.as(agent, Role.LOAN_AGENT, () -> counts.finish(count));
    assertThat(close(manager, count, false)).isInstanceOf(Answer.Done.class);
  }

  @Test
  void l108_a_return_at_the_home_school_counts_if_the_count_says_so() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device shelf = town.device(town.here);
    Device lent = town.device(town.here);
    town.lend(lent, town.pupil(town.here, "Ada"), town.here);
    UUID count = open(town, manager, true);

    scan(town.agent(town.here), town.checkIn(town.here, shelf.tag()));
    scan(town.agent(town.here), town.checkIn(town.here, lent.tag()));

    assertThat(card(manager, count).progress())
        .isEqualTo(new CountBook.Progress(1, 1, 0, 0, 0, 0, 0));
    assertThat(tags(manager, count, CountView.FOUND)).containsExactly(shelf.tag(), lent.tag());
    assertThat(count(manager, count, shelf.tag()).finding()).isEqualTo(CountFinding.AGAIN);

    LendingTown other = LendingTown.found(database);
    Device untouched = other.device(other.here);
    Caller there = other.manager(other.here);
    UUID strict = open(other, there, false);
    scan(other.agent(other.here), other.checkIn(other.here, untouched.tag()));
    assertThat(card(there, strict).progress().unseen()).as("not asked for").isEqualTo(1);
  }

  @Test
  void a_count_of_one_storage_place_expects_only_what_is_there() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device shelf = town.device(town.here);
    Device other = town.device(town.here);
    town.run("update device set storage = 'C3' where id = ?", other.id());
    UUID count = open(town, manager, false, "B12");

    assertThat(card(manager, count).progress().expected()).isEqualTo(1);
    assertThat(count(manager, count, shelf.tag()).finding()).isEqualTo(CountFinding.FOUND);
    CountAnswer answer = count(manager, count, other.tag());
    assertThat(answer.finding()).isEqualTo(CountFinding.OTHER_ROOM);
    assertThat(answer.values()).containsExactly("C3");
  }

  @RepeatedTest(5)
  void l108_several_agents_at_once_count_each_device_once() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tags.add(town.device(town.here).tag());
    }
    Caller[] agents = {town.agent(town.here), town.agent(town.here), town.agent(town.here)};
    UUID count = open(town, manager, false, agents);
    for (int i = 0; i < 2; i++) {
      tags.add(town.device(town.here).tag());
    }
    CyclicBarrier start = new CyclicBarrier(agents.length);
    List<Future<List<CountFinding>>> work = new ArrayList<>();
    for (Caller agent : agents) {
      work.add(
          acting.begin(
              agent,
              Role.LOAN_AGENT,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                List<CountFinding> said = new ArrayList<>();
                for (String tag : tags) {
                  said.add(
                      answer(stations.scan(new CountScan(UUID.randomUUID(), count, tag, STATION)))
                          .finding());
                }
                return said;
              }));
    }
    List<CountFinding> all = new ArrayList<>();
    for (Future<List<CountFinding>> one : work) {
      all.addAll(one.get(60, TimeUnit.SECONDS));
    }

    assertThat(all).filteredOn(f -> f == CountFinding.FOUND).hasSize(8);
    assertThat(all).filteredOn(f -> f == CountFinding.ARRIVED_SINCE).hasSize(2);
    assertThat(all).filteredOn(f -> f == CountFinding.AGAIN).hasSize(20);
    assertThat(card(manager, count).progress())
        .isEqualTo(new CountBook.Progress(8, 8, 0, 0, 2, 0, 0));
    assertThat(
            town.value(
                "select count(*) from journal_entry where authority_id = ? and action = 'COUNTED'",
                town.authority))
        .isEqualTo("10");
  }

  @RepeatedTest(5)
  void l108_a_scan_at_the_instant_of_closing_counts_or_is_kept_as_too_late() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Caller agent = town.agent(town.here);
    Device device = town.device(town.here);
    UUID count = open(town, manager, false, agent);
    CyclicBarrier start = new CyclicBarrier(2);
    Future<CountReply> scanned =
        acting.begin(
            agent,
            Role.LOAN_AGENT,
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return stations.scan(new CountScan(UUID.randomUUID(), count, device.tag(), STATION));
            });
    Future<Optional<Answer<UUID>>> closed =
        acting.begin(
            manager,
            Role.LOAN_MANAGER,
            () -> {
              start.await(30, TimeUnit.SECONDS);
              return counts.close(count, true);
            });

    CountFinding finding = answer(scanned.get(60, TimeUnit.SECONDS)).finding();
    assertThat(closed.get(60, TimeUnit.SECONDS).orElseThrow()).isInstanceOf(Answer.Done.class);
    assertThat(finding).isIn(CountFinding.FOUND, CountFinding.TOO_LATE);
    assertThat(
            town.value(
                "select finding from stock_count_device k where k.device_id = ?", device.id()))
        .isEqualTo(finding == CountFinding.FOUND ? "FOUND" : "MISSING");
  }

  @Test
  void the_report_holds_devices_and_unknown_codes() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device found = town.device(town.here);
    Device missing = town.device(town.here);
    UUID count = open(town, manager, false);
    count(manager, count, found.tag());
    count(manager, count, "=CMD");
    close(manager, count, false);

    UUID file =
        acting
            .as(manager, Role.LOAN_MANAGER, () -> stations.report(count, ExportFormat.CSV))
            .orElseThrow();
    String text =
        acting.as(
            manager,
            Role.LOAN_MANAGER,
            () ->
                new String(
                    downloads.open(file).orElseThrow().content().readAllBytes(),
                    StandardCharsets.UTF_8));
    assertThat(text)
        .contains("Trouvé;" + found.tag())
        .contains("Manquant;" + missing.tag())
        .contains("Code inconnu;'=CMD");
    assertThat(
            acting.as(
                town.manager(town.there),
                Role.LOAN_MANAGER,
                () -> stations.report(count, ExportFormat.XLSX)))
        .isEmpty();
  }

  @Test
  void a_scan_costs_few_statements() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device device = town.device(town.here);
    UUID count = open(town, manager, false);
    count(manager, count, device.tag());

    long selects = StatementCount.selects(database, () -> count(manager, count, device.tag()));

    assertThat(selects).as("the count with its agent and answer, then the device").isEqualTo(2);
  }
}
