/**
 * Tells a scanner's burst of keystrokes from a person's typing, and reads it.
 *
 * A scanner that plays a keyboard sends the codes of physical keys. When it is set to another
 * layout than the computer, digits arrive as "&é" or "!@#": such a burst is read again by the
 * positions of its keys. This module knows no page.
 */

/** Longest pause inside a burst, in milliseconds. */
export const LONGEST_GAP = 80;
/** Longest mean pause of a burst, in milliseconds: nobody types that fast for long. */
const MEAN_GAP = 40;
/** A burst has at least so many characters. */
const SHORTEST = 4;

const US = {
  Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|',
  Semicolon: ';:', Quote: '\'"', Backquote: '`~', Comma: ',<', Period: '.>', Slash: '/?',
  Space: '  ',
};
'0123456789'.split('').forEach((d, i) => { US[`Digit${d}`] = d + ')!@#$%^&*('[i]; });

const FRENCH = {
  KeyQ: 'aA', KeyA: 'qQ', KeyW: 'zZ', KeyZ: 'wW', Semicolon: 'mM', KeyM: ',?',
  Comma: ';.', Period: ':/', Slash: '!§', Minus: ')°', Equal: '=+', Space: '  ',
};
'0123456789'.split('').forEach((d, i) => { FRENCH[`Digit${d}`] = 'à&é"\'(-è_ç'[i] + d; });

function byPosition(stroke, layout) {
  const pair = layout[stroke.code];
  if (pair) {
    return pair[stroke.shift ? 1 : 0];
  }
  const letter = /^Key([A-Z])$/.exec(stroke.code);
  if (letter) {
    return stroke.shift ? letter[1] : letter[1].toLowerCase();
  }
  return stroke.key.length === 1 ? stroke.key : '';
}

/** The text of a burst: as the computer understood it, or by position if the layouts differ. */
export function read(strokes) {
  const row = strokes.filter((s) => /^Digit\d$/.test(s.code));
  const signs = row.filter((s) => !/^\d$/.test(s.key));
  if (signs.some((s) => !s.shift)) {
    return strokes.map((s) => byPosition(s, US)).join('');
  }
  // French digits are typed with shift; without it that row holds "-" and "_".
  if (signs.length > row.length - signs.length) {
    return strokes.map((s) => byPosition(s, FRENCH)).join('');
  }
  return strokes.map((s) => (s.key.length === 1 ? s.key : '')).join('');
}

/** Keystrokes since the last pause. */
export class Decoder {
  #strokes = [];

  /** Whether the next keystroke at this time begins something new. */
  startsAt(time) {
    return this.#strokes.length === 0 || time - this.#strokes.at(-1).time > LONGEST_GAP;
  }

  /** Takes a keystroke: `{key, code, shift, time}`, the time in milliseconds. */
  push(stroke) {
    if (this.startsAt(stroke.time)) {
      this.#strokes = [];
    }
    this.#strokes.push(stroke);
  }

  /** What Enter or Tab ends: the code of a burst, or null if a person was typing. */
  end(time) {
    const strokes = this.take();
    if (strokes.length < SHORTEST || time - strokes.at(-1).time > 2 * LONGEST_GAP) {
      return null;
    }
    const mean = (strokes.at(-1).time - strokes[0].time) / (strokes.length - 1);
    return mean <= MEAN_GAP ? read(strokes) : null;
  }

  /** The keystrokes so far. */
  get strokes() {
    return [...this.#strokes];
  }

  /** The keystrokes so far; begins anew. */
  take() {
    const strokes = this.#strokes;
    this.#strokes = [];
    return strokes;
  }

  /** How many keystrokes there are since the last pause. */
  get length() {
    return this.#strokes.length;
  }
}
