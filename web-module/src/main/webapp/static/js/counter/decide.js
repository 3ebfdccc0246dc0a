/**
 * What a desk says of a scan while it has no network: from its list, and from what it did since.
 * Provisional in every case. Knows no page.
 */
import { fullName } from './scan.js';

const CARD = /^GESTMAT-(CHECK-IN|CHECK-OUT|UNDO|END|GRADE-([A-Z]+))$/;
const LONGEST = 64;

/** The form in which codes are compared. */
export function normal(code) {
  return code.replace(/^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu, '').replace(/^\][A-Za-z][0-9A-Za-z]/, '')
    .trim().replace(/\s+/gu, ' ').toUpperCase();
}

/** Whether the last digit is the Luhn digit of those before it. */
function fitsLuhn(code) {
  const digits = [...code].reverse().filter((c) => c >= '0' && c <= '9').map(Number);
  const sum = digits.reduce((all, digit, i) => {
    const worth = i % 2 === 1 ? digit * 2 : digit;
    return all + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return digits.length > 1 && sum % 10 === 0;
}

/** Finds pupils and devices of a list by what is scanned. */
export class Index {
  #list;
  #devices = new Map();
  #pupils = new Map();
  #cards = new Map();

  /** @param list what the service gave this desk, or null when it cannot be read */
  constructor(list) {
    this.#list = list;
    for (const device of list?.devices ?? []) {
      this.#devices.set(device.tag.toUpperCase(), device);
      if (device.serial) {
        this.#devices.set(device.serial.toUpperCase(), device);
      }
    }
    for (const pupil of list?.pupils ?? []) {
      this.#pupils.set(pupil.id, pupil);
      if (pupil.card) {
        this.#cards.set(pupil.card.toUpperCase(), pupil);
      }
    }
  }

  get list() {
    return this.#list;
  }

  device(code) {
    return this.#devices.get(code) ?? null;
  }

  pupil(id) {
    return this.#pupils.get(id) ?? null;
  }

  card(code) {
    return this.#cards.get(code) ?? null;
  }

  /** Whether a code begins like a label of ours but was misread. */
  isMisread(code) {
    const { tagPrefix, tagCheck } = this.#list ?? {};
    return Boolean(tagPrefix) && tagCheck === 'LUHN' && code.startsWith(tagPrefix) && !fitsLuhn(code);
  }

  /** A class as the roll call wants it. */
  roll(classId, holds) {
    const named = this.#list?.classes.find((one) => one.id === classId);
    return named ? {
      id: named.id,
      name: named.name,
      pupils: this.#list.pupils.filter((pupil) => pupil.schoolClass === classId).map((pupil) => ({
        id: pupil.id,
        name: fullName(pupil),
        listed: `${pupil.familyName} ${pupil.givenName}`,
        tag: holds(pupil.id) ?? '',
      })),
    } : null;
  }

  view(pupil) {
    const schoolClass = this.#list.classes.find((one) => one.id === pupil.schoolClass)?.name ?? null;
    return { ...pupil, schoolClass };
  }
}

/** What a device and its holder are after what this desk did since its list. */
function now(index, code, done) {
  const device = index.device(code);
  let state = device?.state ?? null;
  let holder = device?.holder ?? null;
  for (const { request } of done) {
    const other = normal(request.code);
    if (other === code || (device !== null && index.device(other) === device)) {
      state = request.mode === 'CHECK_IN' ? 'IN_STOCK' : 'ON_LOAN';
      holder = request.mode === 'CHECK_IN' ? null : request.pupilId;
    }
  }
  return { device, state, holder };
}

/** The operation of this desk that was the last with a code in normal form; null if there is none. */
export function lastOf(index, code, done) {
  const device = index.device(code);
  return done.filter(({ request }) => {
    const other = normal(request.code);
    return other === code || (device !== null && index.device(other) === device);
  }).at(-1) ?? null;
}

function reason(code, ...values) {
  return { code, values };
}

/**
 * @param index the list
 * @param request the scan
 * @param pupil whom the desk called up; null for nobody
 * @param done the operations of this desk that no replay has played, the oldest first
 * @return `{kind}`: `keep` with `outcome`, `reasons` and what is known; `refuse` with `reasons`;
 *   `confirm` with `reasons` and the `choice` to take; `pupil` with whom the code opens; `command`
 *   with what the card says
 */
export function decide(index, request, pupil, done) {
  const code = normal(request.code);
  const card = CARD.exec(code);
  if (card) {
    return { kind: 'command', command: card[1], grade: card[2] ?? null };
  }
  if (code.length > LONGEST) {
    return { kind: 'refuse', reasons: [reason('tooLong')] };
  }
  const confirmed = request.choice !== null;
  const { device, state, holder } = now(index, code, done);
  const handsOut = request.mode === 'CHECK_OUT';
  if (device === null) {
    const opened = index.card(code);
    if (opened) {
      return { kind: 'pupil', pupil: { id: opened.id, name: fullName(opened), tag: null } };
    }
    if (index.isMisread(code) && !confirmed) {
      return { kind: 'confirm', reasons: [reason('misread')], choice: 'CONFIRM' };
    }
    if (handsOut && pupil === null && !confirmed) {
      // A card number or a login that the list does not have: the replay will know whose it is.
      const said = request.code.trim();
      return { kind: 'pupil', pupil: { id: null, code: said, name: said, tag: null } };
    }
  }
  if (lastOf(index, code, done)?.request.mode === request.mode) {
    return { kind: 'refuse', reasons: [reason('twice')], device };
  }
  const known = { device, mode: request.mode };
  return handsOut ? handOut(index, pupil, state, confirmed, known, done)
    : takeBack(index, state, holder, confirmed, known);
}

function takeBack(index, state, holder, confirmed, known) {
  if (known.device === null) {
    return { kind: 'keep', outcome: 'WARNING', reasons: [reason('unknown')], ...known };
  }
  if (state === 'EXPECTED') {
    return confirmed ? { kind: 'keep', outcome: 'OK', reasons: [reason('received')], ...known }
      : { kind: 'confirm', reasons: [reason('expected')], choice: 'RECEIVE_DELIVERY', ...known };
  }
  const person = holder && index.pupil(holder) ? index.view(index.pupil(holder)) : null;
  return state === 'ON_LOAN'
    ? { kind: 'keep', outcome: 'OK', reasons: [reason(person ? 'returned' : 'returnedUnnamed')], person, ...known }
    : { kind: 'keep', outcome: 'WARNING', reasons: [reason('notLent')], ...known };
}

function handOut(index, pupil, state, confirmed, known, done) {
  if (pupil === null) {
    return { kind: 'refuse', reasons: [reason('noPupil')], ...known };
  }
  const listed = index.pupil(pupil.id);
  const doubts = [];
  if (listed?.block) {
    doubts.push(reason(`block.${listed.block}`));
  }
  if (listed && isFull(index, listed, known.device, done)) {
    doubts.push(reason('block.LIMIT_REACHED'));
  }
  if (known.device?.reserved && known.device.reserved !== pupil.id) {
    doubts.push(reason('reserved'));
  }
  if (state === 'ON_LOAN') {
    doubts.push(reason('onLoan'));
  } else if (state !== null && state !== 'IN_STOCK') {
    doubts.push(reason('notInStock'));
  }
  if (doubts.length > 0 && !confirmed) {
    return { kind: 'confirm', reasons: doubts, choice: 'CONFIRM', ...known };
  }
  const reasons = [reason('lent')];
  if (known.device === null) {
    reasons.push(reason('unknown'));
  }
  if (!listed) {
    reasons.push(reason('pupilUnknown'));
  }
  return {
    kind: 'keep',
    outcome: reasons.length > 1 || doubts.length > 0 ? 'WARNING' : 'OK',
    reasons,
    person: listed ? index.view(listed) : null,
    dueOn: due(index.list, listed),
    ...known,
  };
}

/** Whether a pupil holds as many devices as allowed, by the list or because this desk gave one. */
function isFull(index, pupil, device, done) {
  const category = device?.category ?? null;
  const given = done.filter(({ request }) => request.mode === 'CHECK_OUT' && request.pupilId === pupil.id)
    .map(({ request }) => index.device(normal(request.code))?.category ?? null);
  return [...pupil.full, ...given].some((one) => category === null || one === null || one === category);
}

/** The last day of a loan, as the list lets the desk promise it. */
function due(list, pupil) {
  const days = [list?.dueOn, pupil?.lastDay].filter(Boolean).sort();
  return days[0] ?? null;
}
