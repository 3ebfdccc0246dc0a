package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.condition.ConditionBook;
import fr.gestmat.lending.control.condition.ConditionForm;
import fr.gestmat.lending.control.condition.ConditionReader;
import fr.gestmat.lending.control.condition.ConditionReader.LoanSides;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.ConditionMark;
import fr.gestmat.lending.entity.ConditionReport;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.Loan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The condition of devices at both ends of their loans (L080). Who may see a loan may see and say
 * it; for everybody else there is none.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Conditions {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ConditionReader reader;
  @Inject private DeclaredDevices devices;
  @Inject private ConditionBook book;
  @Inject private Clock clock;

  /** The latest loans of a device that the caller may see; empty if not even the device. */
  public Optional<List<LoanSides>> of(UUID device) {
    Scope scope = caller.get().scope(ConditionBook.readers());
    return devices.find(device, scope).map(d -> reader.ofDevice(scope, d.id()));
  }

  /**
   * Says the condition at one end of a loan: at the hand-over until the device is back, at the
   * return from then on until it is lent again. A device that is back and damaged is put aside
   * (L079).
   *
   * @param loan public id of the loan
   * @return public id of the report; empty if there is no such loan for the caller
   */
  public Optional<Answer<UUID>> record(UUID loan, KitStep step, ConditionForm form) {
    Caller who = caller.get();
    return book.loan(who, loan)
        .map(
            found -> {
              List<Refusal> wrong = form.refusals();
              if (!wrong.isEmpty()) {
                return new Answer.Refused<UUID>(wrong);
              }
              if (!book.isOpen(found, step)) {
                return Answer.<UUID>refused(Refusal.of("etat", "conditionTooLate"));
              }
              return new Answer.Done<>(say(who, found, step, form));
            });
  }

  private UUID say(Caller who, Loan loan, KitStep step, ConditionForm form) {
    Device device = entities.find(Device.class, loan.deviceId(), LockModeType.PESSIMISTIC_WRITE);
    ConditionGrade grade = form.grade().orElseThrow();
    ConditionReport report = book.report(who, loan, step, grade);
    report.say(
        grade,
        form.note(),
        form.marks().stream().map(m -> new ConditionMark(m.place(), m.words())).toList(),
        clock.instant(),
        who.name());
    DeviceState before = device.state();
    ConditionGrade gradeBefore = device.conditionGrade();
    device.grade(grade);
    if (grade.needsCheck() && device.state() == DeviceState.IN_STOCK) {
      device.move(DeviceEvent.FAULT_NOTED);
    }
    JsonObjectBuilder changed = Json.createObjectBuilder();
    if (before != device.state()) {
      changed.add("state", Json.createArrayBuilder().add(before.name()).add(device.state().name()));
    }
    if (gradeBefore != device.conditionGrade()) {
      changed.add(
          "grade",
          Json.createArrayBuilder().add(gradeBefore.name()).add(device.conditionGrade().name()));
    }
    book.write(
        who,
        loan,
        LendingAction.CONDITION_RECORDED,
        Json.createObjectBuilder()
            .add("step", step.name())
            .add("graded", grade.name())
            .add("marks", form.marks().size())
            .add("changed", changed));
    return report.publicId();
  }
}
