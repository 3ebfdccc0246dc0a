/** Whether scans can leave this desk: the service answers, and our agent is signed on. */
import { h } from './dom.js';
import { count, say } from './texts.js';

const SESSION_POLL = 4000;

/** A page that does nothing by itself while the network is away. */
const NEVER_ALONE = { isPrepared: false, list: null };

export class Connection {
  #api;
  #queue;
  #notices;
  #sounds;
  #agent;
  #poll = 0;
  #last = 'ready';
  #offline;

  /**
   * @param with_.agent the name of whose counter this is
   * @param with_.offline the desk without network; a page that has none waits for the network
   */
  constructor({ api, queue, notices, sounds, agent, offline = NEVER_ALONE }) {
    this.#offline = offline;
    this.#api = api;
    this.#queue = queue;
    this.#notices = notices;
    this.#sounds = sounds;
    this.#agent = agent;
  }

  /** Whether the last scan could leave. */
  get isReady() {
    return this.#last === 'ready';
  }

  /** Says how things stand, with a sound when they got worse. */
  refresh() {
    const { state, unanswered } = this.#queue;
    if (state !== 'ready' && this.#last === 'ready') {
      this.#sounds.play('WARNING');
    }
    this.#last = state;
    if (state === 'signedOut' || state === 'otherAgent') {
      this.#endList();
    }
    this.#say('unreachable', () => this.#notices.show(
      'unreachable', 'warning', this.#offline.isPrepared
        ? this.#offline.notice(unanswered) : count('notice.unreachable', unanswered)));
    this.#say('signedOut', () => this.#askToSignOn(unanswered));
    this.#say('otherAgent', () => this.#notices.show(
      'otherAgent', 'refused', count('notice.otherAgent', unanswered, this.#agent),
      h('a', { class: 'button', href: '/comptoir' }, say('notice.otherAgent.go'))));
  }

  /** Looks whether our agent is back. */
  async check() {
    if (this.#queue.state !== 'signedOut') {
      return;
    }
    const who = await this.#api.refresh();
    if (who === 'mine') {
      this.#queue.wake();
    } else if (who === 'otherAgent') {
      this.#queue.stop('otherAgent');
    }
    this.refresh();
  }

  /** The session is over: the key of the list goes with it. */
  #endList() {
    if (this.#offline.list !== null) {
      this.#offline.forget();
    }
  }

  #say(state, show) {
    if (this.#queue.state === state) {
      show();
    } else {
      this.#notices.clear(state);
    }
  }

  /** In a window of its own: this page stays as it is. */
  #askToSignOn(waiting) {
    this.#notices.show('signedOut', 'warning', count('notice.signedOut', waiting, this.#agent), h('a', {
      class: 'button', href: '/connexion?suite=/comptoir/connecte', target: '_blank', rel: 'opener',
    }, say('notice.signedOut.go')));
    clearTimeout(this.#poll);
    this.#poll = setTimeout(() => this.check(), SESSION_POLL);
  }
}
