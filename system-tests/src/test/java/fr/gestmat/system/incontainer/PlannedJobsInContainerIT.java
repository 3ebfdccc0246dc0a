package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.JobStarts;
import fr.gestmat.lending.control.offline.DeskPurge;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The jobs that come back by themselves: all can be started by hand, and what they remove. The
 * server's own clock may do the same work meanwhile.
 */
class PlannedJobsInContainerIT extends DeskTest {

  @Inject private JobStarts starts;
  @Inject private DeskPurge purge;

  private LendingTown town;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
  }

  @Test
  void every_planned_job_can_be_started_by_an_administrator() throws Exception {
    Caller admin =
        new Caller(
            990_000_001L,
            UUID.randomUUID(),
            "Ida Admin",
            town.authority,
            Set.of(new HeldRole(Role.ADMIN, null)),
            null,
            null);

    acting.as(
        admin,
        Role.ADMIN,
        () -> {
          assertThat(starts.names())
              .contains(
                  "expired-files",
                  "old-sessions",
                  "directory-drop-folder",
                  "presumed-lost",
                  "forget-pupils",
                  "old-notices",
                  "old-declarations",
                  "old-desk-rows",
                  "mails",
                  "reminders");
          assertThat(starts.start("old-sessions")).isTrue();
          assertThat(starts.start("nothing")).isFalse();
          return null;
        });
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'JOB_STARTED'",
                town.authority))
        .containsExactly("{\"job\":\"old-sessions\"}");
  }

  @Test
  void operations_and_reservations_of_long_ago_are_removed_and_what_waits_stays() throws Exception {
    long old = replay(101);
    operation(old, "APPLIED");
    operation(old, "SKIPPED");
    operation(replay(99), "APPLIED");
    operation(replay(101), "PLANNED");
    operation(0, "WAITING");
    Device device = town.device(town.here);
    Pupil ada = town.pupil(town.here, "Ada");
    reservation(device, ada, 101);
    reservation(device, ada, 99);

    purge.step(town.authority);
    assertThat(purge.step(town.authority)).as("again").isEqualTo(new DeskPurge.Removed(0, 0, 0));

    assertThat(
            town.column(
                "select state from offline_operation where authority_id = ? order by state",
                town.authority))
        .containsExactly("APPLIED", "PLANNED", "WAITING");
    assertThat(
            town.column(
                "select detail from journal_entry where authority_id = ? and action ="
                    + " 'DESK_ROWS_PURGED'",
                town.authority))
        .containsExactly("{\"replays\":1,\"operations\":2,\"reservations\":1}");
  }

  private long replay(int daysAgo) throws Exception {
    long id = Long.parseLong(town.value("select next value for offline_replay_seq"));
    town.run(
        "insert into offline_replay (id, public_id, authority_id, school_id, planned_at,"
            + " planned_by, ended_at) values (?, uuid(), ?, ?, utc_timestamp(6) - interval ? day,"
            + " '', utc_timestamp(6) - interval ? day)",
        id,
        town.authority,
        town.here.id(),
        daysAgo,
        daysAgo);
    return id;
  }

  private void operation(long replay, String state) throws Exception {
    town.run(
        "insert into offline_operation (scan_id, authority_id, school_id, account_id, agent_name,"
            + " desk_id, n, mode, registration, code, normal_code, scanned_at, corrected_at,"
            + " received_at, state, replay_id) values (uuid(), ?, ?, 1, 'Essai', uuid(), 1,"
            + " 'CHECK_IN', false, 'X', 'X', utc_timestamp(6), utc_timestamp(6),"
            + " utc_timestamp(6), ?, nullif(?, 0))",
        town.authority,
        town.here.id(),
        state,
        replay);
  }

  private void reservation(Device device, Pupil pupil, int endedDaysAgo) throws Exception {
    town.run(
        "insert into device_reservation (id, public_id, authority_id, school_id, device_id,"
            + " pupil_id, reserved_at, reserved_by, ended_at, ended_by) values (next value for"
            + " device_reservation_seq, uuid(), ?, ?, ?, ?, utc_timestamp(6) - interval 1 year,"
            + " 'Essai', utc_timestamp(6) - interval ? day, 'Essai')",
        town.authority,
        town.here.id(),
        device.id(),
        pupil.id(),
        endedDaysAgo);
  }
}
