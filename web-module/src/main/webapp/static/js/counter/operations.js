/** The scans of a queue that are operations: kept without network, or handed in and to be replayed. */
import { KEPT, SENT, STUCK, WAITING } from './states.js';

/** Those that are on this desk only. */
export function keptOf(scans) {
  return scans.filter((scan) => scan.state === KEPT);
}

/** Those that no replay has played yet. */
export function operationsOf(scans) {
  return scans.filter((scan) => scan.state === KEPT || scan.state === SENT);
}

/** Without network what waits is kept for a replay, in its order. Says which scans that were. */
export function keepWaiting(scans) {
  const waiting = scans.filter((scan) => scan.state === WAITING);
  waiting.forEach((scan) => { scan.state = KEPT; });
  return waiting;
}

/** What becomes of scans that were handed in, by what the service said. Says whether they changed. */
export function settle(scans, result) {
  if (result.kind === 'answered') {
    scans.forEach((scan) => { scan.state = SENT; });
  } else if (result.kind === 'wrong') {
    scans.forEach((scan) => Object.assign(scan, { state: STUCK, wrong: true, message: result.message }));
  }
  return result.kind === 'answered' || result.kind === 'wrong';
}
