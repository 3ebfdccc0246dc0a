package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.declare.DeclaredEffect;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.incident.IncidentPolicy;
import fr.gestmat.lending.control.incident.IncidentRows;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The incidents that a school follows. Whoever runs the stock decides: policy says what becomes of
 * a new device and of a charge, and the incident says why.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Incidents {

  /** Incidents on a page of the list. */
  public static final int PAGE = 50;

  static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Today today;
  @Inject private DeclaredDevices devices;
  @Inject private DeclaredEffect effect;
  @Inject private IncidentRows rows;
  @Inject private IncidentLife life;
  @Inject private IncidentJournal journal;
  @Inject private ChargeRows charges;
  @Inject private LastChange lastChange;

  /**
   * A page of incidents.
   *
   * @param incidents those of this page, the latest first
   * @param next where the next page begins; absent at the end
   */
  public record Page(List<Incident> incidents, Optional<Long> next) {}

  /**
   * An incident, whole.
   *
   * @param incident what is known
   * @param why what policy says, or what was decided, and why
   * @param amount what policy would ask, or what was asked, in euros
   * @param charges what was asked for it
   * @param mayDecide whether the caller may decide it
   * @param history what happened, the latest first
   */
  public record Card(
      Incident incident,
      List<IncidentPolicy.Why> why,
      Optional<BigDecimal> amount,
      List<ChargeRows.Charge> charges,
      boolean mayDecide,
      List<IncidentJournal.Line> history) {}

  /** Incidents that the caller follows. */
  public Page list(boolean running, long before) {
    List<Incident> found = rows.page(caller.get().scope(READERS), running, before, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<Incident> shown = more ? found.subList(0, PAGE) : found;
    return new Page(shown, more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** One incident. */
  public Optional<Card> find(UUID id) {
    Caller who = caller.get();
    return rows.find(who.scope(READERS), id)
        .map(
            incident -> {
              IncidentPolicy.Verdict verdict = life.verdict(incident);
              List<ChargeRows.Charge> asked = charges.ofIncident(who.authorityId(), incident.key());
              boolean decided = incident.decidedAt().isPresent();
              return new Card(
                  incident,
                  decided ? kept(incident, verdict, asked) : verdict.reasons(),
                  decided
                      ? asked.stream().map(ChargeRows.Charge::amount).findFirst()
                      : verdict.charge(),
                  asked,
                  who.scope(MANAGERS).covers(incident.schoolId()),
                  journal.of(who.authorityId(), incident.key()));
            });
  }

  private static List<IncidentPolicy.Why> kept(
      Incident incident, IncidentPolicy.Verdict now, List<ChargeRows.Charge> asked) {
    return IncidentPolicy.kept(
        incident.pupilKey().isPresent(),
        incident.replacement(),
        incident.state().isRunning()
            && now.reasons().contains(IncidentPolicy.Why.NEW_DEVICE_WITH_REPORT),
        incident.blocks(),
        incident.chargeKind(),
        !asked.isEmpty(),
        incident.refundIfFound());
  }

  /** Applies policy: the device is lost or stolen from now on, and a charge is proposed. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> decide(UUID id, int version) {
    return change(
        id,
        version,
        IncidentState.Event.DECIDE,
        (who, device, incident) -> {
          Optional<DeviceState.Transition> gone = gone(incident.kind(), device);
          if (incident.kind() != IncidentKind.BREAKAGE && gone.isEmpty()) {
            return Answer.refused(Refusal.of("kind", "notInThisState"));
          }
          gone.ifPresent(t -> effect.apply(who, device, wish(incident), t.event()));
          life.decide(rows.get(incident.key()), who.name());
          journal.write(who, LendingAction.INCIDENT_DECIDED, rows.get(incident.key()));
          return new Answer.Done<>(incident.id());
        });
  }

  /** Keeps police report and insurance; with a report, policy may give a new device. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> describe(
      UUID id,
      int version,
      String report,
      Optional<LocalDate> reportOn,
      String insurer,
      String reference) {
    return locked(
        id,
        (who, device, incident) -> {
          List<Refusal> wrong = IncidentForm.report(report, reportOn, today.in(who.authorityId()));
          if (insurer.length() > 120 || reference.length() > 80) {
            wrong.add(Refusal.of("insurer", "tooLong", 80));
          }
          if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
          }
          if (!rows.describe(
              incident,
              version,
              report,
              reportOn,
              insurer,
              reference,
              new IncidentRows.Reporter(who.name(), false),
              clock.instant())) {
            return stale(incident);
          }
          Incident now = life.reported(rows.get(incident.key()));
          journal.write(who, LendingAction.INCIDENT_DESCRIBED, now);
          return new Answer.Done<>(id);
        });
  }

  /**
   * The school has looked at the police report that the family added: a new device may be given.
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> confirmReport(UUID id, int version) {
    return locked(
        id,
        (who, device, incident) -> {
          if (incident.version() != version) {
            return stale(incident);
          }
          if (!incident.reportWaits()) {
            return Answer.refused(Refusal.of("policeReport", "noReportWaits"));
          }
          journal.write(who, LendingAction.POLICE_REPORT_CONFIRMED, life.reported(incident));
          return new Answer.Done<>(id);
        });
  }

  /** Says that it is settled. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> close(UUID id, int version) {
    return change(
        id,
        version,
        IncidentState.Event.CLOSE,
        (who, device, incident) -> {
          rows.end(incident.key(), IncidentState.CLOSED, "SETTLED", who.name(), clock.instant());
          journal.write(who, LendingAction.INCIDENT_CLOSED, rows.get(incident.key()));
          return new Answer.Done<>(id);
        });
  }

  /** Says that it never was; only while the device is not lost or stolen by it. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> cancel(UUID id, int version) {
    return change(
        id,
        version,
        IncidentState.Event.CANCEL,
        (who, device, incident) -> {
          if (device.state() == DeviceState.LOST || device.state() == DeviceState.STOLEN) {
            return Answer.refused(Refusal.of("kind", "findDeviceFirst"));
          }
          life.cancel(incident, who.name());
          journal.write(who, LendingAction.INCIDENT_CANCELLED, rows.get(incident.key()));
          return new Answer.Done<>(id);
        });
  }

  private interface Work {
    Answer<UUID> on(Caller who, Device device, Incident incident);
  }

  private Optional<Answer<UUID>> change(
      UUID id, int version, IncidentState.Event event, Work work) {
    return locked(
        id,
        (who, device, incident) -> {
          if (incident.version() != version) {
            return stale(incident);
          }
          return incident.state().on(event).isEmpty()
              ? Answer.refused(Refusal.of("kind", "incidentOver"))
              : work.on(who, device, incident);
        });
  }

  /** Runs a change with the device locked and the incident read after that. */
  private Optional<Answer<UUID>> locked(UUID id, Work work) {
    Caller who = caller.get();
    Scope scope = who.scope(MANAGERS);
    return rows.find(scope, id)
        .filter(i -> scope.covers(i.schoolId()))
        .flatMap(
            i ->
                devices
                    .lock(i.device(), new Scope(who.authorityId(), true, java.util.Set.of()))
                    .map(device -> work.on(who, device, rows.get(i.key()))));
  }

  private Answer<UUID> stale(Incident incident) {
    Optional<JournalEntry> last = lastChange.of(IncidentJournal.SUBJECT, incident.key());
    return new Answer.Stale<>(
        last.map(JournalEntry::actorName),
        last.map(JournalEntry::happenedAt),
        rows.get(incident.key()).version());
  }

  private static Optional<DeviceState.Transition> gone(IncidentKind kind, Device device) {
    return switch (kind) {
      case BREAKAGE -> Declaration.PUT_ASIDE.of(device.state(), device.conditionGrade());
      case LOSS -> Declaration.LOST.of(device.state(), device.conditionGrade());
      case THEFT -> Declaration.STOLEN.of(device.state(), device.conditionGrade());
    };
  }

  private static Wish wish(Incident incident) {
    return new Wish(
        switch (incident.kind()) {
          case BREAKAGE -> Declaration.PUT_ASIDE;
          case LOSS -> Declaration.LOST;
          case THEFT -> Declaration.STOLEN;
        },
        incident.story().substring(0, Math.min(400, incident.story().length())),
        incident.policeReport(),
        incident.policeReportOn(),
        Optional.empty(),
        false);
  }
}
