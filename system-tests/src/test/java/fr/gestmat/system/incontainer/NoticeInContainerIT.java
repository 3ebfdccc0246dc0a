package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.lending.boundary.reminder.DueDates;
import fr.gestmat.lending.control.reminder.AgreementReminders;
import fr.gestmat.lending.control.reminder.ForgettingJob;
import fr.gestmat.lending.control.reminder.ReminderJob;
import fr.gestmat.lending.control.reminder.ReturnMailJob;
import fr.gestmat.lending.control.reminder.ReturnMails;
import fr.gestmat.notice.boundary.MailBook;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PaperNotices;
import fr.gestmat.notice.boundary.ReminderChoice;
import fr.gestmat.notice.control.MailLinks;
import fr.gestmat.notice.control.NoticePurge;
import fr.gestmat.notice.control.PaperRows;
import fr.gestmat.notice.entity.MailState;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.notice.entity.RecipientKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What families are told, from the scan to the mail server. The server's own jobs may do the same
 * work meanwhile: what counts is what was done, not who did it.
 */
class NoticeInContainerIT extends MailTest {

  @Inject private Outbox outbox;
  @Inject private Transactions transactions;
  @Inject private ReminderJob reminders;
  @Inject private AgreementReminders.Job agreements;
  @Inject private ReturnMails returns;
  @Inject private ReturnMailJob returnJob;
  @Inject private ForgettingJob forgetting;
  @Inject private NoticePurge purge;
  @Inject private DueDates dueDates;
  @Inject private MailBook mails;
  @Inject private PaperNotices paper;
  @Inject private ReminderChoice choice;
  @Inject private MailLinks links;
  @Resource private ManagedExecutorService threads;

  private void queue(LendingTown.Pupil pupil, NoticeKind kind, String batch) {
    queue(pupil.id(), kind, batch, Map.of("device", "Portable", "tag", "T-9", "due", "demain"));
  }

  private void queue(long pupil, NoticeKind kind, String batch, Map<String, String> facts) {
    transactions.ofItsOwn(
        () -> {
          outbox.queue(
              new NewNotice(
                  town.authority, town.here.id(), kind, pupil, null, batch, facts, Instant.now()));
          return null;
        });
  }

  @Test
  void one_mail_tells_a_guardian_everything_of_a_batch_brothers_and_sisters_together()
      throws Exception {
    LendingTown.Pupil lea = town.pupil(town.here, "Léa");
    LendingTown.Pupil tom = town.pupil(town.here, "Tom");
    String address = "maud" + town.authority + "@exemple.invalid";
    guardian(address, lea, tom);
    queue(lea, NoticeKind.DUE_SOON, "a");
    queue(tom, NoticeKind.DUE_SOON, "a");
    queue(tom, NoticeKind.DUE_SOON, "b");

    work(() -> trap.to(address).size() == 2 && nothingWaits());

    assertThat(states()).containsExactly(address + " SENT", address + " SENT");
    String both =
        trap.to(address).stream()
            .map(SmtpTrap.Received::source)
            .filter(source -> source.contains("Tom") && source.contains("L=C3=A9a"))
            .findFirst()
            .orElseThrow();
    assertThat(both).contains("multipart/alternative", "text/plain", "text/html", "Auto-Submitted");
  }

  @Test
  void several_servers_send_each_mail_once() throws Exception {
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      LendingTown.Pupil pupil = town.pupil(town.here, "P" + i);
      String address = "p" + i + "." + town.authority + "@exemple.invalid";
      guardian(address, pupil);
      addresses.add(address);
      queue(pupil, NoticeKind.DUE_SOON, "many");
    }
    List<Future<?>> servers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      servers.add(threads.submit(() -> mailJob.work()));
    }
    for (Future<?> server : servers) {
      server.get();
    }
    work(this::nothingWaits);

    for (String address : addresses) {
      assertThat(trap.to(address)).as(address).hasSize(1);
    }
  }

  /** The server under test may send 1,200 mails a minute: one every 50 ms. */
  @Test
  @DisplayName("M-I06 all servers together keep to the pace of mails, the next one waits")
  void mails_keep_to_a_pace() throws Exception {
    int mails = 40;
    for (int i = 0; i < mails; i++) {
      guardian(
          "p" + i + ".pace" + town.authority + "@exemple.invalid", town.pupil(town.here, "P" + i));
    }
    for (String pupil :
        town.column("select id from pupil where school_id = ? order by id", town.here.id())) {
      queue(
          Long.parseLong(pupil),
          NoticeKind.DUE_SOON,
          "pace",
          Map.of("device", "Portable", "tag", "T-9", "due", "demain"));
    }
    List<Future<?>> servers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      servers.add(threads.submit(() -> mailJob.work()));
    }
    for (Future<?> server : servers) {
      server.get();
    }
    work(this::nothingWaits);

    List<Instant> at =
        trap.to(".pace" + town.authority + "@").stream()
            .map(SmtpTrap.Received::at)
            .sorted()
            .toList();
    assertThat(at).hasSize(mails);
    // The first may have been held up on its way, by half a second at most.
    assertThat(Duration.between(at.get(0), at.get(mails - 1)))
        .isGreaterThan(Duration.ofMillis(50L * (mails - 1) - 500));
  }

  @Test
  void a_mail_that_fails_is_shown_tried_again_and_blocks_nobody() throws Exception {
    String end = town.authority + "@exemple.invalid";
    LendingTown.Pupil first = town.pupil(town.here, "Ana");
    LendingTown.Pupil second = town.pupil(town.here, "Bob");
    LendingTown.Pupil third = town.pupil(town.here, "Cyd");
    guardian("unknown" + end, first);
    guardian("full" + end, second);
    guardian("good" + end, third);
    queue(first, NoticeKind.DUE_SOON, "x");
    queue(second, NoticeKind.DUE_SOON, "x");
    queue(third, NoticeKind.DUE_SOON, "x");

    work(this::nothingWaits);

    assertThat(states())
        .containsExactly(
            "full" + end + " WAITING", "good" + end + " SENT", "unknown" + end + " FAILED");
    MailBook.Line failed =
        acting.as(
            town.manager(town.here),
            Role.LOAN_MANAGER,
            () -> mails.page(MailState.FAILED, Long.MAX_VALUE).get(0));
    assertThat(failed.failure().orElseThrow()).contains("no such person");
    assertThat(
            acting.as(
                town.manager(town.there),
                Role.LOAN_MANAGER,
                () -> mails.retry(failed.id()) || !mails.counts().isEmpty()))
        .isFalse();
    assertThat(
            acting.as(town.manager(town.here), Role.LOAN_MANAGER, () -> mails.retry(failed.id())))
        .isTrue();
    assertThat(states()).contains("unknown" + end + " WAITING");
  }

  /** L099. */
  @Test
  void a_notice_that_cannot_be_told_is_discarded_with_its_reason_and_the_next_one_goes()
      throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "ana" + town.authority + "@exemple.invalid";
    guardian(address, pupil);
    LendingTown.Pupil alone = town.pupil(town.here, "Seul");
    queue(999_999_999_999L, NoticeKind.DUE_SOON, "x", Map.of());
    queue(pupil.id(), NoticeKind.DUE_SOON, "x", Map.of());
    town.run(
        "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, batch, facts,"
            + " ready_at, created_at) values (next value for notice_seq, uuid(), ?, ?,"
            + " 'OF_A_LATER_RELEASE', ?, 'x', 'no json', utc_timestamp(6), utc_timestamp(6))",
        town.authority,
        town.here.id(),
        pupil.id());
    queue(alone, NoticeKind.DUE_SOON, "x");
    queue(pupil, NoticeKind.DUE_SOON, "x");

    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(notices())
        .containsExactlyInAnyOrder(
            "DUE_SOON DISCARDED NO_PUPIL",
            "DUE_SOON DISCARDED UNREADABLE",
            "OF_A_LATER_RELEASE DISCARDED UNREADABLE",
            "DUE_SOON PAPER NO_ADDRESS",
            "DUE_SOON MAILED");
  }

  @Test
  void families_without_an_address_get_a_letter_to_print() throws Exception {
    queue(town.pupil(town.here, "Seul"), NoticeKind.OVERDUE, "x");
    work(this::nothingWaits);
    Path file = Files.createTempDirectory("letters").resolve("l.pdf");
    acting.as(
        town.manager(town.here),
        Role.LOAN_MANAGER,
        () -> {
          PaperNotices.Overview waits = paper.of(town.here.uai()).orElseThrow();
          assertThat(waits.classes()).hasSize(1);
          assertThat(waits.classes().get(0).name()).isEqualTo("TG3");
          assertThat(waits.unreachable()).hasSize(1);
          assertThat(paper.print(town.here.uai(), waits.upTo(), file)).isTrue();
          assertThat(paper.of(town.there.uai())).isEmpty();
          assertThat(paper.printed(town.here.uai(), waits.upTo()))
              .contains(new PaperRows.Printed(1, 0));
          return null;
        });
    assertThat(Files.readAllBytes(file))
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    assertThat(notices()).containsExactly("OVERDUE PRINTED NO_ADDRESS");
  }

  @Test
  void who_turned_reminders_off_still_learns_what_concerns_the_loan() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "off" + town.authority + "@exemple.invalid";
    long guardian = guardian(address, pupil);
    MailLinks.Reader reader = new MailLinks.Reader(RecipientKind.GUARDIAN, guardian);
    String token = (String) transactions.ofItsOwn(() -> links.token(reader)).value();

    assertThat(choice.choose(token.replaceFirst("G", "P"), false)).isFalse();
    assertThat(choice.choose("G1." + "A".repeat(43), false)).isFalse();
    assertThat(choice.choose(token, false)).isTrue();
    assertThat(choice.choose(token, false)).isTrue();
    assertThat(choice.wanted(token)).contains(false);
    queue(pupil, NoticeKind.DUE_SOON, "x");
    queue(
        pupil.id(),
        NoticeKind.DUE_DATE_CHANGED,
        "x",
        Map.of("device", "P", "tag", "T", "due", "demain"));
    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(notices())
        .containsExactlyInAnyOrder("DUE_SOON PAPER REFUSED", "DUE_DATE_CHANGED MAILED");
    assertThat(choice.choose(token, true)).isTrue();
    assertThat(choice.wanted(token)).contains(true);
  }

  @Test
  void what_is_rolled_back_is_never_told() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    Transactions.Ended ended =
        transactions.ofItsOwn(
            () -> {
              outbox.queue(
                  new NewNotice(
                      town.authority,
                      town.here.id(),
                      NoticeKind.DUE_SOON,
                      pupil.id(),
                      null,
                      "x",
                      Map.of(),
                      Instant.now()));
              throw new IllegalStateException("the scan was refused");
            });
    assertThat(ended.failure()).isNotNull();
    assertThat(notices()).isEmpty();
    assertThatThrownBy(
            () ->
                outbox.queue(
                    new NewNotice(
                        1, 1, NoticeKind.DUE_SOON, 1, null, "x", Map.of(), Instant.now())))
        .isNotNull();
  }

  /** L091, and L019: the scans know nothing of mails. */
  @Test
  void a_desks_session_is_confirmed_in_one_mail_once_it_is_over() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "back" + town.authority + "@exemple.invalid";
    guardian(address, pupil);
    LendingTown.Device one = town.device(town.here);
    LendingTown.Device two = town.device(town.here);
    LendingTown.Device undone = town.device(town.here);
    town.lend(one, pupil, town.here);
    town.lend(two, pupil, town.here);
    town.lend(undone, pupil, town.here);
    var agent = town.agent(town.here);
    scan(agent, town.checkIn(town.here, one.tag()));
    scan(agent, town.checkIn(town.here, two.tag()));
    var mistake = town.checkIn(town.here, undone.tag());
    scan(agent, mistake);
    undo(agent, mistake.scanId());

    assertThat(returns.over()).noneMatch(s -> s.account() == agent.accountId());
    town.run(
        "update scan set recorded_at = recorded_at - interval 30 minute where account_id = ?",
        agent.accountId());
    List<ReturnMails.Session> over =
        returns.over().stream().filter(s -> s.account() == agent.accountId()).toList();
    List<ReturnMails.Session> withABadOne = new ArrayList<>(over);
    withABadOne.add(0, new ReturnMails.Session(-1, -1, agent.accountId(), Instant.now()));
    returnJob.confirm(withABadOne);
    returnJob.confirm(over);
    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(states()).containsExactly(address + " SENT");
    assertThat(trap.to(address).get(0).source())
        .contains(one.tag(), two.tag())
        .doesNotContain(undone.tag());
    assertThat(returns.over()).noneMatch(s -> s.account() == agent.accountId());
  }

  /** L099, L100. */
  @Test
  void reminders_go_once_a_step_grouped_and_stop_when_the_device_is_back() throws Exception {
    LendingTown.Pupil lea = town.pupil(town.here, "Léa");
    LendingTown.Pupil tom = town.pupil(town.here, "Tom");
    String address = "due" + town.authority + "@exemple.invalid";
    guardian(address, lea, tom);
    LendingTown.Device first = town.device(town.here);
    LendingTown.Device second = town.device(town.here);
    LendingTown.Device lost = town.device(town.here);
    long loan = town.lend(first, lea, town.here);
    town.lend(second, tom, town.here);
    town.lend(lost, tom, town.here, "LOST", "LOST");
    town.run(
        "update loan set due_on = current_date + interval 2 day where authority_id = ?",
        town.authority);

    reminders.remind(town.authority);
    reminders.remind(town.authority);
    assertThat(notices()).hasSize(2);
    scan(town.agent(town.here), town.checkIn(town.here, second.tag()));
    work(() -> trap.to(address).size() == 1 && nothingWaits());

    assertThat(notices())
        .containsExactlyInAnyOrder("DUE_SOON MAILED", "DUE_SOON DISCARDED OUT_OF_DATE");
    assertThat(trap.to(address).get(0).source())
        .contains(first.tag())
        .doesNotContain(second.tag(), lost.tag());
    town.run("update loan set due_on = current_date - interval 8 day where id = ?", loan);
    reminders.remind(town.authority);
    reminders.remind(town.authority);
    assertThat(notices()).filteredOn(n -> n.startsWith("OVERDUE")).hasSize(1);
  }

  /** L097. */
  @Test
  void a_changed_date_is_told_and_begins_its_own_reminders() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    LendingTown.Device device = town.device(town.here);
    long loan = town.lend(device, pupil, town.here);
    town.run("update loan set due_on = current_date + interval 2 day where id = ?", loan);
    UUID id = UUID.fromString(town.value("select public_id from loan where id = ?", loan));
    int version = Integer.parseInt(town.value("select version from loan where id = ?", loan));
    LocalDate later = LocalDate.parse(town.value("select current_date + interval 3 day"));
    reminders.remind(town.authority);

    assertThat(change(town.manager(town.there), id, version, later)).isEmpty();
    assertThat(change(town.manager(town.here), id, version, later).orElseThrow())
        .isInstanceOf(Answer.Done.class);
    assertThat(change(town.manager(town.here), id, version, later).orElseThrow())
        .isInstanceOf(Answer.Stale.class);
    reminders.remind(town.authority);

    assertThat(town.value("select due_on from loan where id = ?", loan))
        .isEqualTo(later.toString());
    assertThat(town.journal(device)).containsExactly("DUE_DATE_CHANGED");
    assertThat(notices()).hasSize(3);
    assertThat(town.column("select due_on from loan_step where loan_id = ? order by due_on", loan))
        .hasSize(2);
    town.run("update loan set state = 'LOST' where id = ?", loan);
    town.run("update device set state = 'LOST' where id = ?", device.id());
    assertThat(change(town.manager(town.here), id, version + 1, later).orElseThrow())
        .isInstanceOf(Answer.Refused.class);
  }

  private Optional<Answer<UUID>> change(
      fr.gestmat.access.Caller who, UUID id, int version, LocalDate later) throws Exception {
    return acting.as(
        who, Role.LOAN_MANAGER, () -> dueDates.change(id, version, Optional.of(later)));
  }

  @Test
  void who_has_to_sign_is_told_and_reminded_once_a_step_until_the_signature_is_there()
      throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    String address = "sign" + town.authority + "@exemple.invalid";
    guardian(address, pupil);
    town.run(
        "insert into agreement_text (id, public_id, authority_id, name, number, title, body,"
            + " saved_at, saved_by) values (next value for agreement_text_seq, uuid(), ?, 'T', 1,"
            + " 'T', 'T', utc_timestamp(6), 'Essai')",
        town.authority);
    town.run(
        "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id,"
            + " code, issued_at, issued_by) select next value for loan_agreement_seq, uuid(), ?, ?,"
            + " ?, id, left(concat('X', authority_id, '00000000000'), 11), utc_timestamp(6),"
            + " 'Essai' from agreement_text where authority_id = ?",
        town.authority,
        town.here.id(),
        pupil.id(),
        town.authority);

    agreements.remind(town.authority);
    agreements.remind(town.authority);
    work(() -> trap.to(address).size() == 1 && nothingWaits());
    assertThat(notices()).as("as soon as it is issued").containsExactly("AGREEMENT_TO_SIGN MAILED");

    for (int week = 0; week < 2; week++) {
      town.run(
          "update loan_agreement set issued_at = issued_at - interval 7 day where authority_id = ?",
          town.authority);
      agreements.remind(town.authority);
    }
    town.run(
        "update loan_agreement set pupil_signed_at = utc_timestamp(6), guardian_signed_at ="
            + " utc_timestamp(6) where authority_id = ?",
        town.authority);
    agreements.remind(town.authority);
    work(this::nothingWaits);
    assertThat(notices()).hasSize(3);
  }

  private void owe(LendingTown.Pupil pupil, LendingTown.Device device, String loan)
      throws SQLException {
    town.run(
        "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
            + " loan_id, reason, amount, state, created_at, created_by, changed_at) values"
            + " (next value for recovery_charge_seq, uuid(), ?, ?, ?, ?, ?, 'Essai', 10,"
            + " 'PROPOSED', utc_timestamp(6), 'Essai', utc_timestamp(6))",
        town.authority,
        town.here.id(),
        pupil.id(),
        device.id(),
        loan);
  }

  @Test
  void mails_and_notices_of_long_ago_are_removed_and_those_that_may_still_go_stay()
      throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    guardian("maud@exemple.fr", pupil);
    long old = told(pupil, "SENT", 401);
    long recent = told(pupil, "SENT", 399);
    long waiting = told(pupil, "WAITING", 401);
    town.run(
        "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, batch, facts,"
            + " ready_at, state, created_at) values (next value for notice_seq, uuid(), ?, ?,"
            + " 'RETURNED', ?, 'paper', '{}', utc_timestamp(6) - interval 401 day, 'PAPER',"
            + " utc_timestamp(6) - interval 401 day)",
        town.authority,
        town.here.id(),
        pupil.id());

    purge.step(town.authority);
    assertThat(purge.step(town.authority)).as("again").isEqualTo(new NoticePurge.Removed(0, 0));

    assertThat(
            town.column("select id from mail where authority_id = ? order by id", town.authority))
        .doesNotContain(Long.toString(old))
        .containsExactly(Long.toString(recent), Long.toString(waiting));
    assertThat(town.value("select count(*) from notice where authority_id = ?", town.authority))
        .isEqualTo("2");
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'NOTICES_PURGED'",
                town.authority))
        .containsExactly("{\"mails\":1,\"notices\":2}");
  }

  /** A mail of so many days ago, with the one notice that it told; its id. */
  private long told(LendingTown.Pupil pupil, String state, int daysAgo) throws Exception {
    long mail = Long.parseLong(town.value("select next value for mail_seq"));
    long notice = Long.parseLong(town.value("select next value for notice_seq"));
    town.run(
        "insert into notice (id, public_id, authority_id, school_id, kind, pupil_id, batch, facts,"
            + " ready_at, state, created_at) values (?, uuid(), ?, ?, 'RETURNED', ?, ?, '{}',"
            + " utc_timestamp(6) - interval ? day, 'MAILED', utc_timestamp(6) - interval ? day)",
        notice,
        town.authority,
        town.here.id(),
        pupil.id(),
        "old:" + mail,
        daysAgo,
        daysAgo);
    town.run(
        "insert into mail (id, public_id, authority_id, school_id, recipient_kind, recipient_id,"
            + " recipient_name, address, batch, state, next_attempt_at, created_at, finished_at)"
            + " values (?, uuid(), ?, ?, 'PUPIL', ?, 'Ana', 'ana@exemple.invalid', ?, ?,"
            + " utc_timestamp(6) + interval 9 day, utc_timestamp(6) - interval ? day,"
            + " if(? = 'SENT', utc_timestamp(6) - interval ? day, null))",
        mail,
        town.authority,
        town.here.id(),
        pupil.id(),
        "old:" + mail,
        state,
        daysAgo,
        state,
        daysAgo);
    town.run("insert into mail_notice (mail_id, notice_id) values (?, ?)", mail, notice);
    return mail;
  }

  private void rememberFor(int months) throws Exception {
    town.run(
        "update lending_policy set personal_data_months = ? where authority_id = ?",
        months,
        town.authority);
  }

  /** L101. */
  @Test
  void old_loans_forget_their_pupil_once_but_not_while_a_debt_is_open() throws Exception {
    LendingTown.Pupil pupil = town.pupil(town.here, "Ana");
    LendingTown.Device device = town.device(town.here);
    town.history(device, pupil, 3);
    String indebted = town.value("select max(id) from loan where authority_id = ?", town.authority);
    owe(pupil, device, indebted);
    rememberFor(120);
    assertThat(forgetting.forget(town.authority)).as("by policy").isZero();
    rememberFor(12);

    forgetting.forget(town.authority);
    forgetting.forget(town.authority);

    assertThat(
            town.value(
                "select concat_ws(' ', count(*), count(pupil_id), count(forgotten_at),"
                    + " max(school_id) = ?) from loan where authority_id = ?",
                town.here.id(),
                town.authority))
        .isEqualTo("3 1 2 1");
    town.run("update recovery_charge set state = 'CANCELLED' where loan_id = ?", indebted);
    forgetting.forget(town.authority);
    assertThat(
            town.value("select count(pupil_id) from loan where authority_id = ?", town.authority))
        .isEqualTo("0");
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'LOANS_FORGOTTEN'",
                town.authority))
        .containsExactlyInAnyOrder("{\"loans\":2}", "{\"loans\":1}");
  }
}
