package fr.gestmat.mealaid.control.review;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;

/**
 * Goes on with applications whose family did not answer by the day it was given. The campaign's own
 * last day changes nothing: a family may answer as long as it was promised (M-C10).
 */
@ApplicationScoped
public class OverdueCorrections implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-corrections";

  private static final Logger LOG = System.getLogger(OverdueCorrections.class.getName());
  private static final int MOST = 1_000;
  private static final String WHO = "Délai de réponse dépassé";

  @Inject private AidRows rows;
  @Inject private Corrections corrections;
  @Inject private Asking asking;
  @Inject private Moves moves;
  @Inject private ReviewDay days;
  @Inject private OverdueCorrections inTransaction;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofMinutes(55), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() {
    int resumed = 0;
    for (long authority :
        rows.list(
            Sql.of("select distinct authority_id from aid_campaign"),
            row -> row.number("authority_id"))) {
      for (UUID id : corrections.overdue(authority, days.today(authority), MOST)) {
        try {
          resumed += inTransaction.resume(authority, id) ? 1 : 0;
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "the review of " + id + " was not resumed", e);
        }
      }
    }
    return JobReport.of("unanswered", resumed);
  }

  /** Goes on with one. */
  @InTransaction(ofItsOwn = true)
  public boolean resume(long authority, UUID id) {
    return moves
        .lock(authority, id)
        .filter(held -> corrections.isPending(held.id()))
        .map(held -> asking.resume(held, Hand.system(authority, WHO)))
        .isPresent();
  }
}
