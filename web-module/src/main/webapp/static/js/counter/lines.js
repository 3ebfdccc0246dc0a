/** The list of the session, newest first. It never grows beyond what one can look through. */
import { say, timeOfDay } from './texts.js';
import { h, tag } from './dom.js';
import { STUCK } from './queue.js';
import { label, toChoose, tone, who, word } from './scan.js';

const LONGEST = 60;

export class Lines {
  #body;
  #act;
  #rows = new Map();

  /**
   * @param body the body of the table
   * @param act what the buttons do: `open(scan)`, `retry(scan)`
   */
  constructor(body, act) {
    this.#body = body;
    this.#act = act;
  }

  /** Shows these scans, the oldest first in the list given. */
  reset(scans) {
    this.#rows.clear();
    this.#body.replaceChildren();
    scans.slice(-LONGEST).forEach((scan) => this.update(scan));
  }

  /** Shows a scan as it is now: a new line on top, or its own line again. Says whether it is new. */
  update(scan) {
    const id = scan.request.scanId;
    const row = this.#row(scan);
    const old = this.#rows.get(id);
    this.#rows.set(id, row);
    if (old) {
      const focused = old.contains(document.activeElement);
      old.replaceWith(row);
      if (focused) {
        row.querySelector('button')?.focus();
      }
      return false;
    }
    this.#body.prepend(row);
    this.#shorten();
    return true;
  }

  /** Takes a scan off the list. */
  remove(scanId) {
    this.#rows.get(scanId)?.remove();
    this.#rows.delete(scanId);
  }

  /** Old lines go, except those that somebody still has to do something about. */
  #shorten() {
    for (const [id, row] of this.#rows) {
      if (this.#rows.size <= LONGEST) {
        return;
      }
      if (row.dataset.done === 'true') {
        row.remove();
        this.#rows.delete(id);
      }
    }
  }

  #row(scan) {
    const done = scan.state === 'answered' && !toChoose(scan);
    const main = scan.answer && !scan.undone ? scan.answer.reasons[0].message : '';
    return h('tr', { 'data-done': String(done), 'data-scan': scan.request.scanId, class: scan.undone ? 'undone' : null },
      h('td', { class: 'when' }, timeOfDay(scan.request.scannedAt)),
      h('th', { scope: 'row' }, h('button', { class: 'link', type: 'button', on: { click: () => this.#act.open(scan) } },
        label(scan))),
      h('td', {}, who(scan), ' ', h('span', { class: 'muted' }, scan.answer?.pupil?.schoolClass ?? '')),
      h('td', {}, h('div', { class: 'result' }, tag(tone(scan), word(scan)),
        scan.answer?.outcome !== 'OK' && main && h('span', { class: 'muted' }, main),
        this.#button(scan))));
  }

  #button(scan) {
    if (scan.state === STUCK) {
      return h('button', { class: 'button quiet', type: 'button', on: { click: () => this.#act.retry(scan) } }, say('retry'));
    }
    if (toChoose(scan)) {
      return h('button', { class: 'button quiet', type: 'button', on: { click: () => this.#act.open(scan) } }, say('choose'));
    }
    return null;
  }
}
