/** Undoes the last scan; not the one before it while the last has no answer yet. */
import { KEPT } from './queue.js';
import { canUndo } from './scan.js';
import { say } from './texts.js';

export class Undo {
  #api;
  #queue;
  #sounds;
  #notices;
  #rollCall;
  #session;
  #takeBack;
  #undone;
  #underWay = false;

  /**
   * @param session the session whose scans can be undone
   * @param takeBack takes back an operation that is on this desk only; says whether it still was
   * @param undone called with a scan that the service has undone, and what it says
   */
  constructor({ api, queue, sounds, notices, rollCall, session, takeBack, undone }) {
    this.#api = api;
    this.#queue = queue;
    this.#sounds = sounds;
    this.#notices = notices;
    this.#rollCall = rollCall;
    this.#session = session;
    this.#takeBack = takeBack;
    this.#undone = undone;
  }

  /** The scans that can be undone, the oldest first. */
  get scans() {
    return this.#queue.scans.filter((scan) => scan.session === this.#session.startedAt
      && (canUndo(scan) || scan.state === KEPT));
  }

  /**
   * Undoes the last of them.
   *
   * @param card the scan of the command card that asks for it: what comes after it is not meant
   * @return whether an operation of this desk alone was taken back
   */
  async last(card) {
    const { scans } = this.#queue;
    const meant = card === null ? scans : scans.slice(0, scans.indexOf(card));
    const scan = this.scans.filter((one) => meant.includes(one)).at(-1);
    if (card && !scan) {
      this.#refuse('WARNING', 'warning', say('notice.undoNothing'));
    }
    if (!scan || this.#underWay) {
      return false;
    }
    if (scan.state === KEPT) {
      return this.#takeBack(scan);
    }
    if (card === null && this.#queue.underWay > 0) {
      this.#refuse('WARNING', 'warning', say('notice.undoWaiting'));
      return false;
    }
    await this.#ask(scan);
    return false;
  }

  async #ask(scan) {
    this.#underWay = true;
    const result = await this.#api.undo(scan.request.scanId);
    this.#underWay = false;
    if (result.kind !== 'answered') {
      this.#refuse('REFUSED', 'refused', result.message || say('notice.undoFailed'));
      return;
    }
    const [reason] = result.answer.reasons;
    if (result.answer.outcome !== 'OK') {
      this.#refuse(result.answer.outcome, 'refused', reason.message);
      return;
    }
    this.#notices.clear('undo');
    scan.undone = reason.message;
    await this.#queue.remember(scan);
    if (scan.request.pupilId) {
      this.#rollCall.undone(scan.request.pupilId);
    }
    this.#undone(scan, reason.message);
  }

  #refuse(sound, tone, message) {
    this.#sounds.play(sound);
    this.#notices.show('undo', tone, message);
  }
}
