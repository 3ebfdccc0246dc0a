package fr.gestmat.lending.control.reminder;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reminds families of devices that have to come back, in the morning of each authority. */
@ApplicationScoped
public class ReminderJob implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "reminders";

  private static final LocalTime MORNING = LocalTime.of(7, 0);

  @Inject private SettingRows settings;
  @Inject private ReminderBatch batches;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofHours(1), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    int queued = 0;
    for (long authority : settings.authorities()) {
      if (!now(authority).toLocalTime().isBefore(MORNING)) {
        queued += remind(authority);
      }
    }
    return JobReport.of("reminders", queued);
  }

  /**
   * Queues what an authority's loans have reached today and was not told yet.
   *
   * @return how many reminders
   */
  public int remind(long authority) {
    ReminderSettings how = settings.of(authority).settings();
    LocalDate day = now(authority).toLocalDate();
    int queued = 0;
    Optional<Long> after = Optional.of(0L);
    while (after.isPresent()) {
      ReminderBatch.Done done = batches.next(authority, day, how, after.get());
      queued += done.queued();
      after = done.last();
    }
    return queued;
  }

  private ZonedDateTime now(long authority) {
    return clock.instant().atZone(settings.zone(authority));
  }
}
