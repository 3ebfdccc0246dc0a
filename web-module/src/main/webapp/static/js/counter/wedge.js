/**
 * Listens to the keyboard of the whole page: a scanner's burst is a scan wherever the focus is,
 * and leaves no trace in the field that had it; a person's typing goes where it belongs.
 */
import { Decoder, LONGEST_GAP, read } from './decoder.js';

const TEXT_TYPES = ['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'datetime-local'];

function takesText(element) {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
    || (element instanceof HTMLInputElement && TEXT_TYPES.includes(element.type));
}

function actsOnSpace(element) {
  return element.closest?.('button, a, summary, input, [role="button"]') != null;
}

/** What a field held before a burst began to fall into it. */
function remember(element) {
  if (element instanceof HTMLSelectElement) {
    const index = element.selectedIndex;
    return () => { element.selectedIndex = index; };
  }
  const { value, selectionStart, selectionEnd } = element;
  return () => {
    // A day that is half written has the value of none.
    if (element.value !== value || element.type === 'date') {
      element.value = value;
      if (selectionStart != null) {
        element.setSelectionRange(selectionStart, selectionEnd);
      }
      ['input', 'change'].forEach((event) => element.dispatchEvent(new Event(event, { bubbles: true })));
    }
  };
}

/**
 * @param {HTMLInputElement} field where a person's typing goes that is meant for no other
 * @param {object} to
 * @param {(code: string) => void} to.scan a scanner's code
 * @param {(digit: string) => boolean} to.digit a digit typed alone outside of fields; false if it
 *   means nothing now
 * @param {() => void} to.entered a person who typed outside of fields pressed Enter
 */
export function listen(field, { scan, digit, entered }) {
  const decoder = new Decoder();
  let restore = () => {};
  let idle = 0;

  /**
   * Takes what came outside of fields for typing. The page may have been busy for longer than the
   * keys were apart, so this is not the last word: a burst that goes on takes it back.
   */
  function flush() {
    clearTimeout(idle);
    const { strokes } = decoder;
    const text = strokes.map((s) => s.key).join('');
    if (text.length === 1 && /\d/.test(read(strokes)) && digit(read(strokes))) {
      decoder.take();
    } else if (text !== '') {
      restore = remember(field);
      field.value += text;
      field.focus();
    }
  }

  function onKey(event) {
    const chord = event.ctrlKey || event.metaKey || event.altKey;
    if (event.isComposing || event.repeat || (chord && !event.getModifierState('AltGraph'))) {
      decoder.take();
      return;
    }
    const inField = takesText(event.target);
    const time = event.timeStamp;
    if (event.key === 'Enter' || event.key === 'Tab') {
      const before = decoder.length;
      const strokes = decoder.take();
      strokes.forEach((s) => decoder.push(s));
      const code = decoder.end(time);
      if (code !== null) {
        clearTimeout(idle);
        event.preventDefault();
        event.stopImmediatePropagation();
        restore();
        scan(code);
      } else if (!inField && before > 0) {
        event.preventDefault();
        strokes.forEach((s) => decoder.push(s));
        flush();
        if (event.key === 'Enter' && decoder.take().length > 0) {
          entered();
        }
      }
      return;
    }
    if (event.key.length !== 1 && event.key !== 'Dead') {
      if (event.key !== 'Shift' && event.key !== 'CapsLock' && event.key !== 'AltGraph') {
        decoder.take();
      }
      return;
    }
    const first = decoder.startsAt(time);
    if (first && event.key === ' ' && !inField && actsOnSpace(event.target)) {
      return;
    }
    if (first) {
      restore = inField ? remember(event.target) : () => {};
    }
    decoder.push({ key: event.key, code: event.code, shift: event.shiftKey, time });
    if (!inField) {
      event.preventDefault();
      clearTimeout(idle);
      idle = setTimeout(flush, LONGEST_GAP + 20);
    }
  }

  document.addEventListener('keydown', onKey, true);
}
