package fr.gestmat.mealaid.control.application;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Every night, removes drafts in which nobody ever typed anything for two weeks (M-I08). */
@ApplicationScoped
public class EmptyDrafts implements PlannedJob {

  private static final Duration LIFE = Duration.ofDays(14);

  /** Removed in one transaction. */
  private static final int AT_ONCE = 200;

  @Inject private EmptyDraftRows rows;

  @Override
  public JobPlan plan() {
    return new JobPlan("aid-empty-drafts", Duration.ofHours(24), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    int gone = 0;
    for (int some = rows.forget(LIFE); some > 0; some = rows.forget(LIFE)) {
      gone += some;
    }
    return JobReport.of("drafts", gone);
  }

  /** Removes the rows. */
  @ApplicationScoped
  public static class EmptyDraftRows {

    private static final String UNTOUCHED =
        " from AidApplication a where a.state ="
            + " fr.gestmat.mealaid.entity.ApplicationState.DRAFT and a.draft.savedAt is null";

    @PersistenceContext private EntityManager entities;
    @Inject private DocumentRows documents;
    @Inject private Clock clock;

    /**
     * Removes some of the untouched drafts that are older than that, with whatever was put into
     * them.
     *
     * @return how many; none when no more are left
     */
    @InTransaction(ofItsOwn = true)
    public int forget(Duration life) {
      List<Long> next =
          entities
              .createQuery(
                  "select a.id" + UNTOUCHED + " and a.createdAt < :before order by a.id",
                  Long.class)
              .setParameter("before", clock.instant().minus(life))
              .setMaxResults(AT_ONCE)
              .getResultList();
      if (next.isEmpty()) {
        return 0;
      }
      // By their ids: a search that locks holds whatever it reads.
      List<AidApplication> untouched =
          entities
              .createQuery(
                  "select a" + UNTOUCHED + " and a.id in :ids order by a.id", AidApplication.class)
              .setParameter("ids", next)
              .setLockMode(LockModeType.PESSIMISTIC_WRITE)
              .getResultList();
      for (AidApplication one : untouched) {
        documents.removeAll(one.id());
        entities.remove(one);
      }
      return untouched.size();
    }
  }
}
