/**
 * Sends the scans of one agent in order, one at a time, each until it is answered.
 *
 * - The service cannot be reached, is too busy or down: everything waits and is tried again, later
 *   and later, at most every 30 seconds.
 * - Nobody is signed on any more: everything waits until the same agent is back.
 * - Somebody else is signed on: nothing is sent at all.
 * - The service fails on one scan: it is tried again; after the third time the others go first
 *   (but never one of the same code), and it is tried again every minute at most.
 * - The service says that the request is wrong: it stays in the list until a person tries again.
 *
 * The service is idempotent by scan id, so sending once too often does no harm. Each scan goes with
 * its age: one that waited is not done if its device changed meanwhile.
 *
 * A desk that is prepared for it goes on without network: its scans are `kept` as operations, handed
 * in all at once when the network is back, and are `sent` until a replay has played them together
 * with those of the other desks.
 */

import { ageOf, begin } from './age.js';
import { keepWaiting, keptOf, operationsOf, settle } from './operations.js';
import { failed, nextAt, nextOf, pauseAfter } from './pacing.js';
import { Shelf } from './shelf.js';
import { ANSWERED, KEPT, SENT, STUCK, WAITING } from './states.js';

export { ANSWERED, KEPT, SENT, STUCK, WAITING };

export class Queue {
  #shelf;
  #send;
  #owner;
  #changed;
  #answered;
  #handIn;
  #offline = () => false;
  #scans = [];
  #sending = null;
  #failures = 0;
  #timer = 0;
  #state = 'ready';
  #probing = false;

  /**
   * @param {object} with_
   * @param with_.store where scans are kept
   * @param with_.owner whose scans these are: account and school
   * @param with_.send sends one scan, with its age in milliseconds; answers `{kind, ...}`: `answered`
   *   with `answer`, `unreachable` with `after` in seconds if known, `signedOut`, `otherAgent`,
   *   `failed`, or `wrong` with `message`
   * @param with_.changed called with a scan when its state changed, or with none
   * @param with_.answered called with a scan when its answer arrived; the next one waits for it
   * @param with_.handIn hands in the scans that were kept, or says that there are none; answers as
   *   `send` does
   */
  constructor({ store, owner, send, changed, answered, handIn = null }) {
    this.#shelf = new Shelf(store);
    this.#owner = owner;
    this.#send = send;
    this.#changed = changed;
    this.#answered = answered;
    this.#handIn = handIn;
  }

  /** From now on `isPrepared` says whether scans are kept as operations while nothing answers. */
  goOnWithout(isPrepared) {
    this.#offline = isPrepared;
  }

  /** Takes up the scans that this agent left here. The others' are counted, by name. */
  async open() {
    const { own, others } = await this.#shelf.open(this.#owner);
    this.#scans = own;
    this.#pump();
    return others;
  }

  /** `ready`, `unreachable`, `signedOut`, `otherAgent` or `elsewhere`. */
  get state() {
    return this.#state;
  }

  /** The scans of this agent on this desk, the oldest first; answered ones are kept for a while. */
  get scans() {
    return this.#scans;
  }

  /** How many scans are on this desk only: without an answer, and not handed in either. */
  get unanswered() {
    return this.#scans.filter((scan) => scan.state !== ANSWERED && scan.state !== SENT).length;
  }

  /** The scans that are kept until the network is back, the oldest first. */
  get kept() {
    return keptOf(this.#scans);
  }

  /** The scans that no replay has played yet, the oldest first. */
  get operations() {
    return operationsOf(this.#scans);
  }

  /** How many scans still go out by themselves, in order: neither answered nor stuck. */
  get underWay() {
    return this.#scans.filter((scan) => scan.state === WAITING).length;
  }

  /** Ids of the pupils for whom a device was scanned that has no answer yet. */
  get pupilsUnderWay() {
    return this.#scans.filter((scan) => scan.state !== ANSWERED && scan.request.mode === 'CHECK_OUT')
      .map((scan) => scan.request.pupilId);
  }

  /**
   * Keeps a scan, then sends it when its turn comes. Resolves when it is kept.
   *
   * @param said what the desk decided by itself; the scan is then kept for a replay
   */
  async add(scan, said = null) {
    const kept = { ...scan, owner: this.#owner, state: said ? KEPT : WAITING, attempts: 0, notBefore: 0 };
    begin(kept);
    // What the desk said by its list names people: it never goes to the disk.
    Object.defineProperty(kept, 'said', { value: said, writable: true });
    // The order is that of the calls, whenever the disk answers.
    this.#scans.push(kept);
    this.#changed(kept);
    if (!await this.#shelf.add(kept)) {
      this.#changed(kept);
    }
    this.#pump();
    return kept;
  }

  /** Tries a stuck scan again now. */
  retry(scanId) {
    const scan = this.#scans.find((s) => s.request.scanId === scanId);
    if (scan && scan.state === STUCK) {
      Object.assign(scan, { wrong: false, notBefore: 0 });
      this.#changed(scan);
    }
    this.wake();
  }

  /** Takes a stuck scan off the list, because a person says so. It was not recorded. */
  async discard(scanId) {
    const scan = this.#scans.find((s) => s.request.scanId === scanId && s.state === STUCK);
    if (scan && scan !== this.#sending) {
      this.#scans = this.#scans.filter((s) => s !== scan);
      await this.#shelf.remove([scan]);
      this.#changed();
      this.#pump();
    }
  }

  /** Takes back the last operation, as long as it is on this desk only. */
  async takeBack(scan) {
    if (scan.state === KEPT && this.#sending === null) {
      this.#scans = this.#scans.filter((s) => s !== scan);
      await this.#shelf.remove([scan]);
      this.#changed();
    }
  }

  /** A replay has played an operation: this is what came of it. */
  async replayed(scan, answer, outcome) {
    Object.assign(scan, { state: ANSWERED, answer, replayed: outcome });
    await this.#keep(scan);
    this.#changed(scan);
    await this.#trim();
  }

  /** The browser says that there is no network: nothing is tried until it may be back. */
  interrupt() {
    if (this.#state === 'ready' && this.#offline()) {
      this.#take(null, { kind: 'unreachable' });
    }
  }

  /** Sends nothing more from this page: `otherAgent` is signed on, or the counter is open `elsewhere`. */
  stop(state) {
    clearTimeout(this.#timer);
    this.#state = state;
  }

  /** Keeps what the page learnt about a scan, e.g. that it was undone. */
  async remember(scan) {
    await this.#keep(scan);
  }

  /** Tries again now: the network is back, or somebody signed on. */
  wake() {
    this.#probing = this.#state === 'unreachable' || this.#state === 'signedOut';
    this.#pump();
  }

  /** Forgets the answers of a session that has ended; never a scan without an answer. */
  async forgetAnswered() {
    const gone = this.#scans.filter((scan) => scan.state === ANSWERED);
    this.#scans = this.#scans.filter((scan) => scan.state !== ANSWERED);
    await this.#shelf.remove(gone);
  }

  async #pump() {
    if (this.#sending || !(this.#state === 'ready' || this.#probing)) {
      return;
    }
    clearTimeout(this.#timer);
    if (this.#handIn && (this.kept.length > 0 || (this.#probing && this.#offline()))) {
      await this.#handInKept();
      return;
    }
    const scan = nextOf(this.#scans, Date.now());
    if (!scan) {
      this.#probing = false;
      this.#wakeForNext();
      return;
    }
    this.#sending = scan;
    const result = await this.#send(scan.request, ageOf(scan));
    await this.#take(scan, result);
    this.#sending = null;
    this.#pump();
  }

  /** What was kept goes first: what is scanned later must not overtake it. */
  async #handInKept() {
    const kept = this.kept.filter((scan) => scan.n !== undefined);
    this.#sending = kept;
    const result = await this.#handIn(kept.map((scan) => scan.request));
    if (settle(kept, result)) {
      await Promise.all(kept.map((scan) => this.#keep(scan)));
    }
    this.#sending = null;
    // A service that fails on all of them is tried again like one that does not answer.
    await this.#take(null, result.kind === 'failed' ? { kind: 'unreachable' } : result);
    kept.forEach((scan) => this.#changed(scan));
    if (this.#state === 'ready') {
      this.#pump();
    }
  }

  #wakeForNext() {
    const now = Date.now();
    const at = nextAt(this.#scans, now);
    if (at !== null) {
      this.#timer = setTimeout(() => this.#pump(), at - now + 5);
    }
  }

  async #take(scan, result) {
    this.#probing = false;
    if (this.#state === 'elsewhere' || this.#state === 'otherAgent') {
      if (result.kind === 'answered' && scan) {
        Object.assign(scan, { state: ANSWERED, answer: result.answer });
        await this.#keep(scan);
      }
      return;
    }
    this.#state = ['answered', 'failed', 'wrong'].includes(result.kind) ? 'ready' : result.kind;
    if (scan === null && ['answered', 'wrong'].includes(result.kind)) {
      this.#failures = 0;
      this.#changed();
      return;
    }
    switch (result.kind) {
      case 'answered':
        this.#failures = 0;
        Object.assign(scan, { state: ANSWERED, answer: result.answer });
        await this.#keep(scan);
        await this.#answered(scan);
        await this.#trim();
        return;
      case 'failed':
        failed(scan, Date.now());
        await this.#keep(scan);
        this.#changed(scan);
        return;
      case 'wrong':
        Object.assign(scan, { state: STUCK, wrong: true, message: result.message });
        await this.#keep(scan);
        this.#changed(scan);
        return;
      case 'unreachable':
        this.#failures += 1;
        this.#timer = setTimeout(() => this.wake(), 1000 * (result.after ?? pauseAfter(this.#failures)));
        if (this.#offline()) {
          keepWaiting(this.#scans).forEach((one) => this.#keep(one));
        }
        this.#changed(scan);
        return;
      default:
        this.#changed(scan);
    }
  }

  #keep(scan) {
    return this.#shelf.put(scan);
  }

  async #trim() {
    const old = new Set(this.#shelf.surplus(this.#scans));
    if (old.size > 0) {
      this.#scans = this.#scans.filter((scan) => !old.has(scan));
      await this.#shelf.remove([...old]);
    }
  }
}
