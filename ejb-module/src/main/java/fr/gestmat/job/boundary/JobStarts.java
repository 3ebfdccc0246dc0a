package fr.gestmat.job.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.job.control.JobRunner;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;

/** Starting a planned job by hand, for administrators. */
@Stateless
@RolesAllowed("ADMIN")
public class JobStarts {

  @Inject @Any private Instance<PlannedJob> jobs;
  @Inject private JobRunner runner;
  @Inject private Journal journal;
  @Inject private CurrentCaller caller;

  /** The names of all planned jobs, in order. */
  public List<String> names() {
    return jobs.stream().map(job -> job.plan().name()).sorted().toList();
  }

  /**
   * Starts a job now. It runs in the background; if a server is at it already nothing more happens.
   *
   * @return whether there is such a job
   */
  public boolean start(String name) {
    Optional<? extends PlannedJob> job =
        jobs.stream().filter(one -> one.plan().name().equals(name)).findFirst();
    job.ifPresent(
        one -> {
          Caller who = caller.get();
          journal.write(
              new JournalEvent(
                  who.authorityId(),
                  null,
                  who.accountId(),
                  who.name(),
                  "JOB_STARTED",
                  "JOB",
                  null,
                  null,
                  Json.createObjectBuilder().add("job", name).build().toString()));
          runner.now(one);
        });
    return job.isPresent();
  }
}
