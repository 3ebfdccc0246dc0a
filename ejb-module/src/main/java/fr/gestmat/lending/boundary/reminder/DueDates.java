package fr.gestmat.lending.boundary.reminder;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.DeskJournal;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.reminder.DueDateRule;
import fr.gestmat.lending.control.reminder.LoanFacts;
import fr.gestmat.lending.control.reminder.SettingRows;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.notice.boundary.NewNotice;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Changing the last day of a loan (L097). Reminders follow: each due date has its own. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class DueDates {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private SettingRows settings;
  @Inject private PolicyRows policies;
  @Inject private Outbox outbox;
  @Inject private Journal journal;
  @Inject private Today today;
  @Inject private Clock clock;

  /**
   * A loan whose date may be changed.
   *
   * @param loan its public id
   * @param version to be sent back
   * @param device public id of the device
   * @param assetTag tag of the device
   * @param dueOn the date now; empty for the whole schooling
   */
  public record Card(
      UUID loan, int version, UUID device, String assetTag, Optional<LocalDate> dueOn) {}

  /** A loan of the caller's schools; somebody else's looks like none. */
  public Optional<Card> find(UUID id) {
    return loan(id, LockModeType.NONE)
        .map(
            loan -> {
              Device device = entities.find(Device.class, loan.deviceId());
              return new Card(
                  id,
                  loan.version(),
                  device.publicId(),
                  device.assetTag(),
                  Optional.ofNullable(loan.dueOn()));
            });
  }

  /**
   * Changes the date.
   *
   * @param version of the loan as the form had it
   * @param dueOn the new last day; empty for the whole schooling
   * @return empty if there is no such loan for the caller
   */
  public Optional<Answer<UUID>> change(UUID id, int version, Optional<LocalDate> dueOn) {
    return loan(id, LockModeType.PESSIMISTIC_WRITE).map(loan -> change(loan, version, dueOn));
  }

  private Answer<UUID> change(Loan loan, int version, Optional<LocalDate> dueOn) {
    if (loan.version() != version) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), loan.version());
    }
    LocalDate day = today.in(loan.authorityId());
    Pupil pupil = entities.find(Pupil.class, loan.pupilId());
    List<Refusal> reasons =
        DueDateRule.refusals(
            loan.state(),
            dueOn,
            day,
            new DueDateRule.Limits(
                policies.inForce(loan.authorityId(), day).openDays(),
                Optional.ofNullable(pupil.leftOn())));
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    Optional<LocalDate> before = Optional.ofNullable(loan.dueOn());
    loan.extendTo(dueOn.orElse(null));
    Device device = entities.find(Device.class, loan.deviceId());
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            loan.schoolId(),
            who.accountId(),
            who.name(),
            LendingAction.DUE_DATE_CHANGED.name(),
            DeskJournal.DEVICE,
            device.id(),
            loan.pupilId(),
            Json.createObjectBuilder()
                .add("loan", loan.publicId().toString())
                .add("before", before.map(LocalDate::toString).orElse(""))
                .add("after", dueOn.map(LocalDate::toString).orElse(""))
                .build()
                .toString()));
    if (settings.of(loan.authorityId()).settings().onDueChange() && !before.equals(dueOn)) {
      outbox.tryToQueue(notice(loan, device, dueOn));
    }
    return new Answer.Done<>(device.publicId());
  }

  private NewNotice notice(Loan loan, Device device, Optional<LocalDate> dueOn) {
    return new NewNotice(
        loan.authorityId(),
        loan.schoolId(),
        NoticeKind.DUE_DATE_CHANGED,
        loan.pupilId(),
        loan.id(),
        "date:" + today.in(loan.authorityId()) + ":" + caller.get().accountId(),
        Map.of(
            "device", entities.find(DeviceModel.class, device.modelId()).name(),
            "tag", device.assetTag(),
            "due",
                dueOn
                    .map(day -> "au plus tard le " + LoanFacts.day(day))
                    .orElse("à la fin de la scolarité"),
            "dueOn", dueOn.map(LocalDate::toString).orElse("")),
        clock.instant());
  }

  private Optional<Loan> loan(UUID id, LockModeType lock) {
    Scope scope = caller.get().scope(Role.LOAN_MANAGER, Role.REGION_MANAGER);
    return entities
        .createQuery(
            "select l from Loan l where l.publicId = :id and l.authorityId = :authority",
            Loan.class)
        .setParameter("id", id)
        .setParameter("authority", scope.authorityId())
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(loan -> scope.covers(loan.schoolId()));
  }
}
