package fr.gestmat.lending.control.declare;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Takes a device and its loan for a declaration, in the order in which scans lock them. */
@ApplicationScoped
public class DeclaredDevices {

  @PersistenceContext private EntityManager entities;

  /** The device, locked, if it belongs to, is in, or is on its way to a school of the scope. */
  public Optional<Device> lock(UUID id, Scope scope) {
    return entities
        .createQuery(
            "select d from Device d where d.publicId = :id and d.authorityId = :authority",
            Device.class)
        .setParameter("id", id)
        .setParameter("authority", scope.authorityId())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(d -> isInside(d, scope))
        .findFirst();
  }

  /** The device, if it is inside the scope, for reading only. */
  public Optional<Device> find(UUID id, Scope scope) {
    return entities
        .createQuery(
            "select d from Device d where d.publicId = :id and d.authorityId = :authority",
            Device.class)
        .setParameter("id", id)
        .setParameter("authority", scope.authorityId())
        .getResultStream()
        .filter(d -> isInside(d, scope))
        .findFirst();
  }

  /** The loan that holds it; its rows are safe once the device is locked. */
  public Optional<Loan> loan(Device device) {
    return Optional.ofNullable(device.openLoanId()).map(id -> entities.find(Loan.class, id));
  }

  private static boolean isInside(Device device, Scope scope) {
    return scope.covers(device.homeSchoolId())
        || scope.covers(device.placeSchoolId())
        || (device.transit() != null && scope.covers(device.transit().to()));
  }
}
