package fr.gestmat.job.control;

import fr.gestmat.job.entity.JobReport;
import fr.gestmat.job.entity.JobRun;
import fr.gestmat.job.entity.RunState;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** The rows by which servers agree on who runs a job. Each step commits at once. */
@ApplicationScoped
public class Leases {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private ServerName server;

  /**
   * A lease that this server got.
   *
   * @param jobName the job
   * @param runId row of this run
   */
  public record Taken(String jobName, long runId) {}

  /**
   * Takes the lease of a job that is due and that no live server holds.
   *
   * @param early also if its time has not come
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Taken> take(String jobName, Duration every, Duration lease, boolean early) {
    Instant now = clock.instant();
    entities
        .createNativeQuery("insert ignore into job_lease (job_name) values (?)")
        .setParameter(1, jobName)
        .executeUpdate();
    boolean free =
        !entities
            .createNativeQuery(
                "select job_name from job_lease where job_name = ?"
                    + " and (held_until is null or held_until < ?)"
                    + " and (? or next_run_at is null or next_run_at <= ?) for update skip locked")
            .setParameter(1, jobName)
            .setParameter(2, utc(now))
            .setParameter(3, early)
            .setParameter(4, utc(now))
            .getResultList()
            .isEmpty();
    if (!free) {
      return Optional.empty();
    }
    entities
        .createNativeQuery(
            "update job_lease set holder = ?, held_until = ?, next_run_at = ? where job_name = ?")
        .setParameter(1, server.toString())
        .setParameter(2, utc(now.plus(lease)))
        .setParameter(3, utc(now.plus(every)))
        .setParameter(4, jobName)
        .executeUpdate();
    JobRun run = new JobRun(jobName, now);
    entities.persist(run);
    entities.flush();
    return Optional.of(new Taken(jobName, run.id()));
  }

  /** Gives the lease back; the run is kept if it did anything. */
  @InTransaction(ofItsOwn = true)
  public void done(Taken taken, JobReport report) {
    JobRun run = entities.find(JobRun.class, taken.runId());
    if (report.isIdle()) {
      entities.remove(run);
    } else {
      run.end(report, clock.instant());
    }
    giveBack(taken.jobName(), RunState.DONE);
  }

  /** Gives the lease back after a failure. */
  @InTransaction(ofItsOwn = true)
  public void failed(Taken taken, String why) {
    entities.find(JobRun.class, taken.runId()).fail(why, clock.instant());
    giveBack(taken.jobName(), RunState.FAILED);
  }

  /**
   * Gives back whatever this server holds, as it is being stopped: JPA and transactions may be
   * gone. Work that is still under way is done again by whoever comes next, which every job allows.
   *
   * @throws SQLException if the database does not answer; the leases then end by themselves
   */
  public void giveAllBack() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "update job_lease set holder = null, held_until = null, next_run_at = ?"
                    + " where holder = ?")) {
      statement.setObject(1, utc(clock.instant()));
      statement.setString(2, server.toString());
      statement.executeUpdate();
    }
  }

  private void giveBack(String jobName, RunState how) {
    entities
        .createNativeQuery(
            "update job_lease set holder = null, held_until = null, ended_at = ?, ended_as = ?"
                + " where job_name = ? and holder = ?")
        .setParameter(1, utc(clock.instant()))
        .setParameter(2, how.name())
        .setParameter(3, jobName)
        .setParameter(4, server.toString())
        .executeUpdate();
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
