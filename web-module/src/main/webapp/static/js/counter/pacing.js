/** When the scans of a queue go out: which is next, and how long what failed waits. */
import { normal } from './decide.js';
import { ANSWERED, KEPT, SENT, STUCK, WAITING } from './states.js';

/** Seconds between tries of a service that does not answer. */
const PAUSES = [1, 2, 4, 8, 15, 30];
/** Seconds before a scan that the service failed on is tried again. */
const RETRIES = [1, 3, 15, 30, 60];
const IN_ORDER_ATTEMPTS = 3;

/** Seconds to wait after so many tries in a row that were not answered. */
export function pauseAfter(failures) {
  return PAUSES[Math.min(failures, PAUSES.length) - 1];
}

/** The service failed on a scan: it is tried again later, at last without holding up the others. */
export function failed(scan, now) {
  scan.attempts += 1;
  scan.state = scan.attempts >= IN_ORDER_ATTEMPTS ? STUCK : WAITING;
  scan.notBefore = now + 1000 * RETRIES[Math.min(scan.attempts, RETRIES.length) - 1];
}

/** The scan that goes out next; null if none may yet. One never overtakes another of its code. */
export function nextOf(scans, now) {
  const held = new Set();
  for (const scan of scans) {
    if (scan.state === ANSWERED || scan.state === KEPT || scan.state === SENT) {
      continue;
    }
    const code = normal(scan.request.code);
    const mayGo = !scan.wrong && scan.notBefore <= now && !held.has(code);
    if (scan.n === undefined || (scan.state === WAITING && !mayGo && !held.has(code))) {
      return null;
    }
    if (mayGo) {
      return scan;
    }
    held.add(code);
  }
  return null;
}

/** When one of them may go out at the earliest, if none may now; null if none ever will. */
export function nextAt(scans, now) {
  const later = scans
    .filter((scan) => scan.state !== ANSWERED && !scan.wrong && scan.notBefore > now)
    .map((scan) => scan.notBefore);
  return later.length > 0 ? Math.min(...later) : null;
}
