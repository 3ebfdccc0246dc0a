/** What the agent sees and hears of the session: the last scan, who is next, the list, the sums. */
import { h } from './dom.js';
import { Lines } from './lines.js';
import { Panel, spoken, summary } from './panel.js';
import { otherClass } from './scan.js';
import { say } from './texts.js';

const part = (id) => document.getElementById(id);

export class Screen {
  #panel;
  #lines;
  #sounds;
  #act;

  /**
   * @param sounds what is heard
   * @param act what buttons do: `choose(scan, choice, reason)`, `retry(scan)`, `discard(scan)`,
   *   `closePupil()`
   */
  constructor(sounds, act) {
    this.#sounds = sounds;
    this.#act = act;
    this.#panel = new Panel(part('panel'), act);
    this.#lines = new Lines(part('lines'), { open: (scan) => this.#panel.show(scan, false), retry: act.retry });
  }

  /** The scan that is shown large; null when nothing was scanned yet. */
  get shown() {
    return this.#panel.shown;
  }

  /** Shows these scans in the list, the oldest first in the array given. */
  reset(scans) {
    this.#lines.reset(scans);
  }

  /** Shows a scan in the list as it is now. Says whether it is new there. */
  list(scan) {
    return this.#lines.update(scan);
  }

  /** Takes a scan off the list. */
  unlist(scan) {
    this.#lines.remove(scan.request.scanId);
  }

  /** Shows a scan large. */
  show(scan, online) {
    this.#panel.show(scan, online);
  }

  /** Shows, sounds and says what became of a scan. */
  tell(scan, outcome, text = spoken(scan)) {
    this.#panel.show(scan, true);
    this.#sounds.play(otherClass(scan) ? 'OTHER_CLASS' : outcome);
    this.speak(text);
  }

  /** Says something to those who don't look. The same words twice are said twice. */
  speak(text) {
    const region = part('spoken');
    region.textContent = region.textContent === text ? `${text}\u00a0` : text;
  }

  /** Takes the choice of a number key. False if there is none. */
  key(digit) {
    return this.#panel.key(digit);
  }

  /** Nothing scanned yet: says what to do. */
  idle({ pupil, handingOut, hasClass }) {
    if (pupil) {
      this.#panel.idle(pupil.name, say(handingOut ? 'idle.scanFor' : 'idle.returnFor'));
    } else if (handingOut) {
      this.#panel.idle(say(hasClass ? 'idle.classDone' : 'idle.noClass'), say('idle.noClass.text'));
    } else {
      this.#panel.idle(say('idle.return'), say('idle.return.text'));
    }
  }

  /** Whom the desk calls up, under the last scan. */
  next(pupil, handingOut) {
    const line = part('next');
    line.hidden = !pupil || this.shown === null;
    if (pupil) {
      line.replaceChildren(say(handingOut ? 'next.out' : 'next.in'), ' ', h('b', {}, pupil.name), h('button', {
        class: 'link', type: 'button', hidden: handingOut, on: { click: () => this.#act.closePupil() },
      }, say('closePupil')));
    }
  }

  /** The sums of the session. */
  sum(counts, unanswered, undoable) {
    part('summary').textContent = summary(counts, unanswered);
    const isEmpty = part('lines').childElementCount === 0;
    part('lines-empty').hidden = !isEmpty;
    part('lines-table').hidden = isEmpty;
    part('undo').disabled = !undoable;
  }
}
