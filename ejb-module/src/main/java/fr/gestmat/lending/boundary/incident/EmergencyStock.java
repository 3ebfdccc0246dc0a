package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.entity.Device;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import java.util.UUID;

/** Keeps devices apart for those whose device was stolen, or whatever policy foresees. */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class EmergencyStock {

  @Inject private CurrentCaller caller;
  @Inject private DeclaredDevices devices;
  @Inject private Journal journal;

  /** Puts a device into the emergency stock, or back; empty if the caller may not. */
  public Optional<Boolean> keep(UUID id, boolean only) {
    Caller who = caller.get();
    Scope scope = who.scope(Role.REGION_MANAGER, Role.ADMIN);
    return Optional.of(scope)
        .filter(Scope::wholeAuthority)
        .flatMap(s -> devices.lock(id, s))
        .map(device -> keep(who, device, only));
  }

  private boolean keep(Caller who, Device device, boolean only) {
    if (device.isForEmergencies() != only) {
      device.keepForEmergencies(only);
      journal.write(
          new JournalEvent(
              who.authorityId(),
              device.placeSchoolId(),
              who.accountId(),
              who.name(),
              LendingAction.EMERGENCY_STOCK.name(),
              "DEVICE",
              device.id(),
              null,
              Json.createObjectBuilder().add("emergency", only).build().toString()));
    }
    return only;
  }
}
