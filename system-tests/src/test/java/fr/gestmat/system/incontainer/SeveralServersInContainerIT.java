package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.JobHistory;
import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.LeasedJobs;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.control.Leases;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.job.entity.RunState;
import fr.gestmat.lending.control.incident.PresumedLoss;
import fr.gestmat.lending.control.offline.DeskPurge;
import fr.gestmat.lending.control.reminder.ForgettingJob;
import fr.gestmat.lending.control.reminder.ReminderJob;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The night's work begun by four servers at the same moment, as after a lease that ran out: nothing
 * is told, charged or written twice. The server's own clock may begin it, too.
 */
class SeveralServersInContainerIT extends DeskTest {

  private static final int SERVERS = 4;
  private static final int LOANS = 12;

  @Inject private LeasedJobs leased;
  @Inject private Leases leases;
  @Inject private JobHistory history;
  @Inject private ReminderJob reminders;
  @Inject private PresumedLoss presumed;
  @Inject private ForgettingJob forgetting;
  @Inject private DeskPurge purge;
  @Resource private ManagedExecutorService threads;

  private LendingTown town;

  @BeforeEach
  void found() throws Exception {
    if (database != null) {
      town = LendingTown.found(database);
    }
  }

  private <T> List<T> together(Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(SERVERS);
    List<Future<T>> servers = new ArrayList<>();
    for (int i = 0; i < SERVERS; i++) {
      servers.add(
          threads.submit(
              () -> {
                start.await();
                return work.call();
              }));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> server : servers) {
      results.add(server.get());
    }
    return results;
  }

  private void lend(String due) throws Exception {
    for (int i = 0; i < LOANS; i++) {
      Pupil pupil = town.pupil(town.here, "P" + i);
      town.lend(town.device(town.here), pupil, town.here);
    }
    town.run(
        "update loan set due_on = current_date " + due + " where authority_id = ?", town.authority);
  }

  /** A job of the test's own, which says that it ran. */
  private record Counted(String name, AtomicInteger runs, JobReport report) implements PlannedJob {
    @Override
    public JobPlan plan() {
      return new JobPlan(name, Duration.ofHours(1), Duration.ofMinutes(5));
    }

    @Override
    public JobReport work() throws InterruptedException {
      runs.incrementAndGet();
      Thread.sleep(200);
      return report;
    }
  }

  @Test
  void one_server_gets_the_turn_and_its_end_is_known_though_there_was_nothing_to_do()
      throws Exception {
    Counted idle = new Counted("test-" + UUID.randomUUID(), new AtomicInteger(), JobReport.NOTHING);
    Counted busy =
        new Counted(
            "test-" + UUID.randomUUID(),
            new AtomicInteger(),
            JobReport.of("drafts", 2).noting("two of them"));
    for (Counted job : List.of(idle, busy)) {
      together(
          () -> {
            leased.run(job);
            return null;
          });
      leased.run(job);
      assertThat(job.runs()).hasValue(1);
    }
    Map<String, JobHistory.LastEnd> ends = asAdmin(() -> history.lastEnds());
    assertThat(ends.get(idle.name()).state()).isEqualTo(RunState.DONE);
    List<JobHistory.Run> kept =
        asAdmin(() -> history.latest(50)).stream()
            .filter(run -> Set.of(idle.name(), busy.name()).contains(run.job()))
            .toList();
    assertThat(kept).extracting(JobHistory.Run::job).containsExactly(busy.name());
    assertThat(kept.get(0).report()).isEqualTo(JobReport.of("drafts", 2).noting("two of them"));
  }

  @Test
  void a_server_that_is_stopped_leaves_its_turn_to_the_next_one() throws Exception {
    String job = "test-" + UUID.randomUUID();
    Duration hour = Duration.ofHours(1);
    assertThat(leases.take(job, hour, hour, false)).isPresent();
    assertThat(leases.take(job, hour, hour, true)).as("it is at work").isEmpty();

    leases.giveAllBack();

    assertThat(leases.take(job, hour, hour, false)).as("due at once").isPresent();
  }

  private <T> T asAdmin(Callable<T> work) throws Exception {
    Caller admin =
        new Caller(
            990_000_002L,
            UUID.randomUUID(),
            "Ida Admin",
            town.authority,
            Set.of(new HeldRole(Role.ADMIN, null)),
            null,
            null);
    return acting.as(admin, Role.ADMIN, work);
  }

  /** L099. */
  @Test
  void each_loan_is_reminded_once() throws Exception {
    lend("- interval 8 day");
    together(() -> reminders.remind(town.authority));

    assertThat(
            town.column(
                "select concat(count(*), ' ', count(distinct pupil_id)) from notice"
                    + " where authority_id = ?",
                town.authority))
        .containsExactly(LOANS + " " + LOANS);
  }

  /** L075. */
  @Test
  void each_loss_is_presumed_and_charged_once() throws Exception {
    lend("- interval 90 day");
    town.run(
        "update lending_policy set presumed_lost_days = 30 where authority_id = ?", town.authority);
    together(presumed::run);

    assertThat(
            town.column(
                "select concat(action, ' ', count(*), ' ', count(distinct subject_id))"
                    + " from journal_entry where authority_id = ? and action = 'PRESUMED_LOST'"
                    + " group by action",
                town.authority))
        .containsExactly("PRESUMED_LOST " + LOANS + " " + LOANS);
    assertThat(
            town.value(
                "select count(*) - count(distinct loan_id) from recovery_charge"
                    + " where authority_id = ?",
                town.authority))
        .isEqualTo("0");
  }

  /** L101. */
  @Test
  void loans_forget_once() throws Exception {
    Device device = town.device(town.here);
    town.history(device, town.pupil(town.here, "Ana"), LOANS);
    town.run(
        "update lending_policy set personal_data_months = 12 where authority_id = ?",
        town.authority);
    together(() -> forgetting.forget(town.authority));

    assertThat(journaled("LOANS_FORGOTTEN", "$.loans")).isEqualTo(LOANS);
  }

  @Test
  void old_reservations_are_removed_once() throws Exception {
    Pupil pupil = town.pupil(town.here, "Ana");
    for (int i = 0; i < LOANS; i++) {
      town.run(
          "insert into device_reservation (id, public_id, authority_id, school_id, device_id,"
              + " pupil_id, reserved_at, reserved_by, ended_at, ended_by) values (next value for"
              + " device_reservation_seq, uuid(), ?, ?, ?, ?, utc_timestamp(6) - interval 1 year,"
              + " 'Essai', utc_timestamp(6) - interval 200 day, 'Essai')",
          town.authority,
          town.here.id(),
          town.device(town.here).id(),
          pupil.id());
    }
    together(() -> purge.step(town.authority));

    assertThat(journaled("DESK_ROWS_PURGED", "$.reservations")).isEqualTo(LOANS);
  }

  private int journaled(String action, String number) throws Exception {
    return Integer.parseInt(
        town.value(
            "select cast(coalesce(sum(json_value(detail, ?)), 0) as unsigned) from journal_entry"
                + " where authority_id = ? and action = ?",
            number,
            town.authority,
            action));
  }
}
