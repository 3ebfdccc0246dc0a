package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.incident.Incident;
import fr.gestmat.lending.control.incident.IncidentJournal;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.incident.IncidentRows;
import fr.gestmat.lending.control.incident.LastHolders;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Declares incidents of devices, for whoever works at the school: nothing is decided here. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class IncidentDeclarations {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private DeclaredDevices devices;
  @Inject private IncidentRows rows;
  @Inject private IncidentLife life;
  @Inject private IncidentJournal journal;
  @Inject private LastHolders holders;

  /**
   * Whom an incident of a device would concern.
   *
   * @param assetTag the device's tag
   * @param model its model
   * @param holder who has it, or had it last; empty if nobody ever had
   * @param holds whether that pupil still has it
   * @param running public id of the incident that runs already
   */
  public record Subject(
      String assetTag,
      String model,
      Optional<String> holder,
      boolean holds,
      Optional<UUID> running) {}

  /** What an incident of a device would be about. */
  public Optional<Subject> subject(UUID device) {
    return devices
        .find(device, caller.get().scope(Incidents.READERS))
        .map(
            d -> {
              Optional<LastHolders.Last> last = holders.of(d.id());
              return new Subject(
                  d.assetTag(),
                  entities.find(DeviceModel.class, d.modelId()).name(),
                  last.map(LastHolders.Last::name),
                  last.filter(LastHolders.Last::holds).isPresent(),
                  rows.running(d.id()).map(Incident::id));
            });
  }

  /**
   * Declares an incident; nothing is decided yet.
   *
   * @param lastHolder whether the pupil who had it last answers for it, when nobody has it
   * @return its public id; empty if there is no such device for the caller
   */
  public Optional<Answer<UUID>> declare(UUID device, IncidentForm form, boolean lastHolder) {
    Caller who = caller.get();
    return devices
        .lock(device, who.scope(Incidents.READERS))
        .map(d -> declare(who, d, form, lastHolder));
  }

  private Answer<UUID> declare(Caller who, Device device, IncidentForm form, boolean lastHolder) {
    List<Refusal> wrong = form.refusals(today.in(who.authorityId()));
    if (rows.running(device.id()).isPresent()) {
      wrong.add(Refusal.of("kind", "incidentRuns"));
    }
    if (!mayHappen(device.state())) {
      wrong.add(Refusal.of("kind", "notInThisState"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    Optional<IncidentLife.Holder> holder =
        holders.of(device.id()).filter(l -> l.holds() || lastHolder).map(LastHolders.Last::holder);
    Incident incident =
        life.declare(
            device,
            entities.find(DeviceModel.class, device.modelId()).category(),
            holder,
            new IncidentLife.Story(
                form.kind().orElseThrow(),
                form.happenedOn().orElseThrow(),
                form.place(),
                form.story(),
                form.policeReport(),
                form.policeReportOn(),
                false,
                who.name()));
    journal.write(who, LendingAction.INCIDENT_DECLARED, incident);
    return new Answer.Done<>(incident.id());
  }

  private static boolean mayHappen(DeviceState state) {
    return switch (state) {
      case IN_STOCK, ON_LOAN, TO_CHECK, IN_TRANSIT, IN_REPAIR -> true;
      case EXPECTED, LOST, STOLEN, WITHDRAWN, OWNERSHIP_TRANSFERRED -> false;
    };
  }
}
