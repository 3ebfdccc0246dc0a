/** Whom the desk calls up after an answer: cards, settings, and pupils who are served or not. */
import { fullName, reasonCodes, toChoose } from './scan.js';

export class CallUp {
  #queue;
  #settings;
  #rollCall;
  #openPupil;

  /** @param openPupil called with the pupil of a card */
  constructor({ queue, settings, rollCall, openPupil }) {
    this.#queue = queue;
    this.#settings = settings;
    this.#rollCall = rollCall;
    this.#openPupil = openPupil;
  }

  /** What an answer means for whom the desk calls up. */
  follow(scan) {
    const codes = reasonCodes(scan);
    const { answer, request } = scan;
    if (codes.includes('PUPIL_OPENED') && answer.pupil) {
      this.release(scan);
      this.#openPupil({ id: answer.pupil.id, name: fullName(answer.pupil), tag: null });
    } else if (codes.includes('COMMAND_CHECK_IN') || codes.includes('COMMAND_CHECK_OUT')) {
      this.release(scan);
      this.#settings.setMode(codes.includes('COMMAND_CHECK_IN') ? 'CHECK_IN' : 'CHECK_OUT');
    } else if (codes.includes('COMMAND_GRADE')) {
      this.release(scan);
      this.#settings.setGrade(/GRADE-([A-Z]+)/i.exec(request.code)?.[1].toUpperCase() ?? '');
    } else if (codes.includes('COMMAND_UNDO') || codes.includes('COMMAND_END')) {
      this.release(scan);
    } else if (request.mode === 'CHECK_OUT' && request.pupilId) {
      const served = answer.loan?.pupilId === request.pupilId && answer.loan.state === 'OPEN' && !toChoose(scan);
      if (served) {
        this.#rollCall.served(request.pupilId, answer.loan.assetTag);
      } else {
        this.release(scan);
      }
    }
  }

  /** The pupil of a scan that lent nothing is called up again, unless the desk has gone on. */
  release(scan) {
    if (scan.request.mode === 'CHECK_OUT' && scan.request.pupilId) {
      const later = this.#queue.scans.some((other) => other.n > scan.n && other.request.pupilId
        && other.request.pupilId !== scan.request.pupilId && other.session === scan.session);
      this.#rollCall.notServed({ id: scan.request.pupilId, name: scan.pupilName, tag: null }, !later);
    }
  }
}
