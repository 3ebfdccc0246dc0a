package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.boundary.stock.Downloads;
import fr.gestmat.lending.boundary.transfer.SlipDesk;
import fr.gestmat.lending.boundary.transfer.Transfers;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.transfer.SlipAnswer;
import fr.gestmat.lending.control.transfer.SlipBook;
import fr.gestmat.lending.control.transfer.SlipFinding;
import fr.gestmat.lending.control.transfer.SlipState;
import fr.gestmat.lending.control.transfer.TransferForm;
import fr.gestmat.system.incontainer.LendingTown.Device;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Devices that travel on a slip from one place to another, on the real database. */
class TransferInContainerIT extends DeskTest {

  /** It stays where it is after all. */
  private static final Wish KEPT =
      new Wish(Declaration.TRANSFER_CANCELLED, "", "", Optional.empty(), Optional.empty(), false);

  @Inject private Transfers transfers;
  @Inject private SlipDesk slips;
  @Inject private Downloads downloads;
  @Inject private Declarations declarations;

  private UUID open(LendingTown town, Caller who, boolean forGood) throws Exception {
    Answer<UUID> answer =
        acting.as(
            who,
            roleOf(who),
            () ->
                transfers.open(
                    new TransferForm(
                        town.here.uai(), town.there.uai(), forGood, Optional.empty(), "")));
    return ((Answer.Done<UUID>) answer).value();
  }

  private SlipFinding add(Caller who, UUID slip, String code) throws Exception {
    return acting
        .as(who, roleOf(who), () -> slips.scan(slip, UUID.randomUUID(), code))
        .map(SlipAnswer::finding)
        .orElseThrow();
  }

  private Transfers.Card card(Caller who, UUID slip) throws Exception {
    return acting.as(who, roleOf(who), () -> transfers.find(slip)).orElseThrow();
  }

  private int send(Caller who, UUID slip) throws Exception {
    return done(acting.as(who, roleOf(who), () -> transfers.send(slip)).orElseThrow());
  }

  private static int done(Answer<Integer> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<Integer>) answer).value();
  }

  private static String refused(Answer<Integer> answer) {
    return ((Answer.Refused<Integer>) answer).reasons().get(0).code();
  }

  private List<SlipBook.Fate> fates(Caller who, UUID slip) throws Exception {
    return card(who, slip).devices().stream().map(SlipBook.Device::fate).toList();
  }

  @Test
  void what_may_be_put_on_a_slip_and_what_may_not() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device good = town.device(town.here);
    Device damaged = town.device(town.here, "TO_CHECK");
    Device away = town.device(town.there);
    Device lost = town.device(town.here, "LOST");
    Device lent = town.device(town.here);
    town.lend(lent, town.pupil(town.here, "Ada"), town.here);
    UUID slip = open(town, manager, true);

    assertThat(add(manager, slip, good.tag())).isEqualTo(SlipFinding.ADDED);
    assertThat(add(manager, slip, good.tag())).isEqualTo(SlipFinding.AGAIN);
    assertThat(add(manager, slip, damaged.tag())).isEqualTo(SlipFinding.ADDED);
    assertThat(add(manager, slip, away.tag())).isEqualTo(SlipFinding.NOT_HERE);
    assertThat(add(manager, slip, lost.tag())).isEqualTo(SlipFinding.NOT_IN_STOCK);
    assertThat(add(manager, slip, lent.tag())).isEqualTo(SlipFinding.ON_LOAN);
    assertThat(add(manager, slip, "SN-404")).isEqualTo(SlipFinding.UNKNOWN);
    assertThat(add(manager, open(town, manager, true), good.tag()))
        .isEqualTo(SlipFinding.OTHER_SLIP);
    UUID scan = UUID.randomUUID();
    Device resent = town.device(town.here);
    for (int i = 0; i < 2; i++) {
      assertThat(
              acting
                  .as(manager, Role.LOAN_MANAGER, () -> slips.scan(slip, scan, resent.tag()))
                  .orElseThrow()
                  .finding())
          .as("sent twice by a station, answered alike")
          .isEqualTo(SlipFinding.ADDED);
    }
    assertThat(card(manager, slip).slip().devices()).isEqualTo(3);
    acting.as(manager, Role.LOAN_MANAGER, () -> transfers.remove(slip, damaged.publicId()));
    assertThat(card(manager, slip).slip().devices()).isEqualTo(2);
    assertThat(town.state(good)).as("not sent yet").isEqualTo("IN_STOCK");
    Caller stranger = town.agent(town.there);
    assertThat(
            acting.as(
                stranger, Role.LOAN_AGENT, () -> slips.scan(slip, UUID.randomUUID(), good.tag())))
        .as("the receiver puts nothing on it")
        .isEmpty();
  }

  @Test
  void l037_sent_and_received_by_scan_the_slip_follows() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device one = town.device(town.here);
    Device two = town.device(town.here);
    Device meanwhile = town.device(town.here);
    UUID slip = open(town, manager, true);
    add(manager, slip, one.tag());
    add(manager, slip, two.tag());
    add(manager, slip, meanwhile.tag());
    town.lend(meanwhile, town.pupil(town.here, "Ada"), town.here);

    assertThat(send(manager, slip)).isEqualTo(2);
    assertThat(town.state(one)).isEqualTo("IN_TRANSIT");
    assertThat(fates(manager, slip))
        .containsExactly(SlipBook.Fate.TRAVELLING, SlipBook.Fate.TRAVELLING, SlipBook.Fate.SKIPPED);
    assertThat(card(manager, slip).slip().state()).isEqualTo(SlipState.SENT);

    Caller there = town.agent(town.there);
    assertThat(said(scan(there, town.checkIn(town.there, one.tag())))).startsWith("OK ");
    assertThat(card(manager, slip).slip().travelling()).isEqualTo(1);
    var last = town.checkIn(town.there, two.tag());
    scan(there, last);
    assertThat(card(manager, slip).slip().state()).isEqualTo(SlipState.RECEIVED);
    undo(there, last.scanId());
    assertThat(card(manager, slip).slip().state())
        .as("an arrival that is undone is on its way again")
        .isEqualTo(SlipState.SENT);
    Caller boss = town.manager(town.there);
    assertThat(
            done(acting.as(boss, Role.LOAN_MANAGER, () -> transfers.receive(slip)).orElseThrow()))
        .isEqualTo(1);
    assertThat(card(boss, slip).slip().state()).isEqualTo(SlipState.RECEIVED);
    assertThat(
            town.value(
                "select concat_ws(' ', state, home_school_id, place_school_id) from device"
                    + " where id = ?",
                two.id()))
        .isEqualTo("IN_STOCK " + town.there.id() + " " + town.there.id());
    assertThat(town.journal(two)).containsExactly("SENT", "ARRIVED", "SCAN_UNDONE", "ARRIVED");
  }

  @Test
  void l038_sending_twice_changes_nothing_and_cancelling_stamps_a_reason() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device arrived = town.device(town.here);
    Device device = town.device(town.here);
    UUID slip = open(town, manager, true);
    add(manager, slip, device.tag());
    add(manager, slip, arrived.tag());
    send(manager, slip);
    String sentAt =
        town.value("select sent_at from site_transfer where public_id = ?", slip.toString());

    assertThat(send(manager, slip)).isEqualTo(-1);
    assertThat(town.value("select sent_at from site_transfer where public_id = ?", slip.toString()))
        .isEqualTo(sentAt);
    assertThat(town.value("select transit_sent_at from device where id = ?", device.id()))
        .isEqualTo(sentAt);
    scan(town.agent(town.there), town.checkIn(town.there, arrived.tag()));

    assertThat(
            refused(
                acting
                    .as(manager, Role.LOAN_MANAGER, () -> transfers.cancel(slip, "  "))
                    .orElseThrow()))
        .isEqualTo("reasonMissing");
    assertThat(
            done(
                acting
                    .as(manager, Role.LOAN_MANAGER, () -> transfers.cancel(slip, "Camion en panne"))
                    .orElseThrow()))
        .isEqualTo(1);
    assertThat(
            done(
                acting
                    .as(manager, Role.LOAN_MANAGER, () -> transfers.cancel(slip, "Autre motif"))
                    .orElseThrow()))
        .as("again changes nothing")
        .isEqualTo(-1);
    assertThat(card(manager, slip).slip().cancelReason()).contains("Camion en panne");
    assertThat(
            town.value(
                "select concat_ws(' ', state, home_school_id, coalesce(transit_transfer_id, '-'))"
                    + " from device where id = ?",
                device.id()))
        .as("back with the sender, and the sender's again")
        .isEqualTo("IN_STOCK " + town.here.id() + " -");
    assertThat(
            town.value(
                "select concat_ws(' ', state, place_school_id) from device where id = ?",
                arrived.id()))
        .as("what has arrived stays")
        .isEqualTo("IN_STOCK " + town.there.id());
    assertThat(fates(manager, slip))
        .containsExactlyInAnyOrder(SlipBook.Fate.CANCELLED, SlipBook.Fate.ARRIVED);
  }

  @Test
  void a_device_that_a_desk_or_its_page_keeps_back_is_the_sender_s_again() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Caller agent = town.agent(town.here);
    Device scanned = town.device(town.here);
    Device declared = town.device(town.here);
    UUID slip = open(town, manager, true);
    add(manager, slip, scanned.tag());
    add(manager, slip, declared.tag());
    send(manager, slip);
    assertThat(home(town, scanned)).isEqualTo(town.there.id());

    ScanRequest kept =
        town.scan(ScanMode.CHECK_IN, town.here, scanned.tag(), null, "CANCEL_TRANSFER");
    assertThat(said(scan(agent, kept))).isEqualTo("OK TRANSFER_CANCELLED");
    assertThat(home(town, scanned)).isEqualTo(town.here.id());
    assertThat(
            acting
                .as(
                    manager,
                    Role.LOAN_MANAGER,
                    () ->
                        declarations.declare(
                            declared.publicId(), version(town, declared), Optional.empty(), KEPT))
                .orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(home(town, declared)).isEqualTo(town.here.id());
    assertThat(fates(manager, slip))
        .containsExactly(SlipBook.Fate.CANCELLED, SlipBook.Fate.CANCELLED);

    assertThat(said(answered(undo(agent, kept.scanId())))).isEqualTo("OK UNDONE");
    acting.as(
        manager,
        Role.LOAN_MANAGER,
        () -> declarations.undo(declared.publicId(), version(town, declared)));
    for (Device device : List.of(scanned, declared)) {
      assertThat(town.state(device)).isEqualTo("IN_TRANSIT");
      assertThat(home(town, device)).isEqualTo(town.there.id());
    }
    assertThat(fates(manager, slip))
        .containsExactly(SlipBook.Fate.TRAVELLING, SlipBook.Fate.TRAVELLING);
  }

  @Test
  void a_device_sent_for_good_without_a_slip_is_the_sender_s_again_when_it_stays()
      throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller region = town.region();
    Caller agent = town.agent(town.here);
    Device device = town.device(town.here);
    Wish given = new Wish(Declaration.SENT, "", "", Optional.empty(), Optional.empty(), true);
    assertThat(
            acting
                .as(
                    region,
                    Role.REGION_MANAGER,
                    () ->
                        declarations.declare(
                            device.publicId(),
                            version(town, device),
                            Optional.of(town.there.uai()),
                            given))
                .orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(home(town, device)).isEqualTo(town.there.id());

    for (int i = 0; i < 2; i++) {
      ScanRequest kept =
          town.scan(ScanMode.CHECK_IN, town.here, device.tag(), null, "CANCEL_TRANSFER");
      assertThat(said(scan(agent, kept))).isEqualTo("OK TRANSFER_CANCELLED");
      assertThat(home(town, device)).isEqualTo(town.here.id());
      assertThat(said(answered(undo(agent, kept.scanId())))).isEqualTo("OK UNDONE");
      assertThat(home(town, device)).isEqualTo(town.there.id());
    }
  }

  private static long home(LendingTown town, Device device) throws Exception {
    return Long.parseLong(
        town.value("select home_school_id from device where id = ?", device.id()));
  }

  private static int version(LendingTown town, Device device) throws Exception {
    return Integer.parseInt(town.value("select version from device where id = ?", device.id()));
  }

  @Test
  void lists_and_slips_are_seen_at_both_ends_only() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device device = town.device(town.here);
    UUID slip = open(town, manager, false);
    add(manager, slip, device.tag());
    String code = card(manager, slip).slip().code();

    for (String text : List.of(code, device.tag(), "")) {
      assertThat(
              acting
                  .as(
                      town.agent(town.there),
                      Role.LOAN_AGENT,
                      () ->
                          transfers.list(
                              new SlipBook.Filter(
                                  Optional.of(SlipState.PREPARED), Optional.empty(), text),
                              Long.MAX_VALUE))
                  .transfers())
          .extracting(SlipBook.Line::id)
          .containsExactly(slip);
    }
    LendingTown other = LendingTown.found(database);
    assertThat(acting.as(other.region(), Role.REGION_MANAGER, () -> transfers.find(slip)))
        .isEmpty();
    UUID file = acting.as(manager, Role.LOAN_MANAGER, () -> slips.print(slip)).orElseThrow();
    byte[] pdf =
        acting.as(
            manager,
            Role.LOAN_MANAGER,
            () -> downloads.open(file).orElseThrow().content().readAllBytes());
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    assertThat(acting.as(town.manager(town.there), Role.LOAN_MANAGER, () -> transfers.send(slip)))
        .as("the receiver does not send")
        .isEmpty();
  }

  @RepeatedTest(5)
  void a_device_gets_on_one_slip_only_however_many_scan_it() throws Exception {
    LendingTown town = LendingTown.found(database);
    Caller manager = town.manager(town.here);
    Device device = town.device(town.here);
    List<UUID> both = List.of(open(town, manager, true), open(town, manager, true));
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<Optional<SlipAnswer>>> work = new ArrayList<>();
    for (UUID slip : both) {
      work.add(
          acting.begin(
              manager,
              Role.LOAN_MANAGER,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return slips.scan(slip, UUID.randomUUID(), device.tag());
              }));
    }
    List<SlipFinding> findings = new ArrayList<>();
    for (Future<Optional<SlipAnswer>> one : work) {
      findings.add(one.get(60, TimeUnit.SECONDS).orElseThrow().finding());
    }
    assertThat(findings).containsExactlyInAnyOrder(SlipFinding.ADDED, SlipFinding.OTHER_SLIP);
    assertThat(
            town.value(
                "select count(*) from site_transfer_device where device_id = ?", device.id()))
        .isEqualTo("1");
  }
}
