/**
 * The class that is called up at a hand-over: who is next, who has a device, who is absent. Knows
 * no page.
 */

/** What a pupil's line says: still `expected`, `served` with a device, `absent`, or `later`. */
export class Roll {
  #pupils;
  #current = null;

  /**
   * @param pupils in the order of the list: `{id, name, tag}`, the tag of the device already held,
   *   or null
   * @param absent ids of those who were marked absent or put off before
   * @param sent ids of those for whom a device was scanned that has no answer yet
   */
  constructor(pupils, { absent = [], later = [], sent = [] } = {}) {
    this.#pupils = pupils.map((pupil) => ({
      ...pupil,
      state: pupil.tag ? 'served' : sent.includes(pupil.id) ? 'sent' : absent.includes(pupil.id) ? 'absent'
        : later.includes(pupil.id) ? 'later' : 'expected',
    }));
    this.#current = this.#nextAfter(-1);
  }

  get pupils() {
    return this.#pupils;
  }

  /** Who is called up now; null when nobody is left. */
  get current() {
    return this.#current;
  }

  /** How many lines are in a state. */
  count(state) {
    return this.#pupils.filter((pupil) => pupil.state === state).length;
  }

  find(id) {
    return this.#pupils.find((pupil) => pupil.id === id) ?? null;
  }

  /** Calls up somebody, whoever was next. */
  call(id) {
    this.#current = this.find(id) ?? this.#current;
    if (this.#current && this.#current.state !== 'served') {
      this.#current.state = 'expected';
    }
  }

  /** A device was scanned for the current pupil: on to the next one while the answer comes. */
  sent() {
    const pupil = this.#current;
    if (pupil) {
      pupil.state = 'sent';
      this.#advance(pupil);
    }
    return pupil;
  }

  /** The pupil has the device. */
  served(id, tag) {
    const pupil = this.find(id);
    if (pupil) {
      Object.assign(pupil, { state: 'served', tag });
      if (pupil === this.#current) {
        this.#advance(pupil);
      }
    }
  }

  /** The pupil got nothing: called up again unless the desk has gone on with somebody else. */
  notServed(id, callAgain) {
    const pupil = this.find(id);
    if (pupil?.state === 'sent') {
      pupil.state = 'expected';
      if (callAgain || this.#current === null) {
        this.#current = pupil;
      }
    }
  }

  /** The pupil's device was taken back again: called up again. */
  undone(id) {
    const pupil = this.find(id);
    if (pupil?.state === 'served') {
      Object.assign(pupil, { state: 'expected', tag: null });
      this.#current = pupil;
    }
  }

  /** The current pupil is absent, or comes later: on to the next one. */
  putOff(state) {
    const pupil = this.#current;
    if (pupil) {
      pupil.state = state;
      this.#advance(pupil);
    }
  }

  #advance(from) {
    this.#current = this.#nextAfter(this.#pupils.indexOf(from));
  }

  #nextAfter(index) {
    const order = [...this.#pupils.slice(index + 1), ...this.#pupils.slice(0, index + 1)];
    return order.find((p) => p.state === 'expected') ?? order.find((p) => p.state === 'later') ?? null;
  }
}
