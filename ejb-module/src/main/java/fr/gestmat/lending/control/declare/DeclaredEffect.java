package fr.gestmat.lending.control.declare;

import fr.gestmat.access.Caller;
import fr.gestmat.directory.entity.School;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.transfer.Slips;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanReturn;
import fr.gestmat.lending.entity.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what was declared to the device and to the loan that holds it, and can take it back. */
@ApplicationScoped
public class DeclaredEffect {

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Journal journal;
  @Inject private LastChange lastChange;
  @Inject private DeclaredDevices devices;
  @Inject private IncidentLife incidents;
  @Inject private Today today;
  @Inject private Slips slips;

  /** Moves the locked device, and its loan with it, and writes the journal. */
  public void apply(Caller who, Device device, Wish wish, DeviceEvent event) {
    // What was looked at and is good is not damaged or incomplete any more.
    boolean mended = event == DeviceEvent.PASSED_CHECK && device.conditionGrade().needsCheck();
    apply(who, device, wish, event, mended ? ConditionGrade.GOOD : device.conditionGrade());
  }

  /** The same for a device that is in this condition from now on. */
  public void apply(Caller who, Device device, Wish wish, DeviceEvent event, ConditionGrade grade) {
    Optional<Loan> loan = devices.loan(device);
    JsonObject before = DeclaredBefore.of(device, loan);
    long place = device.placeSchoolId();
    loan.ifPresent(l -> end(who, l, event, place));
    slips.left(device, event);
    move(who, device, wish, event);
    device.grade(grade);
    UUID mark = UUID.randomUUID();
    follow(who, device, loan, wish, event, mark);
    JsonObjectBuilder detail =
        Json.createObjectBuilder().add("before", before).add("mark", mark.toString());
    add(detail, "reason", wish.reason());
    add(detail, "policeReport", wish.policeReport());
    wish.policeReportOn().ifPresent(on -> detail.add("policeReportOn", on.toString()));
    wish.school().ifPresent(to -> detail.add("toSchoolName", schoolName(to)));
    write(who, device, loan, action(event), place, detail);
  }

  /**
   * Puts back what the last declaration changed.
   *
   * @return false if something else happened to the device or its loan since then, or the finance
   *     system was told of what it did to a charge
   */
  public boolean undo(Caller who, Device device) {
    Optional<JournalEntry> last = lastChange.of("DEVICE", device.id());
    if (last.isEmpty()) {
      return false;
    }
    DeclaredBefore before = DeclaredBefore.read(last.get().detail());
    Optional<Loan> loan = before.loanId().map(id -> entities.find(Loan.class, id));
    if (!before.isLast(device, loan) || before.mark().filter(incidents::isToldOf).isPresent()) {
      return false;
    }
    before.restore(device, loan);
    slips.backOnItsWay(device);
    takeBack(who, device, last.get().action(), before.mark());
    write(
        who,
        device,
        loan,
        LendingAction.DECLARATION_UNDONE,
        device.placeSchoolId(),
        Json.createObjectBuilder());
    return true;
  }

  /** What the declaration means for the device's incident and repair. */
  private void follow(
      Caller who, Device device, Optional<Loan> loan, Wish wish, DeviceEvent event, UUID mark) {
    switch (event) {
      case DECLARED_LOST -> gone(who, device, loan, wish, IncidentKind.LOSS, mark);
      case DECLARED_STOLEN -> gone(who, device, loan, wish, IncidentKind.THEFT, mark);
      case WITHDRAWN -> incidents.goneFromRepair(device.id(), who.name(), mark);
      case FOUND_TO_CHECK, STOLEN_FOUND -> incidents.found(device.id(), who.name(), mark);
      case SENT_TO_REPAIR ->
          incidents.sentToRepair(device, wish.reason(), who.name(), today.in(who.authorityId()));
      case REPAIRED -> incidents.backFromRepair(device.id(), true, who.name(), mark);
      case REPAIRED_TO_CHECK -> incidents.backFromRepair(device.id(), false, who.name(), mark);
      default -> {}
    }
  }

  private void gone(
      Caller who, Device device, Optional<Loan> loan, Wish wish, IncidentKind kind, UUID mark) {
    incidents.goneFromRepair(device.id(), who.name(), mark);
    incidents.declaredGone(
        device,
        entities.find(DeviceModel.class, device.modelId()).category(),
        loan.map(IncidentLife.Holder::of),
        new IncidentLife.Story(
            kind,
            today.in(who.authorityId()),
            "",
            wish.reason(),
            wish.policeReport(),
            wish.policeReportOn(),
            false,
            who.name()),
        mark);
  }

  private void takeBack(Caller who, Device device, String action, Optional<UUID> mark) {
    if (action.equals(LendingAction.DECLARED_LOST.name())
        || action.equals(LendingAction.DECLARED_STOLEN.name())) {
      incidents.takenBack(device.id(), who.name());
    } else if (action.equals(LendingAction.SENT_TO_REPAIR.name())) {
      incidents.notSentToRepair(device.id());
    }
    mark.ifPresent(incidents::undone);
  }

  /** Whether the last thing that happened to a device is a declaration that can be taken back. */
  public boolean mayUndo(int deviceVersion, JsonObject lastDetail) {
    return DeclaredBefore.isOf(deviceVersion, lastDetail);
  }

  private void move(Caller who, Device device, Wish wish, DeviceEvent event) {
    Optional<Long> target = wish.school();
    if (event == DeviceEvent.SENT && target.isPresent()) {
      if (wish.forGood()) {
        device.give(target.get(), clock.instant());
      } else {
        device.send(event, target.get(), clock.instant());
      }
    } else if (device.transit() != null && isArrival(event)) {
      Sighting arrival = new Sighting(clock.instant(), device.transit().to(), who.name());
      device.move(event);
      device.see(arrival);
    } else {
      device.move(event);
    }
    device.explain(wish.reason().isEmpty() ? null : wish.reason());
    if (event == DeviceEvent.DECLARED_STOLEN) {
      device.keepPoliceReport(
          wish.policeReport().isEmpty() ? null : wish.policeReport(),
          wish.policeReportOn().orElse(null));
    }
  }

  private static LendingAction action(DeviceEvent event) {
    return switch (event) {
      case REPAIRED_TO_CHECK -> LendingAction.REPAIRED;
      case ARRIVED_TO_CHECK -> LendingAction.ARRIVED;
      case TRANSFER_CANCELLED_TO_CHECK -> LendingAction.TRANSFER_CANCELLED;
      case FOUND_TO_CHECK -> LendingAction.FOUND;
      default -> LendingAction.valueOf(event.name());
    };
  }

  private static boolean isArrival(DeviceEvent event) {
    return event == DeviceEvent.ARRIVED || event == DeviceEvent.ARRIVED_TO_CHECK;
  }

  /** What the declaration means for the loan; a theft ends it, a loss does not. */
  private void end(Caller who, Loan loan, DeviceEvent event, long place) {
    switch (event) {
      case DECLARED_LOST -> loan.move(LoanEvent.DECLARED_LOST);
      case DECLARED_STOLEN -> loan.close(LoanEvent.DECLARED_STOLEN, now(who, place));
      case FOUND_TO_CHECK -> loan.close(LoanEvent.FOUND, now(who, place));
      default -> {}
    }
  }

  private LoanReturn now(Caller who, long place) {
    Sighting recorded = new Sighting(clock.instant(), place, who.name());
    return new LoanReturn(recorded.at(), recorded, null, null);
  }

  private void write(
      Caller who,
      Device device,
      Optional<Loan> loan,
      LendingAction action,
      long place,
      JsonObjectBuilder detail) {
    entities.flush();
    detail.add("deviceVersion", device.version());
    loan.ifPresent(l -> detail.add("loanVersion", l.version()));
    @Nullable Long pupil = loan.map(Loan::pupilId).orElse(null);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            place,
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            device.id(),
            pupil,
            detail.build().toString()));
  }

  private String schoolName(long id) {
    return entities.find(School.class, id).name();
  }

  private static void add(JsonObjectBuilder detail, String name, String text) {
    if (!text.isEmpty()) {
      detail.add(name, text);
    }
  }
}
