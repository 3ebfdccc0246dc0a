package fr.gestmat.job.boundary;

import fr.gestmat.job.entity.JobRun;
import fr.gestmat.job.entity.RunState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * @param message what was done, or what went wrong; empty while it runs
   */
  public record Run(
      String job,
      RunState state,
      Instant startedAt,
      Optional<Instant> finishedAt,
      String message) {}

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
                    Optional.ofNullable(r.message()).orElse("")))
        .toList();
  }
}
