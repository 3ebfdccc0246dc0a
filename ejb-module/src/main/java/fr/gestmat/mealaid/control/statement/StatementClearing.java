package fr.gestmat.mealaid.control.statement;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Clears drafts whose place a later one took {@value #DAYS} days ago. What counts, and whatever is
 * final, stays (M-K02).
 */
@ApplicationScoped
public class StatementClearing implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "old-aid-statements";

  /** Days that an old draft is kept. */
  public static final int DAYS = 30;

  private static final int AT_ONCE = 200;

  @Inject private OldDrafts drafts;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(1)).at(4);
  }

  @Override
  public JobReport work() {
    Instant before = clock.instant().minus(Duration.ofDays(DAYS));
    int cleared = 0;
    for (int some = drafts.clear(before, AT_ONCE); some > 0; some = drafts.clear(before, AT_ONCE)) {
      cleared += some;
    }
    return JobReport.of("drafts", cleared);
  }

  /** The drafts whose place was taken. */
  @ApplicationScoped
  public static class OldDrafts {

    @PersistenceContext private EntityManager entities;

    /** Clears some that lost their place before a moment; how many. */
    @InTransaction
    public int clear(Instant before, int atMost) {
      List<Long> old =
          entities
              .createQuery(
                  "select s.id from AidStatement s where s.supersededAt < :before and s.number is"
                      + " null order by s.id",
                  Long.class)
              .setParameter("before", before)
              .setMaxResults(atMost)
              .getResultList();
      if (!old.isEmpty()) {
        entities
            .createQuery("delete from AidStatementLine l where l.statementId in :old")
            .setParameter("old", old)
            .executeUpdate();
        entities
            .createQuery("delete from AidStatement s where s.id in :old and s.number is null")
            .setParameter("old", old)
            .executeUpdate();
      }
      return old.size();
    }
  }
}
