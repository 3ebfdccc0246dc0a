/** What the desk has to know besides the last scan: one line for each matter. */
import { h } from './dom.js';

export class Notices {
  #root;

  /** @param root where the lines go; read out when it changes */
  constructor(root) {
    this.#root = root;
  }

  /** Says something about a matter, in place of what was said about it before. */
  show(matter, tone, text, ...more) {
    const line = this.#line(matter);
    if (line?.firstChild.textContent === text) {
      return;
    }
    const content = [h('p', {}, text), ...more];
    if (line) {
      line.replaceChildren(...content);
    } else {
      this.#root.append(h('div', { id: `notice-${matter}`, class: `notice ${tone}` }, ...content));
    }
  }

  /** Says nothing more about a matter. */
  clear(matter) {
    this.#line(matter)?.remove();
  }

  #line(matter) {
    return this.#root.querySelector(`#notice-${matter}`);
  }
}
