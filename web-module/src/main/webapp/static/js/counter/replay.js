/** Hands in what the desk did without network, and asks until a replay has played it. */
import { newId } from './scan.js';
import { SENT } from './queue.js';
import { count, say } from './texts.js';
import { h } from './dom.js';

const SOON = 2000;
const LATER = 15_000;
const PATIENCE = 30;

function refusal(message) {
  return {
    outcome: 'REFUSED', reasons: [{ code: 'REPLAY', message }], matchedBy: null, device: null, loan: null, pupil: null, choices: [],
  };
}

export class Replay {
  #api;
  #school;
  #offline;
  #queue = null;
  #notices;
  #done;
  #silent = [];
  #timer = 0;
  #asked = 0;
  #sums = { APPLIED: 0, REFUSED: 0, SKIPPED: 0 };

  /** @param done called with each scan that was replayed */
  constructor({ api, school, offline, notices, done }) {
    this.#api = api;
    this.#school = school;
    this.#offline = offline;
    this.#notices = notices;
    this.#done = done;
  }

  /** Follows the operations of this queue. */
  follow(queue) {
    this.#queue = queue;
    this.#ask(0);
  }

  /** Hands scans in with the desk's clock; none: says only that the desk is there. */
  async handIn(requests) {
    const desk = this.#offline().desk ?? newId();
    if (requests.length === 0) {
      return this.#api.offline('heard', { school: this.#school, desk });
    }
    const result = await this.#api.offline('operations', {
      school: this.#school, desk, deskNow: new Date().toISOString(), operations: requests,
    });
    if (result.kind === 'answered') {
      this.#silent = result.answer.silent;
      this.#asked = 0;
      this.#ask(0);
    }
    return result;
  }

  #ask(after) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#poll(), after);
  }

  async #poll() {
    if (this.#queue === null) {
      return; // handed in while the queue was being opened: it will be followed in a moment
    }
    const sent = this.#queue.scans.filter((scan) => scan.state === SENT);
    if (sent.length > 0 && this.#queue.state === 'ready') {
      const result = await this.#api.offline('results', { scans: sent.map(({ request }) => ({ scanId: request.scanId })) });
      for (const one of result.kind === 'answered' ? result.answer.operations : []) {
        await this.#take(sent.find(({ request }) => request.scanId === one.scanId), one);
      }
    }
    this.#say();
    this.#asked += 1;
    if (this.#queue.scans.some((scan) => scan.state === SENT)) {
      this.#ask(this.#asked < PATIENCE ? SOON : LATER);
    }
  }

  async #take(scan, { state, message, answer }) {
    if (state in this.#sums) {
      this.#sums[state] += 1;
      await this.#queue.replayed(scan, answer ?? refusal(message), state);
      this.#done(scan);
    }
  }

  #say() {
    const waiting = this.#queue.scans.filter((scan) => scan.state === SENT).length;
    const { APPLIED, REFUSED, SKIPPED } = this.#sums;
    const link = h('a', { class: 'button', href: '/comptoir/rejeux' }, say('offline.replays'));
    if (waiting > 0) {
      const who = this.#silent.length > 0 ? say('offline.awaited', this.#silent.join(', ')) : '';
      this.#notices.show('replay', 'warning', `${count('offline.sent', waiting)} ${who}`.trim(), link);
    } else if (APPLIED + REFUSED + SKIPPED > 0) {
      this.#notices.show('replay', REFUSED + SKIPPED > 0 ? 'warning' : 'ok',
        say('offline.replayed', APPLIED, REFUSED, SKIPPED), link);
    }
  }
}
