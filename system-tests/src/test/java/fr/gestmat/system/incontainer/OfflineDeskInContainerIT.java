package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.offline.OfflineDesks;
import fr.gestmat.lending.boundary.offline.OfflineDesks.Standing;
import fr.gestmat.lending.boundary.offline.OfflineReplays;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.offline.DeskData;
import fr.gestmat.lending.control.offline.Desks;
import fr.gestmat.lending.control.offline.OfflineOperation;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.lending.control.offline.ReplayRules;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Desks without network bring back what they did, on the real database. */
class OfflineDeskInContainerIT extends DeskTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Inject private OfflineDesks desks;
  @Inject private OfflineReplays replays;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private LendingTown town;
  private Pupil ada;
  private Pupil bob;
  private Device device;
  private OfflineDesk first;
  private OfflineDesk second;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    ada = town.pupil(town.here, "Ada");
    bob = town.pupil(town.here, "Bob");
    device = town.device(town.here);
    first =
        new OfflineDesk(town.account("Zoé Agent", Role.LOAN_AGENT, town.here), Duration.ofHours(1));
    second = new OfflineDesk(town.account("Yves Agent", Role.LOAN_AGENT, town.here), Duration.ZERO);
  }

  @Test
  void l087_two_desks_with_clocks_an_hour_apart_are_replayed_in_the_order_of_what_happened()
      throws Exception {
    town.lend(device, ada, town.here);
    first.takeList();
    second.takeList();
    OfflineOperation lent = first.lends(device, bob, at(1));
    OfflineOperation returned = second.takesBack(device, at(0));

    Standing standing = first.bringsBack(lent);
    assertThat(standing.waiting()).isEqualTo(1);
    assertThat(standing.silent()).extracting(Desks.Silent::agent).containsExactly("Yves Agent");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");

    assertThat(second.bringsBack(returned).waiting()).isZero();
    assertThat(first.becameOf(lent)).isEqualTo("APPLIED LENT");
    assertThat(second.becameOf(returned)).isEqualTo("APPLIED RETURNED");
    assertThat(town.loans(device)).containsExactlyInAnyOrder("CLOSED Ada RETURNED", "OPEN Bob");
    assertThat(town.value("select max(checked_out_at) from loan where device_id = ?", device.id()))
        .as("lent when it was, by the server's clock")
        .startsWith(at(1).toString().replace('T', ' ').substring(0, 19));
    assertThat(
            town.column(
                "select actor_name from journal_entry where subject_type = 'DEVICE'"
                    + " and subject_id = ? order by id",
                device.id()))
        .containsExactly("Yves Agent", "Zoé Agent");
  }

  @Test
  void l087_registrations_come_first() throws Exception {
    Device announced = town.device(town.here, "EXPECTED");
    OfflineOperation lent = first.lends(announced, bob, at(0));
    OfflineOperation received = second.chooses("RECEIVE_DELIVERY", announced, at(1));
    first.takeList();
    second.takeList();
    OfflineOperation later = first.takesBack(device, at(2));
    first.bringsBack(lent, later);
    second.bringsBack(received, second.takesBack(device, at(3)));

    assertThat(first.becameOf(lent)).isEqualTo("APPLIED LENT");
    assertThat(second.becameOf(received)).startsWith("APPLIED ");
    assertThat(town.loans(announced)).containsExactly("OPEN Bob");
  }

  @Test
  void l088_what_is_older_than_the_device_s_last_change_is_skipped_and_all_that_follows_on_it()
      throws Exception {
    Device other = town.device(town.here);
    town.lend(device, ada, town.here);
    town.lend(other, bob, town.here);
    OfflineOperation returned = second.takesBack(device, at(0));
    OfflineOperation lentAgain = second.lends(device, bob, now.plusSeconds(3600));
    OfflineOperation serial =
        second.scans(ScanMode.CHECK_IN, "sn" + device.tag().replace("-", ""), at(2));
    OfflineOperation unconcerned = second.takesBack(other, at(1));
    scan(town.agent(town.here), town.checkIn(town.here, device.tag()));
    scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));
    List<String> truth = town.loans(device);
    String standing = town.standing(device);

    second.bringsBack(returned, lentAgain, unconcerned, serial);

    assertThat(second.becameOf(returned)).isEqualTo("SKIPPED CHANGED_SINCE");
    assertThat(second.becameOf(lentAgain)).isEqualTo("SKIPPED AFTER_SKIPPED");
    assertThat(second.becameOf(serial)).isEqualTo("SKIPPED AFTER_SKIPPED");
    assertThat(second.becameOf(unconcerned)).isEqualTo("APPLIED RETURNED");
    assertThat(town.loans(device)).isEqualTo(truth).endsWith("OPEN Ada");
    assertThat(town.standing(device)).isEqualTo(standing);
    Played shown = second.mine(returned);
    assertThat(shown.changedBy()).contains("Zoé Agent");
    assertThat(shown.changedAt().orElseThrow()).isAfter(shown.at());
  }

  @Test
  void l088_a_desk_that_comes_too_late_overwrites_nothing_newer() throws Exception {
    town.lend(device, ada, town.here);
    first.takeList();
    second.takeList();
    OfflineOperation returned = first.takesBack(device, at(1));
    first.bringsBack(returned);
    assertThat(first.mine(returned).state()).isEqualTo(Played.State.WAITING);

    acting.as(first.agent, Role.LOAN_AGENT, () -> replays.now(town.here.uai()));
    assertThat(first.becameOf(returned)).isEqualTo("APPLIED RETURNED");
    OfflineOperation older = second.takesBack(device, at(0));
    OfflineOperation newer = second.lends(town.device(town.here), bob, at(2));
    second.bringsBack(older, newer);

    assertThat(second.becameOf(older)).isEqualTo("SKIPPED CHANGED_SINCE");
    assertThat(second.becameOf(newer)).isEqualTo("APPLIED LENT");
  }

  @Test
  void l088_what_a_late_desk_did_after_a_replayed_return_is_not_older_than_it() throws Exception {
    town.lend(device, ada, town.here);
    OfflineOperation returned = first.takesBack(device, now.minusSeconds(7200));
    first.bringsBack(returned);
    first.becameOf(returned);

    OfflineOperation lent = second.lends(device, bob, now.minusSeconds(3600));
    second.bringsBack(lent);

    assertThat(second.becameOf(lent))
        .as("replayed later, but made before")
        .isEqualTo("APPLIED LENT");
  }

  @Test
  void l090_a_card_number_or_a_login_is_enough_and_the_promised_day_is_kept() throws Exception {
    String login = login(bob);
    Device another = town.device(town.here);
    LocalDate promised = LocalDate.now().plusDays(40);
    OfflineOperation byCard = first.lendsTo("card" + ada.id(), device, promised, at(0));
    OfflineOperation byLogin = first.lendsTo(login, another, promised, at(1));
    OfflineOperation toNobody = first.lendsTo("personne", town.device(town.here), promised, at(2));

    first.bringsBack(byCard, byLogin, toNobody);

    assertThat(first.becameOf(byCard)).isEqualTo("APPLIED LENT");
    assertThat(first.becameOf(byLogin)).isEqualTo("APPLIED LENT");
    assertThat(first.becameOf(toNobody)).isEqualTo("REFUSED PUPIL_UNKNOWN");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.loans(another)).containsExactly("OPEN Bob");
    assertThat(town.value("select due_on from loan where device_id = ?", device.id()))
        .isEqualTo(promised.toString());
  }

  @Test
  void l061_l090_a_promised_day_that_cannot_hold_is_moved_at_the_replay_and_said()
      throws Exception {
    LocalDate sunday = LocalDate.now().plusDays(40).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    LocalDate leaves = sunday.minusDays(11); // a Wednesday
    town.run("update pupil set left_on = ? where id = ?", leaves, bob.id());
    Device another = town.device(town.here);
    OfflineOperation closed = first.lendsTo("card" + ada.id(), device, sunday, at(0));
    OfflineOperation tooLate = first.lendsTo("card" + bob.id(), another, sunday, at(1));

    first.bringsBack(closed, tooLate);

    assertMoved(closed, device, sunday, sunday.minusDays(2));
    assertMoved(tooLate, another, sunday, leaves);
  }

  /** The loan, the device, the journal and what the agent is told of a day that was moved. */
  private void assertMoved(OfflineOperation lent, Device what, LocalDate promised, LocalDate due)
      throws Exception {
    assertThat(first.becameOf(lent)).isEqualTo("APPLIED LENT");
    assertThat(town.value("select due_on from loan where device_id = ?", what.id()))
        .isEqualTo(due.toString());
    assertThat(town.state(what)).isEqualTo("ON_LOAN");
    assertThat(town.journal(what)).containsExactly("LENT");
    assertThat(first.mine(lent).answer().orElseThrow().reasons())
        .extracting(said -> said.reason() + " " + String.join(" ", said.values()))
        .contains("LENT_UNTIL " + due, "PROMISE_MOVED " + promised);
  }

  @Test
  void l090_a_replay_that_is_sent_twice_has_one_effect() throws Exception {
    town.lend(device, ada, town.here);
    OfflineOperation returned = first.takesBack(device, at(0));
    first.bringsBack(returned);
    assertThat(first.becameOf(returned)).isEqualTo("APPLIED RETURNED");
    List<String> journal = town.journal(device);

    assertThat(first.bringsBack(returned, returned).waiting()).isZero();
    acting.as(first.agent, Role.LOAN_AGENT, () -> replays.now(town.here.uai()));

    assertThat(first.becameOf(returned)).isEqualTo("APPLIED RETURNED");
    assertThat(town.journal(device)).isEqualTo(journal).containsExactly("RETURNED");
  }

  /** The network went while a scan was on its way: it was recorded, but the desk does not know. */
  @Test
  void l090_a_scan_that_was_recorded_although_the_desk_did_not_hear_of_it_is_not_played_again()
      throws Exception {
    town.lend(device, ada, town.here);
    OfflineOperation returned = second.takesBack(device, now);
    ScanRequest request = town.checkIn(town.here, device.tag());
    scan(
        second.agent,
        new ScanRequest(
            returned.scanId(),
            request.mode(),
            request.school(),
            returned.code(),
            null,
            returned.scannedAt(),
            null,
            null,
            null,
            null,
            null,
            false));

    second.bringsBack(returned);

    assertThat(second.becameOf(returned)).isEqualTo("APPLIED RETURNED");
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  /** The desk was not prepared: it sends its scans one by one when the network is back. */
  @Test
  void l088_a_scan_that_waited_for_the_network_does_not_end_a_loan_that_began_meanwhile()
      throws Exception {
    town.lend(device, ada, town.here);
    ScanRequest returned = town.checkIn(town.here, device.tag());
    scan(town.agent(town.here), town.checkIn(town.here, device.tag()));
    scan(town.agent(town.here), town.checkOut(town.here, device.tag(), bob));
    String standing = town.standing(device);
    List<String> journal = town.journal(device);

    ScanAnswer answer = late(second, returned, Duration.ofHours(2));

    assertThat(said(answer)).isEqualTo("REFUSED CHANGED_SINCE");
    assertThat(answer.reasons().get(0).values()).last().isEqualTo("Zoé Agent");
    assertThat(Instant.parse(answer.reasons().get(0).values().get(0))).isAfterOrEqualTo(now);
    assertThat(answer.device().orElseThrow().state().name()).isEqualTo("ON_LOAN");
    assertThat(town.loans(device)).containsExactlyInAnyOrder("CLOSED Ada RETURNED", "OPEN Bob");
    assertThat(town.standing(device)).isEqualTo(standing);
    assertThat(town.journal(device)).isEqualTo(journal);
    assertThat(
            town.value(
                "select concat(outcome, ' ', timestampdiff(minute, made_at, recorded_at)) from scan"
                    + " where scan_id = ?",
                returned.scanId().toString()))
        .as("kept for the session of its agent")
        .isEqualTo("REFUSED 120");

    assertThat(late(second, returned, Duration.ofHours(3))).isEqualTo(answer);
    assertThat(late(second, returned, Duration.ZERO)).isEqualTo(answer);
    assertThat(said(late(second, town.checkIn(town.here, device.tag()), Duration.ZERO)))
        .as("scanned again at the counter it is decided as ever")
        .isEqualTo("OK RETURNED");
  }

  @Test
  void l088_l090_a_late_scan_of_a_device_that_did_not_change_is_done_once() throws Exception {
    town.lend(device, ada, town.here);
    ScanRequest returned = town.checkIn(town.here, device.tag());
    ScanRequest lent = town.checkOut(town.here, device.tag(), bob);
    ScanRequest older = town.checkIn(town.here, device.tag());

    ScanAnswer done = late(second, returned, Duration.ofHours(2));
    assertThat(said(done)).isEqualTo("OK RETURNED");
    assertThat(said(late(second, lent, Duration.ofHours(1))))
        .as("the return before it came late too, and counts when it was made")
        .startsWith("OK LENT");
    assertThat(late(second, returned, Duration.ofHours(2))).isEqualTo(done);
    assertThat(said(late(second, older, Duration.ofMinutes(90))))
        .isEqualTo("REFUSED CHANGED_SINCE");

    assertThat(town.loans(device)).containsExactlyInAnyOrder("CLOSED Ada RETURNED", "OPEN Bob");
    assertThat(town.journal(device)).containsExactly("RETURNED", "LENT");
  }

  @Test
  void l088_what_comes_within_seconds_is_decided_as_of_now() throws Exception {
    town.lend(device, ada, town.here);
    scan(town.agent(town.here), town.checkIn(town.here, device.tag()));

    assertThat(
            said(
                late(
                    second,
                    town.checkIn(town.here, device.tag()),
                    ReplayRules.TOLERANCE.minusMillis(1))))
        .isEqualTo("WARNING ALREADY_RETURNED");
  }

  /** A return that went out at once was decided a moment after it was made. */
  @Test
  void l088_what_stood_before_a_late_scan_in_its_own_queue_is_no_change_since() throws Exception {
    Device other = town.device(town.here);
    town.lend(device, ada, town.here);
    town.lend(other, bob, town.here);
    scan(second.agent, town.checkIn(town.here, device.tag()));
    scan(first.agent, town.checkIn(town.here, other.tag()));
    Thread.sleep(1500);
    Duration age = ReplayRules.TOLERANCE.plusMillis(100);

    assertThat(said(late(second, town.checkOut(town.here, device.tag(), bob), age)))
        .startsWith("OK LENT");
    assertThat(said(late(second, town.checkOut(town.here, other.tag(), ada), age)))
        .as("somebody else's return in the same moment is one")
        .isEqualTo("REFUSED CHANGED_SINCE");
  }

  private ScanAnswer late(OfflineDesk from, ScanRequest request, Duration age) throws Exception {
    return answered(acting.as(from.agent, Role.LOAN_AGENT, () -> desk.scan(request, age)));
  }

  @Test
  void who_lost_the_right_meanwhile_changes_nothing() throws Exception {
    town.lend(device, ada, town.here);
    OfflineOperation returned = first.takesBack(device, at(0));
    second.takeList();
    first.bringsBack(returned);
    town.run("delete from role_grant where account_id = ?", first.agent.accountId());

    acting.as(second.agent, Role.LOAN_AGENT, () -> replays.now(town.here.uai()));

    assertThat(first.becameOf(returned)).isEqualTo("REFUSED NO_RIGHT");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
  }

  @Test
  void a_list_names_the_school_s_pupils_only_and_the_journal_says_who_took_it() throws Exception {
    Pupil stranger = town.pupil(town.there, "Carl");
    town.lend(device, stranger, town.here);
    Device held = town.device(town.here);
    town.lend(held, ada, town.here);
    town.device(town.there);

    DeskData list = first.takeList();

    assertThat(list.pupils()).extracting(DeskData.Pupil::givenName).containsExactly("Ada", "Bob");
    assertThat(list.pupils())
        .extracting(DeskData.Pupil::full)
        .containsExactly(List.of("LAPTOP"), List.of());
    assertThat(list.devices())
        .extracting(
            d -> d.tag() + " " + d.state() + " " + d.holder().map(UUID::toString).orElse("-"))
        .containsExactly(device.tag() + " ON_LOAN -", held.tag() + " ON_LOAN " + ada.publicId());
    assertThat(Duration.between(list.at(), list.expiresAt())).isEqualTo(Duration.ofHours(14));
    assertThat(
            town.column(
                "select actor_name from journal_entry where action = 'OFFLINE_LIST_TAKEN'"
                    + " and school_id = ?",
                town.here.id()))
        .containsExactly("Zoé Agent");
  }

  @Test
  void nobody_of_another_school_takes_a_list_or_sees_a_replay() throws Exception {
    Caller stranger = town.account("Wim Ailleurs", Role.LOAN_AGENT, town.there);
    OfflineOperation returned = first.takesBack(device, at(0));
    first.bringsBack(returned);
    first.becameOf(returned);

    OfflineReplays.Book book =
        acting
            .as(first.agent, Role.LOAN_AGENT, () -> replays.book(town.here.uai(), Long.MAX_VALUE))
            .orElseThrow();
    assertThat(book.replays()).hasSize(1);
    UUID id = book.replays().get(0).id();
    assertThat(
            acting.as(
                first.agent,
                Role.LOAN_AGENT,
                () -> replays.detail(town.here.uai(), id, false, 0).orElseThrow().operations()))
        .extracting(Played::scanId)
        .containsExactly(returned.scanId());
    acting.as(
        stranger,
        Role.LOAN_AGENT,
        () -> {
          assertThat(desks.list(town.here.uai(), UUID.randomUUID())).isEmpty();
          assertThat(desks.heard(town.here.uai(), UUID.randomUUID())).isEmpty();
          assertThat(desks.mine(List.of(returned.scanId()))).isEmpty();
          assertThat(replays.book(town.here.uai(), Long.MAX_VALUE)).isEmpty();
          assertThat(replays.detail(town.there.uai(), id, false, 0)).isEmpty();
          assertThat(replays.now(town.here.uai())).isEmpty();
          return null;
        });
  }

  /** An agent's desk whose clock is so far ahead. */
  private final class OfflineDesk {
    final Caller agent;
    final Duration ahead;
    final UUID id = UUID.randomUUID();
    private int count;

    OfflineDesk(Caller agent, Duration ahead) {
      this.agent = agent;
      this.ahead = ahead;
    }

    /** Takes a list along, three hours ago, and was not heard of since. */
    DeskData takeList() throws Exception {
      DeskData list =
          acting.as(agent, Role.LOAN_AGENT, () -> desks.list(town.here.uai(), id)).orElseThrow();
      town.run(
          "update offline_desk set heard_at = utc_timestamp(6) - interval 3 hour"
              + " where desk_id = ?",
          id.toString());
      return list;
    }

    OfflineOperation takesBack(Device device, Instant at) {
      return scans(ScanMode.CHECK_IN, device.tag(), at);
    }

    OfflineOperation scans(ScanMode mode, String code, Instant at) {
      return operation(mode, code, null, null, null, null, at);
    }

    OfflineOperation chooses(String choice, Device device, Instant at) {
      return operation(ScanMode.CHECK_IN, device.tag(), null, null, choice, null, at);
    }

    OfflineOperation lends(Device device, Pupil pupil, Instant at) {
      return operation(ScanMode.CHECK_OUT, device.tag(), pupil.publicId(), null, null, null, at);
    }

    OfflineOperation lendsTo(String pupil, Device device, LocalDate due, Instant at) {
      return operation(ScanMode.CHECK_OUT, device.tag(), null, pupil, null, due, at);
    }

    private OfflineOperation operation(
        ScanMode mode,
        String code,
        UUID pupil,
        String pupilCode,
        String choice,
        LocalDate due,
        Instant at) {
      count++;
      return new OfflineOperation(
          UUID.randomUUID(),
          count,
          mode,
          code,
          pupil,
          pupilCode,
          at.plus(ahead),
          null,
          null,
          null,
          choice,
          null,
          due);
    }

    Standing bringsBack(OfflineOperation... done) throws Exception {
      return acting
          .as(
              agent,
              Role.LOAN_AGENT,
              () -> desks.handIn(town.here.uai(), id, Instant.now().plus(ahead), List.of(done)))
          .orElseThrow();
    }

    Played mine(OfflineOperation operation) throws Exception {
      return acting
          .as(agent, Role.LOAN_AGENT, () -> desks.mine(List.of(operation.scanId())))
          .get(0);
    }

    /** What became of an operation, once it was played. */
    String becameOf(OfflineOperation operation) throws Exception {
      Instant limit = Instant.now().plus(LONGEST);
      Played played = mine(operation);
      while (!played.isDone() && Instant.now().isBefore(limit)) {
        Thread.sleep(50);
        played = mine(operation);
      }
      return played.state() + played.outcome().map(why -> " " + why).orElse("");
    }
  }

  /** So many minutes after the network went, two hours ago. */
  private Instant at(int minutes) {
    return now.minus(2, ChronoUnit.HOURS).plus(minutes, ChronoUnit.MINUTES);
  }

  private String login(Pupil pupil) throws Exception {
    String login = "bob.essai." + pupil.id();
    town.run(
        "insert into account (id, public_id, authority_id, login, display_name, pupil_id,"
            + " created_at) values (next value for account_seq, uuid(), ?, ?, 'Bob', ?,"
            + " utc_timestamp(6))",
        town.authority,
        login,
        pupil.id());
    return login;
  }
}
