package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.reminder.ReturnMailJob;
import fr.gestmat.lending.control.reminder.ReturnMails;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whose loan ended at a desk is told once, however it ended. */
class ReturnMailsInContainerIT extends DeskTest {

  @Inject private ReturnMails mails;
  @Inject private ReturnMailJob job;

  /** Half an hour passes, and the desks' sessions are confirmed. */
  private void later(LendingTown town, Caller... agents) throws Exception {
    for (Caller agent : agents) {
      town.run(
          "update scan set recorded_at = recorded_at - interval 30 minute where account_id = ?",
          agent.accountId());
    }
    List<Long> accounts = new ArrayList<>();
    for (Caller agent : agents) {
      accounts.add(agent.accountId());
    }
    job.confirm(mails.over().stream().filter(s -> accounts.contains(s.account())).toList());
  }

  private static List<String> told(LendingTown town) throws Exception {
    return town.column(
        "select concat(u.given_name, ' ', json_value(n.facts, '$.tag'),"
            + " json_value(n.facts, '$.remark')) from notice n join pupil u on u.id = n.pupil_id"
            + " where n.authority_id = ? and n.kind = 'RETURNED' order by n.id",
        town.authority);
  }

  @Test
  @DisplayName("L051 who held a device before it was lent on is told that the loan is over")
  void the_holder_before() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='NONE', auto_return=true");
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Device other = town.device(town.here);
    town.lend(other, town.pupil(town.here, "Cléo"), town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.checkOut(town.here, device.tag(), town.pupil(town.here, "Ben")));
    ScanRequest mistake = town.checkOut(town.here, other.tag(), town.pupil(town.here, "Dan"));
    scan(agent, mistake);
    undo(agent, mistake.scanId());

    later(town, agent);
    assertThat(told(town)).containsExactly("Ada " + device.tag());
    assertThat(mails.over()).noneMatch(s -> s.account() == agent.accountId());
  }

  @Test
  @DisplayName("L015 two pupils who swapped are both told, each of the own loan")
  void both_of_a_swap() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device adas = town.device(town.here);
    Device bens = town.device(town.here);
    town.lend(adas, ada, town.here);
    town.lend(bens, ben, town.here);
    Caller agent = town.agent(town.here);
    scan(agent, town.scan(ScanMode.CHECK_IN, town.here, adas.tag(), ben, "SWAP_HOLDERS"));

    later(town, agent);
    assertThat(told(town))
        .containsExactlyInAnyOrder(
            "Ada " + adas.tag() + ", en échange de " + bens.tag() + " que l'élève garde désormais",
            "Ben " + bens.tag() + ", par un échange avec un autre élève");
  }

  @Test
  @DisplayName("L081 the same return at two desks at once is told once")
  void two_desks_at_once() throws Exception {
    LendingTown town = LendingTown.found(database);
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

    later(town, one, two);
    assertThat(told(town)).containsExactly("Ada " + device.tag());
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }
}
