package fr.gestmat.mealaid.control.application;

import fr.gestmat.job.boundary.PlannedJob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reminds families of what they did not send. It looks several times a day and reminds once; a
 * campaign that fails does not keep the others from being looked at (M-E01).
 */
@ApplicationScoped
public class DraftReminderJob implements PlannedJob {

  @Inject private DraftReminders reminders;

  @Override
  public String name() {
    return "aid-draft-reminders";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(3);
  }

  @Override
  public Duration lease() {
    return Duration.ofHours(1);
  }

  @Override
  public Optional<String> work() {
    int told = 0;
    List<String> failed = new ArrayList<>();
    for (long campaign : reminders.campaigns()) {
      try {
        told += reminders.drafts(campaign) + reminders.changes(campaign);
      } catch (RuntimeException e) {
        failed.add(campaign + ": " + e.getMessage());
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("campaigns " + String.join("; ", failed));
    }
    return told == 0 ? Optional.empty() : Optional.of(told + " applications");
  }
}
