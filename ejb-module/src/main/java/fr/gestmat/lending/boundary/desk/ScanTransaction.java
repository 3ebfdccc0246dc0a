package fr.gestmat.lending.boundary.desk;

import fr.gestmat.lending.control.desk.KitChecking;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.desk.Scanning;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.control.desk.Undoing;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.control.offline.LateScans;
import fr.gestmat.lending.control.offline.ReplayRules;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The one transaction of a scan or an undo: done and kept whole, or not at all (L018). */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScanTransaction {

  @Resource private SessionContext context;
  @Inject private Scanning scanning;
  @Inject private LateScans late;
  @Inject private Undoing undoing;
  @Inject private KitChecking kits;

  /**
   * Answers a scan that was probably never answered; the database says if it was.
   *
   * @param madeAt when it was made, by the server's clock
   */
  public ScanReply first(Station station, ScanRequest request, Instant madeAt)
      throws LostRaceException {
    return guarded(() -> decide(station, request, madeAt));
  }

  /**
   * Answers a scan after a lost race: as it was answered before, if it was.
   *
   * @param madeAt when it was made, by the server's clock
   */
  public ScanReply again(Station station, ScanRequest request, Instant madeAt)
      throws LostRaceException {
    return guarded(
        () -> {
          Optional<ScanReply> earlier = scanning.earlier(station, request);
          return earlier.isPresent() ? earlier.get() : decide(station, request, madeAt);
        });
  }

  /** Undoes a scan. */
  public ScanReply undo(Station station, UUID scanId, boolean mayUndoOthers)
      throws LostRaceException {
    return guarded(() -> undoing.undo(station, scanId, mayUndoOthers));
  }

  /** Takes what is said of the kit of a scan. */
  public ScanReply kit(Station station, UUID scanId, KitStatement statement, boolean mayOthers)
      throws LostRaceException {
    return guarded(() -> kits.state(station, scanId, statement, mayOthers));
  }

  /** The school where a scan was made. */
  public Optional<Long> schoolOf(long authorityId, UUID scanId) {
    return undoing.schoolOf(authorityId, scanId);
  }

  private ScanReply decide(Station station, ScanRequest request, Instant madeAt) {
    ScanReply reply =
        new ScanReply.Answered(
            ReplayRules.isLate(madeAt, station.now())
                ? late.answer(station, request, madeAt)
                : scanning.answer(station, request));
    if (request.dryRun()) {
      context.setRollbackOnly();
    }
    return reply;
  }

  private interface Work {
    ScanReply run();
  }

  private static ScanReply guarded(Work work) throws LostRaceException {
    try {
      return work.run();
    } catch (RuntimeException e) {
      if (LostRaceException.explains(e)) {
        throw new LostRaceException(e);
      }
      throw e;
    }
  }
}
