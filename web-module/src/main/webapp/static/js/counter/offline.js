/**
 * The desk without network: the list that it takes along, what it says of scans meanwhile, and when
 * the list goes.
 */
import { canKeepApp, forgetApp, keepApp } from './app.js';
import { decide, Index, lastOf, normal } from './decide.js';
import { newId } from './scan.js';
import { count, moment, say } from './texts.js';
import { canSeal, isOld, seal, unseal, wipe } from './vault.js';

const REFRESHED = 10 * 60_000;
const HEARD = 60_000;
const PREPARED = 'gestmat.offline:';

export class Offline {
  #api;
  #owner;
  #school;
  #queue;
  #changed;
  #index = new Index(null);
  #sealed = null;
  #failed = false;
  #refreshedAt = 0;
  #running = Promise.resolve();

  /**
   * @param with_.api the service
   * @param with_.owner whose desk it is: account and school
   * @param with_.school UAI of the school
   * @param with_.queue gives the operations that no replay has played
   * @param with_.changed called when the list came or went
   */
  constructor({ api, owner, school, queue, changed }) {
    this.#api = api;
    this.#owner = owner;
    this.#school = school;
    this.#queue = queue;
    this.#changed = changed;
  }

  /** Whether this desk was told to be ready for a day without network. */
  get isPrepared() {
    return this.#desk !== null;
  }

  /** Whether it can say who has what: a list is here and its key too. */
  get canRead() {
    return this.#index.list !== null;
  }

  get list() {
    return this.#index.list;
  }

  /** The desk's own id; null when it is not prepared. */
  get desk() {
    return this.#desk;
  }

  get #desk() {
    try {
      return localStorage.getItem(PREPARED + this.#owner);
    } catch {
      return null;
    }
  }

  /** Opens what was kept before, and goes on keeping it fresh. */
  async open() {
    if (canSeal()) {
      await this.#unseal();
    }
    setInterval(() => this.tick(), HEARD);
    if (window.BroadcastChannel) {
      new BroadcastChannel('gestmat-session').addEventListener('message', ({ data }) => {
        if (data === 'signed-out') {
          this.forget();
        }
      });
    }
  }

  /** One after the other: a list that is still on its way must not come in after it was wiped. */
  #inTurn(work) {
    const done = this.#running.then(work);
    this.#running = done.catch(() => {});
    return done;
  }

  /** Takes a list along, and the counter itself. Says whether it worked. */
  prepare() {
    return this.#inTurn(() => this.#prepare());
  }

  async #prepare() {
    if (!canSeal() || !canKeepApp()) {
      return false;
    }
    if (this.#desk === null) {
      localStorage.setItem(PREPARED + this.#owner, newId());
    }
    const kept = await this.#refresh() && await keepApp().then(() => true, () => false);
    if (!kept && this.#sealed === null) {
      localStorage.removeItem(PREPARED + this.#owner);
    }
    this.#failed = !kept;
    this.#changed();
    return kept;
  }

  /** Now and then: says that the desk is there, takes a fresh list, wipes an old one. */
  async tick() {
    if (this.#sealed && isOld(this.#sealed)) {
      await this.forget();
    }
    if (this.isPrepared && this.#queue.state === 'ready' && this.#queue.kept.length === 0) {
      const { kind } = await this.#api.offline('heard', { school: this.#school, desk: this.#desk });
      if (kind === 'unreachable') {
        this.#queue.interrupt();
      } else if (kind === 'answered' && (Date.now() - this.#refreshedAt > REFRESHED || !this.canRead)) {
        await this.#inTurn(() => this.isPrepared && this.#prepare());
      }
    }
  }

  async #refresh() {
    const share = await this.#api.get('/api/v1/offline/key');
    const list = share && await this.#api.get(
      `/api/v1/offline/list?school=${encodeURIComponent(this.#school)}&desk=${this.#desk}`);
    if (!list) {
      return false;
    }
    try {
      await seal(this.#owner, share.key, list);
    } catch {
      return false;
    }
    this.#refreshedAt = Date.now();
    await this.#unseal();
    return this.canRead;
  }

  async #unseal() {
    try {
      this.#sealed = await unseal(this.#owner);
    } catch {
      this.#sealed = null;
    }
    this.#index = new Index(this.#sealed?.list ?? null);
  }

  /** The list and its key go; the desk stays ready to take the next one. */
  forget() {
    this.#index = new Index(null);
    this.#sealed = null;
    return this.#inTurn(() => this.#forget());
  }

  async #forget() {
    this.#index = new Index(null);
    this.#sealed = null;
    this.#refreshedAt = 0;
    this.#changed();
    await wipe().catch(() => {});
  }

  /** The session at this desk ends with nothing kept: no replay needs to wait for it. */
  async rest() {
    if (this.isPrepared && this.#queue.kept.length === 0) {
      await this.#api.offline('left', { school: this.#school, desk: this.#desk });
    }
  }

  /** Somebody says that this desk needs no list any more: all of it goes. */
  wipe() {
    return this.#inTurn(() => this.#wipe());
  }

  async #wipe() {
    const id = this.#desk;
    localStorage.removeItem(PREPARED + this.#owner);
    this.#failed = false;
    await this.#forget();
    await forgetApp().catch(() => {});
    if (id !== null) {
      await this.#api.offline('left', { school: this.#school, desk: id });
    }
  }

  /** Whether a code is decided here: there is no network, or its replay is still to come. */
  takes(code) {
    return (this.isPrepared && this.#queue.state !== 'ready')
      || lastOf(this.#index, normal(code), this.#queue.operations) !== null;
  }

  /** What the desk says of a scan. */
  decide(request, pupil) {
    return decide(this.#index, request, pupil, this.#queue.operations);
  }

  /** A class of the list, as the service would give it; null if it has none. */
  roll(path) {
    const id = /^\/comptoir\/classes\/(.+)$/.exec(path)?.[1];
    const holds = (pupil) => this.list.devices.find((device) => device.holder === pupil)?.tag;
    return id && this.canRead ? this.#index.roll(decodeURIComponent(id), holds) : null;
  }

  /** What to say of the list: its date and what it holds, or why there is none. */
  get words() {
    if (!this.isPrepared) {
      return say(this.#failed ? 'offline.failed' : canSeal() && canKeepApp() ? 'offline.none' : 'offline.cannot');
    }
    if (this.#sealed === null) {
      return say('offline.gone');
    }
    return this.canRead
      ? say('offline.list', moment(this.#sealed.at), this.list.devices.length, this.list.pupils.length)
      : say('offline.locked', moment(this.#sealed.at));
  }

  /** What to say while there is no network. */
  notice(kept) {
    const held = count('offline.kept', kept);
    return this.canRead
      ? `${say('offline.notice', moment(this.#sealed.at))} ${held}`
      : `${say('offline.notice.blind')} ${held}`;
  }

  /** The sentence of a reason. */
  sentence({ code, values }) {
    const at = this.#sealed ? moment(this.#sealed.at) : '';
    return say(`offline.say.${code}`, ...values, at);
  }
}
