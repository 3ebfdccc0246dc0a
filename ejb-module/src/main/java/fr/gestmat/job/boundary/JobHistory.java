package fr.gestmat.job.boundary;

import fr.gestmat.job.entity.JobReport;
import fr.gestmat.job.entity.JobRun;
import fr.gestmat.job.entity.RunState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the jobs of this installation did lately, for its administrators. */
@Stateless
@RolesAllowed("ADMIN")
public class JobHistory {

  @PersistenceContext private EntityManager entities;

  /**
   * One run.
   *
   * @param job stable name of the job
   * @param state how it went
   * @param startedAt when it began
   * @param finishedAt when it ended
   * @param report what was done; of one that failed, a note of what went wrong
   */
  public record Run(
      String job,
      RunState state,
      Instant startedAt,
      Optional<Instant> finishedAt,
      JobReport report) {}

  /** The latest runs of all jobs, newest first, at most {@code most}. */
  public List<Run> latest(int most) {
    return entities
        .createQuery("select r from JobRun r order by r.id desc", JobRun.class)
        .setMaxResults(most)
        .getResultStream()
        .map(
            r ->
                new Run(
                    r.jobName(),
                    r.state(),
                    r.startedAt(),
                    Optional.ofNullable(r.finishedAt()),
                    r.report()))
        .toList();
  }

  /**
   * When a job last ended, whether it had anything to do or not.
   *
   * @param at when
   * @param state how
   */
  public record LastEnd(Instant at, RunState state) {}

  /** When each job last ended, by name; those that never did are missing. */
  public Map<String, LastEnd> lastEnds() {
    List<?> rows =
        entities
            .createNativeQuery(
                "select job_name, ended_at, ended_as from job_lease where ended_at is not null")
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], JobHistory::lastEnd));
  }

  private static LastEnd lastEnd(Object[] row) {
    Instant at = ((Timestamp) row[1]).toLocalDateTime().toInstant(ZoneOffset.UTC);
    return new LastEnd(at, RunState.valueOf((String) row[2]));
  }
}
