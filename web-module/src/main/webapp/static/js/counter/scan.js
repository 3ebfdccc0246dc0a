/** What a scan of the desk means for the screen. Knows no page. */
import { say } from './texts.js';
import { isIncomplete } from './kit.js';
import { ANSWERED, KEPT, SENT, STUCK } from './states.js';

/** A random id; `crypto.randomUUID` is there only over https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const LONGEST_SHOWN = 64;

/** A code as it was read; of a whole document, the beginning. */
export function shorten(code) {
  return code.length > LONGEST_SHOWN ? `${code.slice(0, LONGEST_SHOWN)}…` : code;
}

/** The label of the device, or the code as it was read. */
export function label(scan) {
  if (scan.answer?.matchedBy === 'PIECE') {
    return shorten(scan.request.code);
  }
  return scan.answer?.device?.assetTag ?? scan.said?.device?.tag ?? shorten(scan.request.code);
}

/** The codes of an answer's reasons. */
export function reasonCodes(scan) {
  return scan.answer ? scan.answer.reasons.map((reason) => reason.code) : [];
}

/** Whether somebody still has to choose. */
export function toChoose(scan) {
  return scan.state === ANSWERED && scan.answer.choices.length > 0 && !scan.chosen && !scan.undone;
}

/** Whether the scan changed something that can be put back. */
export function canUndo(scan) {
  return scan.state === ANSWERED && !scan.undone && scan.answer.outcome !== 'REFUSED'
    && scan.answer.choices.length === 0 && scan.answer.device !== null
    && scan.answer.reasons[0].code !== 'PIECE_PRESENT';
}

/** Whether a pupil of another class than the one before gave the device back (L016). */
export function otherClass(scan) {
  return scan.otherClass === true && scan.state === ANSWERED && scan.answer.outcome === 'OK' && !scan.undone;
}

/** Whether a scan is an operation that no replay has played yet. */
export function isProvisional(scan) {
  return scan.state === KEPT || scan.state === SENT;
}

/** The tone of a scan: `ok`, `warning`, `refused`, `waiting` or `neutral`. */
export function tone(scan) {
  if (scan.state === STUCK) {
    return 'refused';
  }
  if (isProvisional(scan) && scan.said?.outcome === 'WARNING') {
    return 'warning';
  }
  if (scan.state !== ANSWERED) {
    return 'waiting';
  }
  const outcome = scan.answer.outcome.toLowerCase();
  return scan.undone ? 'neutral' : outcome === 'ok' && isIncomplete(scan) ? 'warning' : outcome;
}

/** One word for the state of a scan. */
export function word(scan) {
  if (scan.state === STUCK) {
    return say('word.stuck');
  }
  if (isProvisional(scan)) {
    return say(`offline.word.${scan.state}`);
  }
  if (scan.state !== ANSWERED) {
    return say('word.waiting');
  }
  if (scan.replayed === 'SKIPPED' || reasonCodes(scan)[0] === 'CHANGED_SINCE') {
    return say('offline.word.skipped');
  }
  if (scan.undone) {
    return say('word.undone');
  }
  if (toChoose(scan)) {
    return say('word.choose');
  }
  if (scan.answer.outcome !== 'OK') {
    return say(`word.${scan.answer.outcome}`);
  }
  const first = scan.answer.reasons[0].code;
  if (isIncomplete(scan)) {
    return say(first === 'LENT' ? 'word.lentWithout' : 'word.incomplete');
  }
  return say(first.startsWith('RETURNED') ? 'word.returned' : first === 'LENT' ? 'word.lent' : 'word.OK');
}

/** A person's name as people say it. */
export function fullName(pupil) {
  return `${pupil.givenName} ${pupil.familyName}`;
}

/** The name that the scan is about; empty if it is about nobody. */
export function who(scan) {
  if (scan.answer?.pupil) {
    return fullName(scan.answer.pupil);
  }
  if (scan.said?.person) {
    return fullName(scan.said.person);
  }
  return scan.pupilName ?? '';
}
