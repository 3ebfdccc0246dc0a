package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.desk.Scanning;
import fr.gestmat.lending.control.desk.Scanning.About;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.control.offline.DeviceChanges.Change;
import fr.gestmat.lending.control.offline.ReplayRules.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Scans that waited for the network at a desk that is not prepared for it. They come one by one and
 * are decided as of now, like any scan; but newer truth stands, as in a replay (L088).
 */
@ApplicationScoped
public class LateScans {

  @Inject private Scanning scanning;
  @Inject private DeviceChanges changes;

  /**
   * Answers a late scan, and does it unless its device changed since; needs a transaction. Unlike
   * in a replay each scan is judged by itself: somebody is at the desk and reads the answer.
   *
   * @param madeAt when it was made, by the server's clock
   */
  public ScanAnswer answer(Station station, ScanRequest request, Instant madeAt) {
    // From here on nobody else changes the device: what is read now is still true at the end.
    Optional<About> about = scanning.lock(station, request);
    Optional<Change> last = about.flatMap(one -> last(station, request, madeAt, one));
    Verdict verdict = ReplayRules.judge(madeAt, last.map(Change::at), false);
    if (verdict == Verdict.CHANGED_SINCE) {
      Change change = last.orElseThrow();
      return scanning.leaveOut(
          station,
          request,
          madeAt,
          about.orElseThrow(),
          Finding.of(ScanReason.CHANGED_SINCE, change.at(), change.by()));
    }
    return scanning.answer(station, request, Optional.of(madeAt));
  }

  /**
   * What the same agent did within the tolerance is no news: it stood before this scan in the queue
   * and was decided when it arrived, so its time is that much too late at most.
   */
  private Optional<Change> last(Station station, ScanRequest request, Instant madeAt, About about) {
    return changes.lastBut(
        about.device().id(),
        request.scanId(),
        station.caller().accountId(),
        madeAt.plus(ReplayRules.TOLERANCE));
  }
}
