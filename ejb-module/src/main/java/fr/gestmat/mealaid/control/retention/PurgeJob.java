package fr.gestmat.mealaid.control.retention;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.mealaid.control.retention.DueRows.Due;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Every night, tells what ends, and removes what is over, authority by authority. */
@ApplicationScoped
public class PurgeJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-purge";

  private static final Logger LOG = System.getLogger(PurgeJob.class.getName());

  @Inject private RetentionRows settings;
  @Inject private DueRows due;
  @Inject private PurgeSteps steps;

  /**
   * What a night did.
   *
   * @param told how many applications their families were told of
   * @param purged how many drafts, sets of documents and applications went
   * @param failed how many could not be done, and will be tried again
   */
  public record Night(int told, int purged, int failed) {

    Night and(Night other) {
      return new Night(told + other.told, purged + other.purged, failed + other.failed);
    }
  }

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(20), Duration.ofHours(4)).at(3);
  }

  @Override
  public JobReport work() {
    Night all = new Night(0, 0, 0);
    for (long authority : settings.authorities()) {
      all = all.and(night(authority));
    }
    return JobReport.of("told", all.told()).and("purged", all.purged()).and("failed", all.failed());
  }

  /** Does an authority's night. */
  public Night night(long authority) {
    RetentionPeriods periods = settings.of(authority).periods();
    steps.untell(authority);
    Night night =
        each(
            after -> due.toTell(authority, periods, after),
            one -> steps.tell(one, periods),
            (one, why) -> LOG.log(Level.WARNING, "could not tell the end of " + one.id(), why));
    int purged = 0;
    int failed = night.failed();
    for (PurgeKind kind : PurgeKind.values()) {
      Night done =
          each(
              after -> due.toPurge(kind, authority, periods, after),
              one -> steps.purge(kind, one, periods),
              (one, why) -> {
                LOG.log(Level.WARNING, "could not purge " + kind + " of " + one.id(), why);
                steps.failed(kind, one, periods, why);
              });
      purged += done.told();
      failed += done.failed();
    }
    return new Night(night.told(), purged, failed);
  }

  /** What becomes of one that went wrong. */
  @FunctionalInterface
  private interface Mishap {
    void happened(Due one, RuntimeException why);
  }

  private static Night each(LongFunction<List<Due>> next, Consumer<Due> step, Mishap mishap) {
    int done = 0;
    int failed = 0;
    List<Due> some = next.apply(0);
    while (!some.isEmpty()) {
      for (Due one : some) {
        try {
          step.accept(one);
          done++;
        } catch (RuntimeException e) {
          mishap.happened(one, e);
          failed++;
        }
      }
      some = next.apply(some.get(some.size() - 1).key());
    }
    return new Night(done, 0, failed);
  }
}
