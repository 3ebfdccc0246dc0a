package fr.gestmat.lending.boundary.desk;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.LendingRight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * The desk: hands devices over and takes them back by scan, and undoes a scan.
 *
 * <p>A scan is idempotent by its id. It has no transaction here: who loses a race is answered by a
 * second run, which finds what the winner did.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScanDesk {

  @Inject private CurrentCaller callers;
  @Inject private ReferenceData reference;
  @Inject private Clock clock;
  @EJB private ScanTransaction transaction;

  /** Answers a scan that was made now. */
  public ScanReply scan(ScanRequest request) {
    return scan(request, Duration.ZERO);
  }

  /**
   * Answers a scan; the same id again gets the same answer and changes nothing. One that waited at
   * its desk is not done if its device changed meanwhile (L088).
   *
   * @param age how long ago it was made, as its desk measured it; not negative
   */
  public ScanReply scan(ScanRequest request, Duration age) {
    Caller caller = callers.get();
    Optional<Station> station =
        Station.find(caller, facts(caller, request.school()), request.school(), now());
    if (station.isEmpty()) {
      return new ScanReply.NotThere();
    }
    Instant madeAt = station.get().now().minus(age);
    try {
      return transaction.first(station.get(), request, madeAt);
    } catch (LostRaceException first) {
      try {
        return transaction.again(
            station.get().knowing(reference.fresh(caller.authorityId())), request, madeAt);
      } catch (LostRaceException second) {
        throw new IllegalStateException("Two races lost in a row for one scan", second);
      }
    }
  }

  /** Undoes a scan, as long as its device and loan did not change since; again is harmless. */
  public ScanReply undo(UUID scanId) {
    return about(scanId, (station, mayOthers) -> transaction.undo(station, scanId, mayOthers));
  }

  /**
   * Takes what a desk says of the kit of a device that it has just handed over or taken back. The
   * highest revision counts; the same one again gets the same answer and changes nothing.
   */
  public ScanReply kit(UUID scanId, KitStatement statement) {
    return about(
        scanId, (station, mayOthers) -> transaction.kit(station, scanId, statement, mayOthers));
  }

  private interface Work {
    ScanReply run(Station station, boolean mayOthers) throws LostRaceException;
  }

  /** What follows a scan: by who scanned, or who runs the stock of that school. */
  private ScanReply about(UUID scanId, Work work) {
    Caller caller = callers.get();
    AuthorityFacts facts = reference.of(caller.authorityId());
    Optional<Station> station =
        transaction
            .schoolOf(caller.authorityId(), scanId)
            .flatMap(facts::find)
            .map(SchoolRef::uai)
            .flatMap(uai -> Station.find(caller, facts, uai, now()));
    if (station.isEmpty()) {
      return new ScanReply.NotThere();
    }
    boolean mayOthers = station.get().right().includes(LendingRight.STOCK);
    try {
      return work.run(station.get(), mayOthers);
    } catch (LostRaceException first) {
      try {
        return work.run(station.get(), mayOthers);
      } catch (LostRaceException second) {
        throw new IllegalStateException("Two races lost in a row for one scan", second);
      }
    }
  }

  /** A school that was opened a moment ago is looked for once more. */
  private AuthorityFacts facts(Caller caller, String uai) {
    AuthorityFacts known = reference.of(caller.authorityId());
    return known.schoolsByUai().containsKey(uai) ? known : reference.fresh(caller.authorityId());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
