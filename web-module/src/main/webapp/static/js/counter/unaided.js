/** What the desk does with a scan that no service answers: by its list, and provisionally. */
import { ANSWERED } from './queue.js';
import { say } from './texts.js';

export class Unaided {
  #offline;
  #queue;
  #screen;
  #sounds;
  #settings;
  #rollCall;
  #act;

  /** @param act what cards and codes make the counter do: `openPupil(pupil)`, `undo()`, `end()`, `next()` */
  constructor({ offline, queue, screen, sounds, settings, rollCall }, act) {
    this.#offline = offline;
    this.#queue = queue;
    this.#screen = screen;
    this.#sounds = sounds;
    this.#settings = settings;
    this.#rollCall = rollCall;
    this.#act = act;
  }

  /** Whether a code is decided here. */
  takes(code) {
    return this.#offline.takes(code);
  }

  /** Keeps a scan for a replay, unless the list says otherwise or its agent has to confirm. */
  take(scan, pupil) {
    const said = this.#offline.decide(scan.request, pupil);
    said.sentences = (said.reasons ?? []).map((reason) => this.#offline.sentence(reason));
    if (said.kind === 'keep') {
      this.#keep(scan, pupil, said);
      return;
    }
    if (scan.request.mode === 'CHECK_OUT' && pupil) {
      this.#rollCall.notServed(pupil, true);
    }
    if (said.kind === 'pupil') {
      this.#sounds.play('OK');
      this.#act.openPupil(said.pupil);
    } else if (said.kind === 'command') {
      this.#obey(said);
    } else {
      this.#tell(scan, pupil, said);
    }
  }

  /** Takes back an operation that is on this desk only. Says whether it still was. */
  async takeBack(scan) {
    await this.#queue.takeBack(scan);
    if (this.#queue.scans.includes(scan)) {
      return false;
    }
    this.#screen.unlist(scan);
    if (scan.request.pupilId) {
      this.#rollCall.undone(scan.request.pupilId);
    }
    this.#screen.speak(say('offline.undone'));
    return true;
  }

  #keep(scan, pupil, said) {
    const { request } = scan;
    request.choice = request.choice === 'CONFIRM' ? null : request.choice;
    Object.assign(request, { dueOn: said.dueOn ?? null, pupilCode: pupil?.code ?? null });
    // Whose card it is stands in the encrypted list; a name would stand here in clear.
    this.#queue.add({ ...scan, pupilName: '' }, said);
    if (request.mode !== 'CHECK_OUT' || !pupil) {
      return;
    }
    if (pupil.id) {
      this.#rollCall.served(pupil.id, said.device?.tag ?? request.code);
    }
    if (this.#rollCall.current?.name === pupil.name) {
      this.#rollCall.closePupil();
    }
  }

  #obey({ command, grade }) {
    this.#sounds.play('OK');
    if (command === 'UNDO') {
      this.#act.undo();
    } else if (command === 'END') {
      this.#act.end();
    } else if (grade) {
      this.#settings.setGrade(grade);
    } else {
      this.#settings.setMode(command.replace('-', '_'));
    }
  }

  /** Refused by this desk, or to be confirmed by its agent: nothing is kept. */
  #tell(scan, pupil, said) {
    const outcome = said.kind === 'refuse' ? 'REFUSED' : 'WARNING';
    const alone = {
      ...scan,
      alone: pupil ?? {},
      state: ANSWERED,
      answer: {
        outcome,
        choices: said.choice ? [{ code: said.choice, label: say(`offline.choice.${scan.request.mode}`) }] : [],
        reasons: said.sentences.map((message) => ({ code: 'OFFLINE', message })),
        device: null,
        pupil: null,
        loan: null,
      },
    };
    this.#screen.list(alone);
    this.#screen.tell(alone, outcome);
    this.#act.next();
  }
}
