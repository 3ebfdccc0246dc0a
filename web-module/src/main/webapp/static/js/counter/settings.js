/** Mode, grade, place, day and sound: what the desk keeps from scan to scan. */
import { h } from './dom.js';
import { keepDesk } from './desk.js';
import { say } from './texts.js';

const part = (id) => document.getElementById(id);
const radios = (name) => [...document.querySelectorAll(`input[type="radio"][name="${name}"]`)];

export class Settings {
  #desk;
  #notices;
  #modeChanged = () => {};

  constructor(desk, notices) {
    this.#desk = desk;
    this.#notices = notices;
  }

  /** `CHECK_IN` or `CHECK_OUT`. */
  get mode() {
    return this.#desk.mode;
  }

  get isHandingOut() {
    return this.#desk.mode === 'CHECK_OUT';
  }

  /**
   * Shows what is kept and keeps what is changed.
   *
   * @param modeChanged called after each change of mode
   * @param tried called when the volume was changed, to let people hear it
   */
  bind({ modeChanged, tried }) {
    this.#modeChanged = modeChanged;
    radios('mode').forEach((radio) => radio.addEventListener('change', () => this.setMode(radio.value)));
    this.setGrade(this.#desk.grade);
    radios('grade').forEach((radio) => radio.addEventListener('change', () => this.setGrade(radio.value)));
    this.#bindField('place', 'input', () => {});
    this.#bindField('returnedOn', 'change', () => this.#sayDay());
    this.#bindSound(tried);
  }

  setMode(mode) {
    this.#desk.mode = mode;
    keepDesk(this.#desk);
    part('counter').dataset.mode = mode;
    radios('mode').forEach((radio) => { radio.checked = radio.value === mode; });
    document.title = `${say(`mode.${mode}`)} · ${part('counter').dataset.title}`;
    this.#sayDay();
    this.#modeChanged();
  }

  setGrade(grade) {
    this.#desk.grade = grade;
    keepDesk(this.#desk);
    radios('grade').forEach((radio) => { radio.checked = radio.value === grade; });
  }

  /** What a scan takes from the desk. */
  ofScan() {
    const { mode, grade, place, returnedOn } = this.#desk;
    const isReturn = mode === 'CHECK_IN';
    return {
      mode,
      // A return that is back-dated counts for the end of that day, here.
      returnedAt: isReturn && returnedOn ? new Date(`${returnedOn}T18:00:00`).toISOString() : null,
      grade: grade || null,
      place: isReturn && place.trim() || null,
    };
  }

  /** Another day than today must not be forgotten: it stays in sight. */
  #sayDay() {
    const { mode, returnedOn } = this.#desk;
    if (mode === 'CHECK_IN' && returnedOn) {
      const day = new Date(`${returnedOn}T12:00:00`)
        .toLocaleDateString(document.documentElement.lang, { weekday: 'long', day: 'numeric', month: 'long' });
      this.#notices.show('backdated', 'warning', say('notice.backdated', day), h('button', {
        class: 'button', type: 'button', on: { click: () => this.#today() },
      }, say('notice.backdated.today')));
    } else {
      this.#notices.clear('backdated');
    }
  }

  #today() {
    part('returnedOn').value = '';
    part('returnedOn').dispatchEvent(new Event('change'));
  }

  #bindField(id, event, changed) {
    const field = part(id);
    field.value = this.#desk[id];
    field.addEventListener(event, () => {
      this.#desk[id] = field.value;
      keepDesk(this.#desk);
      changed();
    });
  }

  #bindSound(tried) {
    const volume = part('volume');
    volume.value = String(this.#desk.volume * 100);
    volume.addEventListener('change', () => {
      this.#desk.volume = Number(volume.value) / 100;
      keepDesk(this.#desk);
      tried();
    });
    const muted = part('muted');
    muted.checked = this.#desk.muted;
    muted.addEventListener('change', () => {
      this.#desk.muted = muted.checked;
      keepDesk(this.#desk);
    });
  }
}
