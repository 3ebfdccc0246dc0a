package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** Two desks at the same instant, with real threads on the real database. */
class ScanRaceInContainerIT extends DeskTest {

  private static final int TIMES = 10;

  /** Both scans at once; what each was answered. */
  private List<ScanReply> race(Caller one, ScanRequest first, Caller two, ScanRequest second)
      throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<ScanReply>> desks = new ArrayList<>();
    for (boolean isFirst : new boolean[] {true, false}) {
      desks.add(
          acting.begin(
              isFirst ? one : two,
              Role.LOAN_AGENT,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return desk.scan(isFirst ? first : second);
              }));
    }
    List<ScanReply> replies = new ArrayList<>();
    for (Future<ScanReply> reply : desks) {
      replies.add(reply.get(60, TimeUnit.SECONDS));
    }
    return replies;
  }

  private static List<String> saidBy(List<ScanReply> replies) {
    return replies.stream().map(DeskTest::answered).map(DeskTest::said).toList();
  }

  @RepeatedTest(TIMES)
  void l081_the_same_return_twice_at_once_is_one_return() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);

    List<ScanReply> replies =
        race(
            town.agent(town.here),
            town.checkIn(town.here, device.tag()),
            town.agent(town.here),
            town.checkIn(town.here, device.tag()));

    assertThat(saidBy(replies))
        .containsExactlyInAnyOrder("OK RETURNED", "WARNING ALREADY_RETURNED");
    assertThat(town.loans(device)).containsExactly("CLOSED Ada RETURNED");
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }

  @RepeatedTest(TIMES)
  void l082_two_devices_to_one_pupil_with_limit_one() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device one = town.device(town.here);
    Device two = town.device(town.here);

    List<ScanReply> replies =
        race(
            town.agent(town.here),
            town.checkOut(town.here, one.tag(), ada),
            town.agent(town.here),
            town.checkOut(town.here, two.tag(), ada));

    assertThat(saidBy(replies)).containsExactlyInAnyOrder("OK LENT", "REFUSED LIMIT_REACHED");
    assertThat(town.value("select count(*) from loan where pupil_id = ?", ada.id())).isEqualTo("1");
  }

  @RepeatedTest(TIMES)
  void l083_the_same_device_to_two_pupils() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Device device = town.device(town.here);

    List<ScanReply> replies =
        race(
            town.agent(town.here),
            town.checkOut(town.here, device.tag(), ada),
            town.agent(town.here),
            town.checkOut(town.here, device.tag(), ben));

    assertThat(saidBy(replies))
        .containsExactlyInAnyOrder("OK LENT", "REFUSED DEVICE_ON_LOAN ?RETURN_THEN_LEND");
    String winner = town.loans(device).get(0);
    assertThat(town.loans(device)).hasSize(1);
    assertThat(replies.toString())
        .as("the loser sees the winner's name")
        .contains("DEVICE_ON_LOAN, values=[" + winner.substring("OPEN ".length()) + " Essai]");
    assertThat(town.journal(device)).containsExactly("LENT");
  }

  @RepeatedTest(TIMES)
  void the_same_scan_sent_twice_at_once_happens_once() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device device = town.device(town.here);
    town.lend(device, town.pupil(town.here, "Ada"), town.here);
    Caller agent = town.agent(town.here);
    ScanRequest request = town.checkIn(town.here, device.tag());

    List<ScanReply> replies = race(agent, request, agent, request);

    assertThat(replies.get(0)).isEqualTo(replies.get(1));
    assertThat(saidBy(replies)).containsOnly("OK RETURNED");
    assertThat(town.journal(device)).containsExactly("RETURNED");
  }
}
