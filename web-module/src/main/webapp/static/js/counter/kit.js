/**
 * What the desk says of the pieces that go with a device: by exception, after the scan, in requests
 * of their own. A later word about the same scan takes the place of an earlier one.
 */
import { ANSWERED } from './states.js';
import { h } from './dom.js';
import { say } from './texts.js';

const PAUSE = 5000;
export const MISSING = 'MISSING';
export const BROKEN = 'BROKEN';

/** Whether pieces can be ticked off on a scan. */
export function hasKit(scan) {
  return scan.state === ANSWERED && !scan.undone && (scan.answer.kit?.length ?? 0) > 0;
}

/** Whether something of the kit is missing or broken. */
export function isIncomplete(scan) {
  return hasKit(scan) && (scan.kit?.pieces.length ?? 0) > 0;
}

/** What the service said of the pieces; what the desk says while it said nothing. */
export function kitSentences(scan) {
  if (!hasKit(scan) || !scan.kit) {
    return [];
  }
  if (!scan.kit.answer) {
    return [say('kit.waiting')];
  }
  return [scan.kit.answer.reasons.map((reason) => reason.message).join(' ')];
}

function isOf(item, line) {
  return item.piece ? line.piece === item.piece : !line.piece && line.name === item.name;
}

function countOf(scan, item, fault) {
  return scan.kit?.pieces.find((line) => isOf(item, line) && line.fault === fault)?.quantity ?? 0;
}

/** The lines when one more of an item has a fault; after the last one, none has. */
export function oneMore(scan, item, fault) {
  const lines = scan.kit?.pieces ?? [];
  const others = lines.filter((line) => !(isOf(item, line) && line.fault === fault));
  const taken = others.filter((line) => isOf(item, line)).reduce((sum, line) => sum + line.quantity, 0);
  const present = item.expected - item.missing;
  const now = countOf(scan, item, fault);
  if (now === 0 && taken === present) {
    // The last one can't be both: what is said last counts.
    return [...others.filter((line) => !isOf(item, line)), { name: item.name, piece: item.piece, fault, quantity: 1 }];
  }
  const next = (now + 1) % (present - taken + 1);
  return next === 0 ? others : [...others, { name: item.name, piece: item.piece, fault, quantity: next }];
}

/** The buttons: one line for each kind of piece. `say` is called with the lines wanted. */
export function kitButtons(scan, state) {
  let key = 0;
  return h('div', { class: 'kit', role: 'group', 'aria-label': say('kit') }, h('p', { class: 'kit-lead' }, say('kit')), scan.answer.kit.map((item) => {
    const present = item.expected - item.missing;
    const name = item.code ? `${item.name} ${item.code}` : present > 1 ? `${item.name} (${present})` : item.name;
    return h('div', { class: 'kit-item' }, h('span', { class: 'kit-name' }, name),
      present === 0 ? h('span', { class: 'muted' }, say('kit.gone')) : [MISSING, BROKEN].map((fault) => {
        const count = countOf(scan, item, fault);
        key += 1;
        return h('button', {
          class: `button quiet ${count > 0 ? 'pressed' : ''}`,
          type: 'button',
          'aria-pressed': count > 0 ? 'true' : 'false',
          'aria-label': `${name} : ${say(`kit.${fault}`)}${count > 1 ? ` (${count})` : ''}`,
          on: { click: () => state(scan, oneMore(scan, item, fault)) },
        }, key <= 9 && h('kbd', { 'aria-hidden': 'true' }, String(key)), say(`kit.${fault}`), count > 1 && ` × ${count}`);
      }));
  }));
}

/** Sends what was said, one request at a time, until it is answered. */
export class Kits {
  #api;
  #queue;
  #changed;
  #sending = false;
  #timer = 0;

  /**
   * @param with_.api sends
   * @param with_.queue keeps the scans, with what was said of them
   * @param with_.changed called with a scan when something about its kit changed, and the outcome if answered
   */
  constructor({ api, queue, changed }) {
    this.#api = api;
    this.#queue = queue;
    this.#changed = changed;
  }

  /** How many words about kits have no answer yet. */
  get unanswered() {
    return this.#waiting.length;
  }

  get #waiting() {
    return this.#queue.scans.filter((scan) => hasKit(scan) && scan.kit && !scan.kit.answer);
  }

  /** Says what is missing or broken of a scan's kit. */
  async state(scan, pieces) {
    scan.kit = { revision: (scan.kit?.revision ?? 0) + 1, pieces };
    this.#changed(scan);
    await this.#queue.remember(scan);
    this.wake();
  }

  /** Sends what waits. */
  async wake() {
    const [scan] = this.#waiting;
    if (this.#sending || !scan || ['otherAgent', 'elsewhere'].includes(this.#queue.state)) {
      return;
    }
    clearTimeout(this.#timer);
    this.#sending = true;
    const said = scan.kit;
    const result = await this.#api.kit(scan.request.scanId, { revision: said.revision, pieces: said.pieces });
    this.#sending = false;
    if (result.kind === 'answered' || result.kind === 'wrong') {
      said.answer = result.kind === 'answered'
        ? { outcome: result.answer.outcome, reasons: result.answer.reasons }
        : { outcome: 'REFUSED', reasons: [{ message: result.message || say('stuck.wrong') }] };
      if (said.answer.outcome === 'REFUSED' && scan.kit === said) {
        said.pieces = [];
      }
      if (scan.kit === said) {
        await this.#queue.remember(scan);
        this.#changed(scan, said.answer.outcome);
      }
      this.wake();
    } else {
      this.#timer = setTimeout(() => this.wake(), PAUSE);
    }
  }
}
