/** The class at the desk: who is called up, who is served, who is absent. */
import { count, say } from './texts.js';
import { h, icon } from './dom.js';
import { Roll } from './roll.js';

const TONES = { served: 'ok', absent: 'warning', later: 'waiting', sent: 'waiting', expected: 'neutral' };

function plain(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export class RollCall {
  #parts;
  #api;
  #changed;
  #underWay;
  #schoolClass = null;
  #name = '';
  #asked = '';
  #roll = null;
  #guest = null;

  /**
   * @param parts the elements of the page: `select`, `list`, `filter`, `count`, `absent`, `later`, `actions`
   * @param with_.api reads the class list
   * @param with_.changed called when somebody else is called up
   * @param with_.underWay ids of the pupils whose scans have no answer yet
   */
  constructor(parts, { api, changed, underWay }) {
    this.#parts = parts;
    this.#api = api;
    this.#changed = changed;
    this.#underWay = underWay;
    parts.filter.addEventListener('input', () => this.#draw());
    parts.absent.addEventListener('click', () => this.#putOff('absent'));
    parts.later.addEventListener('click', () => this.#putOff('later'));
  }

  /** Who gets the next device; null if nobody is called up. */
  get current() {
    return this.#guest ?? this.#roll?.current ?? null;
  }

  /** Whether a class is open. */
  get isOpen() {
    return this.#roll !== null;
  }

  /** Opens a class; none if the id is empty. */
  async open(classId) {
    this.#guest = null;
    this.#roll = null;
    this.#schoolClass = null;
    this.#asked = classId;
    if (classId !== '') {
      const roll = await this.#api.get(`/comptoir/classes/${encodeURIComponent(classId)}`);
      if (this.#asked !== classId) {
        return;
      }
      if (roll === null) {
        this.#parts.count.textContent = say('roll.unreachable');
        this.#draw();
        return;
      }
      this.#schoolClass = roll.id;
      this.#name = roll.name;
      this.#roll = new Roll(roll.pupils, { ...this.#remembered(), sent: this.#underWay() });
    }
    this.#draw();
    this.#changed();
  }

  /** Opens one pupil, of this class or not. */
  openPupil(pupil) {
    const listed = this.#roll?.find(pupil.id);
    if (listed) {
      this.#guest = null;
      this.#roll.call(pupil.id);
    } else {
      this.#guest = pupil;
    }
    this.#draw();
    this.#changed();
  }

  /** Closes the pupil that was opened besides the class. */
  closePupil() {
    this.#guest = null;
    this.#draw();
    this.#changed();
  }

  /** A device was scanned: for whom? */
  sent() {
    const pupil = this.current;
    if (this.#guest) {
      this.#guest = null;
    } else {
      this.#roll?.sent();
    }
    this.#draw();
    return pupil;
  }

  served(pupilId, tag) {
    this.#roll?.served(pupilId, tag);
    this.#draw();
  }

  notServed(pupil, callAgain) {
    if (this.#roll?.find(pupil.id)) {
      this.#roll.notServed(pupil.id, callAgain);
    } else if (callAgain) {
      this.#guest = pupil;
    }
    this.#draw();
  }

  undone(pupilId) {
    this.#roll?.undone(pupilId);
    this.#draw();
  }

  #putOff(state) {
    if (this.#guest) {
      this.#guest = null;
    } else {
      this.#roll?.putOff(state);
      this.#remember();
    }
    this.#draw();
    this.#changed();
  }

  /** Absences are of this desk and this day. */
  get #key() {
    return `gestmat.absent:${this.#schoolClass}:${new Date().toDateString()}`;
  }

  #remembered() {
    try {
      return JSON.parse(localStorage.getItem(this.#key)) ?? {};
    } catch {
      return {};
    }
  }

  #remember() {
    const ids = (state) => this.#roll.pupils.filter((p) => p.state === state).map((p) => p.id);
    try {
      localStorage.setItem(this.#key, JSON.stringify({ absent: ids('absent'), later: ids('later') }));
    } catch {
      // Without storage the absences last as long as the page.
    }
  }

  #draw() {
    const { list, filter, count: counter, actions, select } = this.#parts;
    const { current } = this;
    actions.hidden = current === null;
    if (this.#roll === null) {
      list.replaceChildren();
      filter.parentElement.hidden = true;
      return;
    }
    filter.parentElement.hidden = false;
    [...select.options].find((option) => option.value === this.#schoolClass).textContent = say(
      'roll.option', this.#name, this.#roll.count('served'), this.#roll.pupils.length);
    const wanted = plain(filter.value.trim());
    const rows = this.#roll.pupils.filter((pupil) => plain(pupil.listed).includes(wanted));
    counter.textContent = [
      count('roll.served', this.#roll.count('served')),
      count('roll.left', this.#roll.count('expected') + this.#roll.count('later') + this.#roll.count('sent')),
      this.#roll.count('absent') > 0 && count('roll.absent', this.#roll.count('absent')),
    ].filter(Boolean).join(', ');
    list.replaceChildren(...rows.map((pupil) => h('li', {},
      h('button', {
        type: 'button',
        class: `pupil ${pupil.state}`,
        'aria-current': pupil === current ? 'true' : null,
        on: { click: () => { filter.value = ''; this.openPupil(pupil); } },
      }, icon(TONES[pupil.state]), h('span', {}, pupil.listed),
      h('span', { class: 'muted' }, pupil.tag ?? say(`roll.state.${pupil.state}`))))));
    if (wanted === '') {
      this.#scrollTo(list.querySelector('[aria-current]'));
    }
  }

  /** Keeps the pupil who is called up in sight, without moving the page. */
  #scrollTo(button) {
    const { list } = this.#parts;
    if (button) {
      list.scrollTop = button.offsetTop - list.offsetTop - list.clientHeight / 3;
    }
  }
}
