/** The last scan, large: shape, word, name, what to do, choices. */
import { count, say } from './texts.js';
import { h, icon } from './dom.js';
import { hasKit, isIncomplete, kitButtons, kitSentences } from './kit.js';
import { ANSWERED, STUCK, WAITING } from './queue.js';
import { fullName, isProvisional, label, otherClass, toChoose, tone, who, word } from './scan.js';

const WAIT_SHOWN_AFTER = 250;

export class Panel {
  #root;
  #act;
  #shown = null;
  #timer = 0;
  #held = null;

  /**
   * @param root the section to fill
   * @param act what the buttons do: `choose(scan, choice, reason)`, `retry(scan)`, `discard(scan)`,
   *   `kit(scan, pieces)`
   */
  constructor(root, act) {
    this.#root = root;
    this.#act = act;
  }

  /** The scan that is shown; null when the desk is idle. */
  get shown() {
    return this.#shown;
  }

  /** Nothing scanned yet: says what to do. */
  idle(title, text) {
    this.#held = null;
    clearTimeout(this.#timer);
    this.#shown = null;
    this.#fill('idle', icon('scan', 'shape'), [
      h('p', { class: 'panel-word' }, title),
      h('p', { class: 'panel-do' }, text),
    ]);
  }

  /**
   * Shows a scan; one that is on its way only if the answer takes a moment. While somebody writes
   * why something is overridden, the others wait: nothing is typed over.
   */
  show(scan, online) {
    if (this.#isWriting && scan !== this.#shown) {
      this.#held = [scan, online];
      return;
    }
    clearTimeout(this.#timer);
    this.#shown = scan;
    if (scan.state === WAITING && online) {
      this.#timer = setTimeout(() => this.#draw(scan), WAIT_SHOWN_AFTER);
    } else {
      this.#draw(scan);
    }
  }

  /** Takes the choice of a number key. False if there is none. */
  key(digit) {
    const choices = [...this.#root.querySelectorAll('.choices button')];
    const buttons = choices.length > 0 ? choices : [...this.#root.querySelectorAll('.kit button')];
    const button = buttons[Number(digit) - 1];
    button?.click();
    return button !== undefined;
  }

  get #isWriting() {
    return this.#root.querySelector('.reason') !== null;
  }

  #draw(scan) {
    const name = who(scan);
    const schoolClass = (scan.answer?.pupil ?? scan.said?.person)?.schoolClass ?? '';
    this.#fill(tone(scan), icon(tone(scan), 'shape'), [
      h('p', { class: 'panel-word' }, word(scan)),
      name && h('p', { class: 'panel-who' }, name, schoolClass && h('span', {}, schoolClass),
        otherClass(scan) && h('span', { class: 'other-class' }, say('otherClass'))),
      h('p', { class: 'panel-what' }, what(scan)),
      ...sentences(scan).map((text) => h('p', { class: 'panel-do' }, text)),
      toDo(scan) && h('p', { class: 'panel-do strong' }, toDo(scan)),
      this.#buttons(scan),
      hasKit(scan) && !toChoose(scan) && kitButtons(scan, this.#act.kit),
      hasCondition(scan) && h('p', { class: 'panel-do' }, h('a', {
        class: 'condition', href: `/materiels/${scan.answer.device.id}/etat`, target: '_blank', rel: 'noopener',
      }, say('condition'))),
      isHandedOver(scan) && h('p', { class: 'panel-do' }, h('a', {
        class: 'collector', href: `/prets/${scan.answer.loan.id}/remise`, target: '_blank', rel: 'noopener',
      }, say('collector'))),
      ...kitSentences(scan).map((text) => h('p', { class: 'panel-do' }, text)),
    ]);
  }

  #buttons(scan) {
    if (scan.state === STUCK) {
      return h('div', { class: 'choices' },
        h('button', { class: 'button', type: 'button', on: { click: () => this.#act.retry(scan) } }, say('retry')),
        h('button', { class: 'button quiet', type: 'button', on: { click: () => this.#act.discard(scan) } }, say('discard')));
    }
    if (!toChoose(scan)) {
      return null;
    }
    return h('div', { class: 'choices' }, scan.answer.choices.map((choice, i) =>
      h('button', { class: 'button', type: 'button', on: { click: () => this.#choose(scan, choice) } },
        h('kbd', { 'aria-hidden': 'true' }, String(i + 1)), choice.label)));
  }

  #choose(scan, choice) {
    if (choice.code.startsWith('OVERRIDE')) {
      this.#askReason(scan, choice);
    } else {
      this.#act.choose(scan, choice.code, null);
    }
  }

  #askReason(scan, choice) {
    const input = h('input', { id: 'override-reason', maxlength: '400', required: true, autocomplete: 'off' });
    const form = h('form', {
      class: 'reason',
      on: {
        submit: (event) => {
          event.preventDefault();
          if (input.value.trim() !== '') {
            this.#act.choose(scan, choice.code, input.value.trim());
            this.#leave(form, scan);
          }
        },
        keydown: (event) => event.key === 'Escape' && this.#leave(form, scan),
      },
    }, h('label', { for: 'override-reason' }, say('reason')), input, h('div', { class: 'choices' },
      h('button', { class: 'button' }, choice.label),
      h('button', { class: 'button quiet', type: 'button', on: { click: () => this.#leave(form, scan) } }, say('reason.cancel'))));
    this.#root.querySelector('.choices').replaceWith(form);
    input.focus();
  }

  /** Nothing is written any more: what came meanwhile is shown. */
  #leave(form, scan) {
    const next = this.#held ?? [scan, false];
    this.#held = null;
    form.remove();
    this.show(...next);
  }

  #fill(kind, shape, content) {
    const hadFocus = this.#root.contains(document.activeElement);
    const pressed = document.activeElement?.closest('.kit') ? document.activeElement.getAttribute('aria-label') : null;
    this.#root.className = `panel ${kind}`;
    this.#root.replaceChildren(shape, h('div', { class: 'panel-text' }, content));
    if (hadFocus) {
      // The same button again, to press it once more; else the whole.
      const again = pressed && [...this.#root.querySelectorAll('.kit button')]
        .find((button) => button.getAttribute('aria-label').split(' (')[0] === pressed.split(' (')[0]);
      (again || this.#root).focus();
    }
  }
}

/** Whether the device has just changed hands: its condition can be said, with photos. */
function hasCondition(scan) {
  return scan.state === ANSWERED && !scan.undone && scan.answer.loan && scan.answer.outcome !== 'REFUSED'
    && !toChoose(scan);
}

/** Whether a pupil has just got a device: a parent may have come for it. */
function isHandedOver(scan) {
  return hasCondition(scan) && scan.request.mode === 'CHECK_OUT' && scan.answer.loan.state === 'OPEN';
}

function what(scan) {
  const device = scan.answer?.device ?? scan.said?.device;
  return [h('b', {}, label(scan)), device && ` ${device.model}`];
}

/** What the service says; what the desk says while it says nothing. */
function sentences(scan) {
  if (scan.state === STUCK) {
    return [scan.wrong ? scan.message || say('stuck.wrong') : say('stuck.failed')];
  }
  if (isProvisional(scan)) {
    return [...(scan.said?.sentences ?? []), say(`offline.provisional.${scan.state}`)];
  }
  if (scan.state !== ANSWERED) {
    return [say('kept')];
  }
  if (scan.undone) {
    return [scan.undone];
  }
  // Word and name have said these two already.
  const told = (reason) => scan.answer.pupil && (reason.code === 'RETURNED' || reason.code === 'LENT');
  return scan.answer.reasons.filter((reason) => !told(reason)).map((reason) => reason.message);
}

/** What to do with the hands. */
function toDo(scan) {
  const { answer } = scan;
  if (scan.state !== ANSWERED || scan.undone || !answer.device || answer.outcome === 'REFUSED' || toChoose(scan)) {
    return '';
  }
  const things = answer.device.accessories
    .map((a) => (a.quantity > 1 ? `${a.name} (${a.quantity})` : a.name)).join(', ');
  if (scan.request.mode === 'CHECK_OUT') {
    return answer.loan && things && !hasKit(scan) ? say('do.handOver', things) : '';
  }
  if (isIncomplete(scan)) {
    return say('do.aside');
  }
  const place = answer.device.storage;
  return [things && answer.loan && !hasKit(scan) && say('do.check', things), place && say('do.store', place)].filter(Boolean).join(' ');
}

/** What a person hears of a scan without looking: for the live region. */
export function spoken(scan) {
  const name = who(scan);
  const otherOne = otherClass(scan) && say('otherClass');
  return [word(scan), name && fullNameAndClass(scan, name), otherOne, ...sentences(scan)].filter(Boolean).join('. ');
}

function fullNameAndClass(scan, name) {
  const pupil = scan.answer?.pupil;
  return pupil?.schoolClass ? `${fullName(pupil)}, ${pupil.schoolClass}` : name;
}

/** The line that sums the session up. */
export function summary(counts, unanswered) {
  return [
    count('session.done', counts.OK),
    counts.WARNING > 0 && count('session.toSee', counts.WARNING),
    counts.REFUSED > 0 && count('session.refused', counts.REFUSED),
    unanswered > 0 && count('session.waiting', unanswered),
  ].filter(Boolean).join(', ');
}
