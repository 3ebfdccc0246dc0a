package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.directory.entity.PupilStatus;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.reservation.ReservationRows;
import fr.gestmat.lending.control.reservation.ReservationRule;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.Transit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Devices that are kept for pupils (L059): whoever runs the stock of a school keeps one, everybody
 * at its desks sees it. A check-out to somebody else is refused, the one to this pupil ends it.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Reservations {

  /** Reservations on a page of the list. */
  public static final int PAGE = 50;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private DeclaredDevices devices;
  @Inject private ReservationRows rows;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * A page of reservations.
   *
   * @param count how many there are on all pages
   * @param lines those of this page, the oldest first
   * @param next where the next page begins; absent at the end
   * @param mayManage whether the caller may take them back
   */
  public record Page(
      long count, List<ReservationRows.Line> lines, Optional<Long> next, boolean mayManage) {}

  /**
   * The reservations for pupils of the caller's schools.
   *
   * @param after key of the last line of the page before; 0 for the first
   */
  public Page list(long after) {
    Caller who = caller.get();
    Scope scope = who.scope(Stock.READERS);
    List<ReservationRows.Line> lines = rows.page(scope, after, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<ReservationRows.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(
        rows.count(scope),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty(),
        who.holds(Stock.MANAGERS));
  }

  /**
   * Keeps a device for a pupil.
   *
   * @return public id of the device; empty if the caller runs no such device or sees no such pupil
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> reserve(UUID device, UUID pupil) {
    Caller who = caller.get();
    Scope scope = who.scope(Stock.MANAGERS);
    return pupil(scope, pupil)
        .flatMap(p -> devices.lock(device, scope).map(d -> reserve(who, d, p)));
  }

  private Answer<UUID> reserve(Caller who, Device device, Pupil pupil) {
    List<Refusal> wrong =
        ReservationRule.refusals(
            new ReservationRule.Facts(
                device.state(),
                places(device),
                pupil.status() == PupilStatus.ACTIVE,
                pupil.school().id(),
                devices.loan(device).map(Loan::pupilId).filter(id -> id == pupil.id()).isPresent(),
                rows.of(who.authorityId(), device.id()).isPresent()));
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    rows.reserve(
        who.authorityId(),
        pupil.school().id(),
        device.id(),
        pupil.id(),
        who.name(),
        clock.instant());
    write(who, device, LendingAction.DEVICE_RESERVED, pupil.id());
    return new Answer.Done<>(device.publicId());
  }

  /** Takes a reservation back. False if the caller runs no such device, or it is not reserved. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public boolean cancel(UUID device) {
    Caller who = caller.get();
    Optional<Device> found = devices.lock(device, who.scope(Stock.MANAGERS));
    Optional<ReservationRows.Line> kept = found.flatMap(d -> rows.of(who.authorityId(), d.id()));
    if (kept.isEmpty() || !rows.cancel(found.get().id(), who.name(), clock.instant())) {
      return false;
    }
    write(who, found.get(), LendingAction.RESERVATION_CANCELLED, kept.get().pupilKey());
    return true;
  }

  private Optional<Pupil> pupil(Scope scope, UUID id) {
    return entities
        .createQuery(
            "select p from Pupil p where p.publicId = :id and p.authorityId = :authority",
            Pupil.class)
        .setParameter("id", id)
        .setParameter("authority", scope.authorityId())
        .getResultStream()
        .filter(p -> scope.covers(p.school().id()))
        .findFirst();
  }

  private static Set<Long> places(Device device) {
    Set<Long> places = new HashSet<>(List.of(device.homeSchoolId(), device.placeSchoolId()));
    Optional.ofNullable(device.transit()).map(Transit::to).ifPresent(places::add);
    return places;
  }

  private void write(Caller who, Device device, LendingAction action, long pupilKey) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            device.placeSchoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            device.id(),
            pupilKey,
            null));
  }
}
