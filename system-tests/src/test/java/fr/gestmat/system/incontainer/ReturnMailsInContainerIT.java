package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.job.control.Leases;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.reminder.ReturnMailJob;
import fr.gestmat.lending.control.reminder.ReturnMails;
import fr.gestmat.notice.boundary.PaperNotices;
import fr.gestmat.notice.control.PaperRows;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose loan ended at a desk is told once, however it ended. */
class ReturnMailsInContainerIT extends MailTest {

  @Inject private ReturnMails mails;
  @Inject private ReturnMailJob job;
  @Inject private Transactions transactions;
  @Inject private PaperNotices paper;
  @Inject private PaperRows letters;
  @Resource private ManagedExecutorService threads;

  @Override
  protected LendingTown found() throws SQLException {
    return LendingTown.found(database, "agreement='NONE', auto_return=true");
  }

  /** Half an hour passes, and the desks' sessions are confirmed. */
  private void later(Caller... agents) throws Exception {
    halfAnHourPasses(agents);
    List<Long> accounts = new ArrayList<>();
    for (Caller agent : agents) {
      accounts.add(agent.accountId());
    }
    job.confirm(mails.over().stream().filter(s -> accounts.contains(s.account())).toList());
  }

  private void halfAnHourPasses(Caller... agents) throws SQLException {
    for (Caller agent : agents) {
      town.run(
          "update scan set recorded_at = recorded_at - interval 30 minute where account_id = ?",
          agent.accountId());
    }
  }

  private List<String> told() throws SQLException {
    return town.column(
        "select concat(u.given_name, ' ', json_value(n.facts, '$.tag'),"
            + " json_value(n.facts, '$.remark')) from notice n join pupil u on u.id = n.pupil_id"
            + " where n.authority_id = ? and n.kind = 'RETURNED' order by n.id",
        town.authority);
  }

  @Test
  @DisplayName("L051 who held a device before it was lent on is told that the loan is over")
  void the_holder_before() throws Exception {
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Device other = town.device(town.here);
    town.lend(other, town.pupil(town.here, "Cléo"), town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.checkOut(town.here, device.tag(), town.pupil(town.here, "Ben")));
    ScanRequest mistake = town.checkOut(town.here, other.tag(), town.pupil(town.here, "Dan"));
    scan(agent, mistake);
    undo(agent, mistake.scanId());

    later(agent);
    assertThat(told()).containsExactly("Ada " + device.tag());
    assertThat(mails.over()).noneMatch(s -> s.account() == agent.accountId());
  }

  @Test
  @DisplayName("L015 two pupils who swapped are both told, each of the own loan")
  void both_of_a_swap() throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device adas = town.device(town.here);
    Device bens = town.device(town.here);
    town.lend(adas, ada, town.here);
    town.lend(bens, ben, town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.scan(ScanMode.CHECK_IN, town.here, adas.tag(), ben, "SWAP_HOLDERS"));

    later(agent);
    assertThat(told())
        .containsExactlyInAnyOrder(
            "Ada " + adas.tag() + ", en échange de " + bens.tag() + " que l'élève garde désormais",
            "Ben " + bens.tag() + ", par un échange avec un autre élève");
  }

  @Test
  @DisplayName("L051, L091 whatever ended a loan in a session, a person gets one mail of it")
  void one_mail_for_each_person() throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil tom = town.pupil(town.here, "Tom");
    Pupil zoe = town.pupil(town.here, "Zoé");
    Pupil ben = town.pupil(town.here, "Ben");
    String end = town.authority + "@exemple.invalid";
    guardian("maud" + end, ada, tom);
    guardian("zoe" + end, zoe);
    guardian("ben" + end, ben);
    Device lentOn = town.device(town.here);
    Device brought = town.device(town.here);
    Device toms = town.device(town.here);
    Device zoes = town.device(town.here);
    town.ofAnotherCategory(brought);
    town.lend(lentOn, ada, town.here);
    town.lend(brought, ada, town.here);
    town.lend(toms, tom, town.here);
    town.lend(zoes, zoe, town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.checkOut(town.here, lentOn.tag(), ben));
    scan(agent, town.checkIn(town.here, brought.tag()));
    scan(agent, town.scan(ScanMode.CHECK_IN, town.here, toms.tag(), zoe, "SWAP_HOLDERS"));

    later(agent);
    work(this::nothingWaits);
    assertThat(states()).containsExactly("maud" + end + " SENT", "zoe" + end + " SENT");
    assertThat(mail("maud" + end)).contains(lentOn.tag(), brought.tag(), toms.tag());
    assertThat(mail("zoe" + end)).contains(zoes.tag()).doesNotContain(lentOn.tag(), toms.tag());
  }

  /** The one mail of an address, its broken lines put together again. */
  private String mail(String address) {
    assertThat(trap.to(address)).hasSize(1);
    return trap.to(address).get(0).source().replace("=\n", "");
  }

  @Test
  @DisplayName("L015 a swap that was undone is told to nobody")
  void an_undone_swap() throws Exception {
    Pupil ben = town.pupil(town.here, "Ben");
    Device adas = town.device(town.here);
    town.lend(adas, town.pupil(town.here, "Ada"), town.here);
    town.lend(town.device(town.here), ben, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest swap = town.scan(ScanMode.CHECK_IN, town.here, adas.tag(), ben, "SWAP_HOLDERS");
    scan(agent, swap);
    undo(agent, swap.scanId());

    later(agent);
    assertThat(told()).isEmpty();
  }

  @Test
  @DisplayName("L051 undone before the mail left: none goes, and the return that follows is told")
  void undone_after_the_session() throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    String address = "ada" + town.authority + "@exemple.invalid";
    guardian(address, ada);
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest mistake = town.checkOut(town.here, device.tag(), town.pupil(town.here, "Ben"));
    scan(agent, mistake);
    later(agent);
    town.run(
        "insert into loan_step (loan_id, due_on, step, queued_at) select open_loan_id,"
            + " '2026-12-01', 'SOON', utc_timestamp(6) from device where id = ?",
        device.id());
    assertThat(said(answered(undo(agent, mistake.scanId())))).isEqualTo("OK UNDONE");
    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    work(this::nothingWaits);
    assertThat(notices()).containsExactly("RETURNED DISCARDED OUT_OF_DATE");

    scan(agent, town.checkIn(town.here, device.tag()));
    later(agent);
    work(this::nothingWaits);
    assertThat(notices()).containsExactly("RETURNED DISCARDED OUT_OF_DATE", "RETURNED MAILED");
    assertThat(mail(address)).contains(device.tag());
  }

  @Test
  @DisplayName("L051 undone before it is printed: in no letter, and noted as not printed")
  void undone_before_the_print() throws Exception {
    Device undone = town.device(town.here);
    Device back = town.device(town.here);
    town.lend(undone, town.pupil(town.here, "Ada"), town.here);
    town.lend(back, town.pupil(town.here, "Ben"), town.here);
    Caller agent = town.agent(town.here);
    ScanRequest mistake = town.checkIn(town.here, undone.tag());
    scan(agent, mistake);
    scan(agent, town.checkIn(town.here, back.tag()));
    later(agent);
    work(this::nothingWaits);
    assertThat(notices()).containsExactly("RETURNED PAPER NO_ADDRESS", "RETURNED PAPER NO_ADDRESS");
    assertThat(said(answered(undo(agent, mistake.scanId())))).isEqualTo("OK UNDONE");

    acting.as(
        town.manager(town.here),
        Role.LOAN_MANAGER,
        () -> {
          long upTo = paper.of(town.here.uai()).orElseThrow().upTo();
          List<?> printed =
              (List<?>) transactions.ofItsOwn(() -> letters.letters(town.here.id(), upTo)).value();
          assertThat(printed)
              .singleElement()
              .isInstanceOfSatisfying(
                  PaperRows.ForPupil.class, letter -> assertThat(letter.name()).startsWith("Ben "));
          assertThat(paper.printed(town.here.uai(), upTo)).contains(new PaperRows.Printed(1, 1));
          assertThat(paper.printed(town.here.uai(), upTo)).contains(new PaperRows.Printed(0, 0));
          assertThat(paper.of(town.here.uai()).orElseThrow().classes()).isEmpty();
          return null;
        });
    assertThat(notices())
        .containsExactlyInAnyOrder("RETURNED DISCARDED OUT_OF_DATE", "RETURNED PRINTED NO_ADDRESS");
  }

  @ParameterizedTest(name = "L051 undone and done again, the mail in between: {0}")
  @ValueSource(booleans = {true, false})
  void undone_and_done_again_is_told_once(boolean mailedBetween) throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    String address = "ada" + town.authority + "@exemple.invalid";
    guardian(address, ada);
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest mistake = town.checkIn(town.here, device.tag());
    scan(agent, mistake);
    later(agent);
    assertThat(told()).hasSize(1);
    assertThat(said(answered(undo(agent, mistake.scanId())))).isEqualTo("OK UNDONE");
    scan(agent, town.checkIn(town.here, device.tag()));
    if (mailedBetween) {
      work(this::nothingWaits);
      assertThat(trap.to(address)).isEmpty();
    }
    later(agent);
    assertThat(told()).hasSize(2);

    work(this::nothingWaits);
    assertThat(notices()).containsExactly("RETURNED DISCARDED OUT_OF_DATE", "RETURNED MAILED");
    assertThat(mail(address)).contains(device.tag());
  }

  @Test
  @DisplayName("L081 the same return at two desks at once is told once")
  void two_desks_at_once() throws Exception {
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Caller one = town.agent(town.here);
    Caller two = town.agent(town.here);
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<ScanReply>> desks = new ArrayList<>();
    for (Caller agent : List.of(one, two)) {
      ScanRequest request = town.checkIn(town.here, device.tag());
      desks.add(
          acting.begin(
              agent,
              Role.LOAN_AGENT,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return desk.scan(request);
              }));
    }
    for (Future<ScanReply> reply : desks) {
      reply.get(60, TimeUnit.SECONDS);
    }

    later(one, two);
    assertThat(told()).containsExactly("Ada " + device.tag());
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  @Test
  @DisplayName("L015 a return that only named a loan is over with its session, and tells nothing")
  void named_not_ended() throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.lend(device, ada, town.here);
    Caller named = town.agent(town.here);
    Caller ended = town.agent(town.here);
    assertThat(
            said(
                scan(
                    named,
                    town.scan(
                        ScanMode.CHECK_IN,
                        town.here,
                        device.tag(),
                        town.pupil(town.here, "Ben"),
                        null))))
        .startsWith("WARNING HELD_BY_OTHER");

    later(named);
    assertThat(mails.over()).noneMatch(s -> s.account() == named.accountId());

    scan(ended, town.checkIn(town.here, device.tag()));
    later(named);
    assertThat(told()).as("the session that ended it is not over").isEmpty();
    later(ended);
    assertThat(told()).containsExactly("Ada " + device.tag());
  }

  @ParameterizedTest(name = "the job comes first: {0}")
  @ValueSource(booleans = {true, false})
  void an_undo_that_meets_the_job_leaves_nothing_told(boolean jobFirst) throws Exception {
    Leases.Taken returnsInHand = take(ReturnMailJob.NAME);
    try {
      meet(jobFirst);
    } finally {
      leases.done(returnsInHand, JobReport.NOTHING);
    }
  }

  private void meet(boolean jobFirst) throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    guardian("ada" + town.authority + "@exemple.invalid", ada);
    Device device = town.device(town.here);
    long loan = town.lend(device, ada, town.here);
    Caller agent = town.agent(town.here);
    ScanRequest mistake = town.checkIn(town.here, device.tag());
    scan(agent, mistake);
    halfAnHourPasses(agent);
    List<ReturnMails.Session> over =
        mails.over().stream().filter(s -> s.account() == agent.accountId()).toList();
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<?> holder = threads.submit(() -> hold(loan, held, release));
    assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();

    Callable<Future<?>> confirms = () -> threads.submit(() -> job.confirm(over));
    Callable<Future<?>> undoes =
        () -> acting.begin(agent, Role.LOAN_AGENT, () -> desk.undo(mistake.scanId()));
    Future<?> first = (jobFirst ? confirms : undoes).call();
    waiting(1);
    Future<?> second = (jobFirst ? undoes : confirms).call();
    waiting(2);
    release.countDown();
    holder.get(60, TimeUnit.SECONDS);
    first.get(60, TimeUnit.SECONDS);
    second.get(60, TimeUnit.SECONDS);

    assertThat(town.loans(device)).containsExactly("OPEN Ada");
    assertThat(town.column("select step from loan_step where loan_id = ?", loan)).isEmpty();
    work(this::nothingWaits);
    assertThat(notices()).doesNotContain("RETURNED MAILED");

    scan(agent, town.checkIn(town.here, device.tag()));
    later(agent);
    work(this::nothingWaits);
    assertThat(notices()).filteredOn("RETURNED MAILED"::equals).hasSize(1);
  }

  /** Keeps a loan's row locked until it is let go. */
  private Object hold(long loan, CountDownLatch held, CountDownLatch release) {
    return transactions.ofItsOwn(
        () -> {
          town.value("select id from loan where id = ? for update", loan);
          held.countDown();
          return release.await(60, TimeUnit.SECONDS);
        });
  }

  /** Waits until so many statements want the row of a loan that is held. */
  private void waiting(int statements) throws Exception {
    String wanted =
        "select count(*) from information_schema.processlist where id <> connection_id()"
            + " and command = 'Query' and (info like '%insert ignore into loan_step%'"
            + " or info like '%delete from loan_step%'"
            + " or info like '%update loan set%' or info like '%from loan where%for update%')";
    // Twice in a row: one that was seen once may have passed by.
    int seen = 0;
    for (int i = 0; i < 600 && seen < 2; i++) {
      seen = Integer.parseInt(town.value(wanted)) >= statements ? seen + 1 : 0;
      Thread.sleep(50);
    }
    assertThat(seen).isEqualTo(2);
  }

  @Test
  @DisplayName("L019 while the mail server is down scans go through; the mail goes when it is back")
  void no_mail_server() throws Exception {
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    String address = "ada" + town.authority + "@exemple.invalid";
    guardian(address, ada);
    Device lent = town.device(town.here);
    Device free = town.device(town.here);
    town.lend(lent, ada, town.here);
    Caller agent = town.agent(town.here);
    trap.close();

    assertThat(said(scan(agent, town.checkIn(town.here, lent.tag())))).isEqualTo("OK RETURNED");
    assertThat(said(scan(agent, town.checkOut(town.here, free.tag(), ben)))).isEqualTo("OK LENT");
    later(agent);
    work(this::nothingWaits);
    assertThat(states()).containsExactly(address + " WAITING");
    assertThat(town.value("select attempts from mail where authority_id = ?", town.authority))
        .isEqualTo("1");
    assertThat(said(scan(agent, town.checkIn(town.here, free.tag())))).isEqualTo("OK RETURNED");
    assertThat(town.loans(lent)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.loans(free)).containsExactly("CLOSED Ben RETURNED");
    assertThat(town.state(lent)).isEqualTo("IN_STOCK");
    assertThat(town.state(free)).isEqualTo("IN_STOCK");
    assertThat(town.journal(lent)).containsExactly("RETURNED");
    assertThat(town.journal(free)).containsExactly("LENT", "RETURNED");

    trap = new SmtpTrap();
    town.run(
        "update mail set next_attempt_at = utc_timestamp(6) where authority_id = ?",
        town.authority);
    work(() -> trap.to(address).size() == 1);
    assertThat(mail(address)).contains(lent.tag());
  }
}
