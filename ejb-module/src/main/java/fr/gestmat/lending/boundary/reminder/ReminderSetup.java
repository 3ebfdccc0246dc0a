package fr.gestmat.lending.boundary.reminder;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.reminder.ReminderSettings;
import fr.gestmat.lending.control.reminder.SettingRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;

/** How the caller's authority reminds families. */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class ReminderSetup {

  @Inject private CurrentCaller caller;
  @Inject private SettingRows rows;
  @Inject private Journal journal;

  /** What holds now. */
  public SettingRows.Kept current() {
    return rows.of(caller.get().authorityId());
  }

  /**
   * Decides how to remind from now on.
   *
   * @param version of the settings as the form had them
   */
  public Answer<ReminderSettings> decide(int version, ReminderSettings wanted) {
    List<Refusal> reasons = wanted.refusals();
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    Caller who = caller.get();
    if (!rows.keep(who.authorityId(), version, wanted)) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), current().version());
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "REMINDERS_CHANGED",
            "LOAN",
            null,
            null,
            Json.createObjectBuilder()
                .add("before", wanted.beforeDays().toString())
                .add("onDay", wanted.onDay())
                .add("every", wanted.everyDays())
                .add("most", wanted.mostLate())
                .add("onReturn", wanted.onReturn())
                .add("onDueChange", wanted.onDueChange())
                .build()
                .toString()));
    return new Answer.Done<>(wanted);
  }
}
