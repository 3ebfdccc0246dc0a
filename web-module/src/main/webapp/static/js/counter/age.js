/** How old the scans of a desk are when they go out: the time that passed, whatever its clock says. */

/** What is older, or older than anybody can tell, is as old as this: longer than desks keep scans. */
const LONGEST = 14 * 24 * 3600_000;
/** A clock may be put back by so much without anybody's doing. */
const SLIP = 60_000;

const begun = new WeakMap();

/** A scan was made now, on this page. */
export function begin(scan) {
  begun.set(scan, performance.now());
}

/**
 * Milliseconds since a scan was made, by the longer of two measures: the page's own stands still
 * while the machine sleeps and ends with the page, and the clock may be put right meanwhile. Rather
 * too old, and a person looks at it, than too young, and it overwrites what happened since.
 */
export function ageOf(scan) {
  const byClock = Date.now() - Date.parse(scan.request.scannedAt);
  if (begun.has(scan)) {
    return longer(performance.now() - begun.get(scan), byClock);
  }
  return byClock < -SLIP ? LONGEST : longer(0, byClock);
}

function longer(byPage, byClock) {
  return Math.round(Math.min(Math.max(byPage, byClock || 0), LONGEST));
}
