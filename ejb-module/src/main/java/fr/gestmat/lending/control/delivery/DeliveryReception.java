package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** Receives the devices of a delivery that are still expected. */
@ApplicationScoped
public class DeliveryReception {

  private static final int BATCH = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;

  /**
   * Receives the next ones that belong to the scope, with a line in the journal for each.
   *
   * @return how many; 0 when none is left
   */
  @InTransaction(ofItsOwn = true)
  public int batch(long delivery, Caller who, Scope scope) {
    List<Device> devices = expected(delivery, scope);
    for (Device device : devices) {
      device.move(DeviceEvent.RECEIVED);
      journal.write(
          new JournalEvent(
              who.authorityId(),
              device.placeSchoolId(),
              who.accountId(),
              who.name(),
              LendingAction.RECEIVED.name(),
              "DEVICE",
              device.id(),
              null,
              null));
    }
    return devices.size();
  }

  private List<Device> expected(long delivery, Scope scope) {
    if (scope.isEmpty()) {
      return List.of();
    }
    TypedQuery<Device> query =
        entities.createQuery(
            "select d from Device d where d.purchase.deliveryId = :delivery and d.state = :state"
                + (scope.wholeAuthority() ? "" : " and d.homeSchoolId in :schools")
                + " order by d.id",
            Device.class);
    if (!scope.wholeAuthority()) {
      query.setParameter("schools", scope.schoolIds());
    }
    return query
        .setParameter("delivery", delivery)
        .setParameter("state", DeviceState.EXPECTED)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setMaxResults(BATCH)
        .getResultList();
  }
}
