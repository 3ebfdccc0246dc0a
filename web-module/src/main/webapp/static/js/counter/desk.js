/** The settings of this desk, kept in the browser: what it does, grade, place, sound. */

const KEY = 'gestmat.desk';
/** After so long a pause a desk begins with the ordinary grade again. */
const STICKY_HOURS = 10;
const DEFAULTS = { mode: 'CHECK_IN', grade: '', place: '', returnedOn: '', volume: 0.7, muted: false, usedAt: 0 };

export function openDesk() {
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    kept = {};
  }
  const desk = { ...DEFAULTS, ...kept };
  if (Date.now() - desk.usedAt > STICKY_HOURS * 3600 * 1000) {
    Object.assign(desk, { grade: '', returnedOn: '' });
  }
  return desk;
}

export function keepDesk(desk) {
  desk.usedAt = Date.now();
  try {
    localStorage.setItem(KEY, JSON.stringify(desk));
  } catch {
    // Without storage the settings last as long as the page.
  }
}

/** The session of one agent on this desk: when it began (the server's clock) and its counts. */
export function openSession(owner, serverNow) {
  const key = `gestmat.session:${owner}`;
  let session = null;
  try {
    session = JSON.parse(localStorage.getItem(key));
  } catch {
    session = null;
  }
  const fresh = session && Date.parse(serverNow) - Date.parse(session.startedAt) < STICKY_HOURS * 3600 * 1000;
  return fresh ? session : { startedAt: serverNow, counts: { OK: 0, WARNING: 0, REFUSED: 0 } };
}

export function keepSession(owner, session) {
  try {
    localStorage.setItem(`gestmat.session:${owner}`, JSON.stringify(session));
  } catch {
    // As above.
  }
}

export function endSession(owner) {
  localStorage.removeItem(`gestmat.session:${owner}`);
}
