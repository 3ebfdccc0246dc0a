/** The desk at work: what is scanned, sent, answered, chosen and undone. */
import { CallUp } from './callup.js';
import { keepSession } from './desk.js';
import { kitSentences } from './kit.js';
import { KEPT, STUCK } from './queue.js';
import { newId, reasonCodes } from './scan.js';
import { count, say } from './texts.js';
import { Unaided } from './unaided.js';
import { Undo } from './undo.js';

const SAME_CODE = 3000;

export class Counter {
  #school;
  #agent;
  #owner;
  #session;
  #queue;
  #connection;
  #settings;
  #screen;
  #sounds;
  #notices;
  #rollCall;
  #unaided;
  #undo;
  #callUp;
  #opened = null;
  #last = { code: '', at: 0, pupil: null };
  #lastClass = '';
  #alarmed = new Set();
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
    this.#callUp = new CallUp({ queue, settings, rollCall, openPupil: (pupil) => this.openPupil(pupil) });
    this.#undo = new Undo({
      api, queue, sounds, notices, rollCall, session,
      takeBack: (scan) => this.#unaided.takeBack(scan),
      undone: (scan, message) => this.#undone(scan, message),
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
    this.#callUp.follow(scan);
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
    this.#callUp.release(scan);
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
    this.#callUp.follow(scan);
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

  /**
   * Undoes the last scan.
   *
   * @param card the scan of the command card that asks for it: what comes after it is not meant
   */
  async undo(card = null) {
    if (await this.#undo.last(card)) {
      this.idle();
      this.refresh();
    }
  }

  /** A scan was undone. */
  #undone(scan, message) {
    this.#session.counts[scan.answer.outcome] -= 1;
    keepSession(this.#owner, this.#session);
    this.#screen.list(scan);
    this.#screen.tell(scan, 'OK', message);
    this.next();
    this.refresh();
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
    this.#screen.sum(this.#session.counts, this.#queue.unanswered, this.#undo.scans.length > 0);
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
