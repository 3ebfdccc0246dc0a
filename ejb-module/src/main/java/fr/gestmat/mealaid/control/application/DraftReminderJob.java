package fr.gestmat.mealaid.control.application;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Reminds families of what they did not send. It looks several times a day and reminds once; a
 * campaign that fails does not keep the others from being looked at (M-E01).
 */
@ApplicationScoped
public class DraftReminderJob implements PlannedJob {

  @Inject private DraftReminders reminders;

  @Override
  public JobPlan plan() {
    return new JobPlan("aid-draft-reminders", Duration.ofHours(3), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    int told = 0;
    List<String> failed = new ArrayList<>();
    for (long campaign : reminders.campaigns()) {
      try {
        told += all(() -> reminders.drafts(campaign)) + all(() -> reminders.changes(campaign));
      } catch (RuntimeException e) {
        failed.add(campaign + ": " + e.getMessage());
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("campaigns " + String.join("; ", failed));
    }
    return JobReport.of("reminders", told);
  }

  private static int all(IntSupplier some) {
    int all = 0;
    for (int more = some.getAsInt(); more > 0; more = some.getAsInt()) {
      all += more;
    }
    return all;
  }
}
