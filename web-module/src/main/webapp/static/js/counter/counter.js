/** The desk at work: what is scanned, sent, answered, chosen and undone. */
import { keepSession } from './desk.js';
import { kitSentences } from './kit.js';
import { KEPT, STUCK } from './queue.js';
import { canUndo, fullName, newId, reasonCodes, toChoose } from './scan.js';
import { count, say } from './texts.js';
import { Unaided } from './unaided.js';

const SAME_CODE = 3000;

export class Counter {
  #school;
  #agent;
  #owner;
  #session;
  #api;
  #queue;
  #connection;
  #settings;
  #screen;
  #sounds;
  #notices;
  #rollCall;
  #unaided;
  #opened = null;
  #last = { code: '', at: 0, pupil: null };
  #lastClass = '';
  #alarmed = new Set();
  #undoing = false;
  #end;
  #kits;

  /**
   * @param school where the desk stands, its UAI
   * @param agent name of who scans
   * @param owner whose scans these are, in the browser's storage
   * @param session when it began, and its counts
   * @param end called to end the session
   * @param offline what the desk says and does without network
   * @param kits sends what is said of the pieces that go with a device
   */
  constructor({
    school, agent, owner, session, api, queue, connection, settings, screen, sounds, notices, rollCall, end, offline, kits,
  }) {
    this.#school = school;
    this.#agent = agent;
    this.#owner = owner;
    this.#session = session;
    this.#api = api;
    this.#queue = queue;
    this.#connection = connection;
    this.#settings = settings;
    this.#screen = screen;
    this.#sounds = sounds;
    this.#notices = notices;
    this.#rollCall = rollCall;
    this.#end = end;
    this.#kits = kits;
    this.#unaided = new Unaided({ offline, queue, screen, sounds, settings, rollCall }, {
      openPupil: (pupil) => this.openPupil(pupil), undo: () => this.undo(), end, next: () => this.next(),
    });
  }

  /** A code was read. */
  take(text) {
    if (text.trim() === '') {
      this.#sounds.play('REFUSED');
      this.#notices.show('empty', 'refused', say('notice.empty'));
      return;
    }
    this.#notices.clear('empty');
    const repeated = text === this.#last.code && Date.now() - this.#last.at < SAME_CODE;
    // The same label read twice in a row is the same pupil's, not the next one's.
    const pupil = !this.#settings.isHandingOut ? this.#opened : repeated ? this.#last.pupil : this.#rollCall.sent();
    this.#last = { code: text, at: Date.now(), pupil };
    this.#send({ code: text, pupil, ...this.#settings.ofScan(), choice: null, reason: null });
  }

  #send({ pupil, ...what }) {
    const request = {
      scanId: newId(),
      school: this.#school,
      pupilId: pupil?.id ?? null,
      scannedAt: new Date().toISOString(),
      dryRun: false,
      ...what,
    };
    const scan = { request, ownerName: this.#agent, pupilName: pupil?.name ?? '', session: this.#session.startedAt };
    if (this.#unaided.takes(request.code)) {
      this.#unaided.take(scan, pupil);
      return;
    }
    this.#queue.add(scan);
    if (!this.#connection.isReady) {
      this.#sounds.play('WARNING');
    }
  }

  /** A replay has played an operation. */
  replayed(scan) {
    this.#session.counts[scan.answer.outcome] += 1;
    keepSession(this.#owner, this.#session);
    this.#follow(scan);
    this.#screen.list(scan);
    this.next();
    this.refresh();
  }

  /** Takes a choice that an answer offered: a new scan, of the same settings. Once. */
  choose(scan, choice, reason) {
    if (scan.chosen) {
      return;
    }
    scan.chosen = choice;
    if (!scan.alone) {
      this.#queue.remember(scan);
    }
    this.#screen.list(scan);
    const { mode, code, returnedAt, grade, place, pupilId } = scan.request;
    const called = pupilId ? { id: pupilId, name: scan.pupilName } : null;
    const pupil = scan.alone && 'name' in scan.alone ? scan.alone : called;
    this.#send({ code, pupil, mode, returnedAt, grade, place, choice, reason });
  }

  retry(scan) {
    this.#alarmed.delete(scan.request.scanId);
    this.#queue.retry(scan.request.scanId);
  }

  async discard(scan) {
    await this.#queue.discard(scan.request.scanId);
    this.#screen.unlist(scan);
    this.#release(scan);
    this.idle();
    this.refresh();
  }

  /** The queue says that something about a scan, or about itself, has changed. */
  changed(scan) {
    if (scan) {
      const isNew = this.#screen.list(scan);
      // What is tried again every minute alarms once, and leaves the last scan in sight.
      const told = this.#alarmed.has(scan.request.scanId);
      if (scan.state === STUCK && !told) {
        this.#alarmed.add(scan.request.scanId);
        this.#screen.tell(scan, 'REFUSED');
      } else if (scan.state === KEPT && scan.said && !told) {
        this.#alarmed.add(scan.request.scanId);
        this.#screen.tell(scan, scan.said.outcome);
      } else if (isNew || scan === this.#screen.shown) {
        this.#screen.show(scan, this.#queue.state === 'ready');
      }
      if (scan.unkept) {
        this.#notices.show('unkept', 'warning', say('notice.unkept'));
      }
      this.next();
    }
    this.refresh();
  }

  /** The answer of a scan is there. */
  answered(scan) {
    this.#session.counts[scan.answer.outcome] += 1;
    keepSession(this.#owner, this.#session);
    this.#compareClass(scan);
    this.#follow(scan);
    this.#screen.list(scan);
    this.#screen.tell(scan, scan.answer.outcome);
    this.next();
    this.refresh();
    return this.#obey(scan);
  }

  /** Does what a command card says beyond settings; the scans behind it wait until it is done. */
  async #obey(scan) {
    const codes = reasonCodes(scan);
    if (codes.includes('COMMAND_UNDO')) {
      await this.undo(scan);
    } else if (codes.includes('COMMAND_END')) {
      await this.#end();
    }
  }

  /** L016: a return by a pupil of another class than the one before is shown and heard as such. */
  #compareClass(scan) {
    const { answer, request } = scan;
    const itsClass = answer.pupil?.schoolClass ?? '';
    if (request.mode === 'CHECK_IN' && answer.loan && itsClass !== '') {
      scan.otherClass = this.#lastClass !== '' && this.#lastClass !== itsClass;
      this.#lastClass = itsClass;
    }
  }

  /** What an answer means for whom the desk calls up. */
  #follow(scan) {
    const codes = reasonCodes(scan);
    const { answer, request } = scan;
    if (codes.includes('PUPIL_OPENED') && answer.pupil) {
      this.#release(scan);
      this.openPupil({ id: answer.pupil.id, name: fullName(answer.pupil), tag: null });
    } else if (codes.includes('COMMAND_CHECK_IN') || codes.includes('COMMAND_CHECK_OUT')) {
      this.#release(scan);
      this.#settings.setMode(codes.includes('COMMAND_CHECK_IN') ? 'CHECK_IN' : 'CHECK_OUT');
    } else if (codes.includes('COMMAND_GRADE')) {
      this.#release(scan);
      this.#settings.setGrade(/GRADE-([A-Z]+)/i.exec(request.code)?.[1].toUpperCase() ?? '');
    } else if (codes.includes('COMMAND_UNDO') || codes.includes('COMMAND_END')) {
      this.#release(scan);
    } else if (request.mode === 'CHECK_OUT' && request.pupilId) {
      const served = answer.loan?.pupilId === request.pupilId && answer.loan.state === 'OPEN' && !toChoose(scan);
      if (served) {
        this.#rollCall.served(request.pupilId, answer.loan.assetTag);
      } else {
        this.#release(scan);
      }
    }
  }

  /** The pupil of a scan that lent nothing is called up again, unless the desk has gone on. */
  #release(scan) {
    if (scan.request.mode === 'CHECK_OUT' && scan.request.pupilId) {
      const later = this.#queue.scans.some((other) => other.n > scan.n && other.request.pupilId
        && other.request.pupilId !== scan.request.pupilId && other.session === scan.session);
      this.#rollCall.notServed({ id: scan.request.pupilId, name: scan.pupilName, tag: null }, !later);
    }
  }

  /**
   * Undoes the last scan; not the one before it while the last has no answer yet.
   *
   * @param card the scan of the command card that asks for it: what comes after it is not meant
   */
  async undo(card = null) {
    const { scans } = this.#queue;
    const meant = card === null ? scans : scans.slice(0, scans.indexOf(card));
    const scan = this.#undoable.filter((one) => meant.includes(one)).at(-1);
    if (card && !scan) {
      this.#sounds.play('WARNING');
      this.#notices.show('undo', 'warning', say('notice.undoNothing'));
    }
    if (!scan || this.#undoing) {
      return;
    }
    if (scan.state === KEPT) {
      if (await this.#unaided.takeBack(scan)) {
        this.idle();
        this.refresh();
      }
      return;
    }
    if (card === null && this.#queue.underWay > 0) {
      this.#sounds.play('WARNING');
      this.#notices.show('undo', 'warning', say('notice.undoWaiting'));
      return;
    }
    this.#undoing = true;
    const result = await this.#api.undo(scan.request.scanId);
    this.#undoing = false;
    if (result.kind !== 'answered') {
      this.#sounds.play('REFUSED');
      this.#notices.show('undo', 'refused', result.message || say('notice.undoFailed'));
      return;
    }
    const [reason] = result.answer.reasons;
    if (result.answer.outcome !== 'OK') {
      this.#sounds.play(result.answer.outcome);
      this.#notices.show('undo', 'refused', reason.message);
      return;
    }
    this.#notices.clear('undo');
    scan.undone = reason.message;
    this.#session.counts[scan.answer.outcome] -= 1;
    keepSession(this.#owner, this.#session);
    await this.#queue.remember(scan);
    if (scan.request.pupilId) {
      this.#rollCall.undone(scan.request.pupilId);
    }
    this.#screen.list(scan);
    this.#screen.tell(scan, 'OK', reason.message);
    this.next();
    this.refresh();
  }

  get #undoable() {
    return this.#queue.scans.filter((scan) => scan.session === this.#session.startedAt
      && (canUndo(scan) || scan.state === KEPT));
  }

  /** Something about the pieces of a scan was said, or answered. */
  kitChanged(scan, outcome) {
    this.#screen.list(scan);
    if (scan === this.#screen.shown) {
      this.#screen.show(scan, true);
    }
    if (outcome) {
      this.#sounds.play(outcome);
      this.#screen.speak(kitSentences(scan).join(' '));
    }
    this.refresh();
  }

  /** Opens a pupil: the next scan is for this one. */
  openPupil(pupil) {
    if (this.#settings.isHandingOut) {
      this.#rollCall.openPupil(pupil);
    } else {
      this.#opened = pupil;
    }
    this.idle();
  }

  closePupil() {
    this.#opened = null;
    this.calledUp();
  }

  get #pupil() {
    return this.#settings.isHandingOut ? this.#rollCall.current : this.#opened;
  }

  /** Shows what to do, in place of the last scan. */
  idle() {
    this.#screen.idle({
      pupil: this.#pupil, handingOut: this.#settings.isHandingOut, hasClass: this.#rollCall.isOpen,
    });
    this.next();
  }

  /** Somebody else is called up; the last scan stays in sight. */
  calledUp() {
    if (this.#screen.shown === null) {
      this.idle();
    } else {
      this.next();
    }
  }

  next() {
    this.#screen.next(this.#pupil, this.#settings.isHandingOut);
  }

  refresh() {
    this.#screen.sum(this.#session.counts, this.#queue.unanswered, this.#undoable.length > 0);
    this.#connection.refresh();
  }

  /** Takes the choice of a number key. False if there is none. */
  key(digit) {
    return this.#screen.key(digit);
  }

  /** Whether the session may end: nothing waits any more. Says so if not. */
  mayEnd() {
    const waiting = this.#queue.unanswered + this.#kits.unanswered;
    if (waiting === 0) {
      return true;
    }
    this.#sounds.play('WARNING');
    this.#notices.show('end', 'warning', count('notice.end', waiting));
    return false;
  }
}
