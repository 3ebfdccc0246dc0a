package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.notice.boundary.MailBook;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PaperNotices;
import fr.gestmat.notice.boundary.ReminderChoice;
import fr.gestmat.notice.control.MailLinks;
import fr.gestmat.notice.control.PaperRows;
import fr.gestmat.notice.entity.MailState;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.notice.entity.RecipientKind;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notices become mails: grouped, paced, tried again, discarded, or printed. */
class NoticeInContainerIT extends MailTest {

  @Inject private Outbox outbox;
  @Inject private Transactions transactions;
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
}
