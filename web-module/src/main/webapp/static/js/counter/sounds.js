/**
 * Three sounds that differ in length, height and number: short and high, double, long and low. A
 * return by a pupil of another class is the first of them with a second, higher note.
 */

const SOUNDS = {
  OK: [{ at: 0, hertz: 1320, seconds: 0.09, wave: 'sine' }],
  OTHER_CLASS: [
    { at: 0, hertz: 1320, seconds: 0.09, wave: 'sine' },
    { at: 0.12, hertz: 1760, seconds: 0.18, wave: 'sine' },
  ],
  WARNING: [
    { at: 0, hertz: 700, seconds: 0.12, wave: 'triangle' },
    { at: 0.2, hertz: 700, seconds: 0.12, wave: 'triangle' },
  ],
  REFUSED: [{ at: 0, hertz: 196, seconds: 0.6, wave: 'sawtooth' }],
};
const BUZZES = { OK: [40], OTHER_CLASS: [40, 60, 120], WARNING: [80, 60, 80], REFUSED: [400] };

export class Sounds {
  #context = null;
  #desk;

  /** @param desk the settings of this desk: `volume` from 0 to 1, and `muted` */
  constructor(desk) {
    this.#desk = desk;
    // Browsers let a page sound once somebody has touched it; a scanner's keystroke will do.
    const wake = () => this.#open()?.resume?.();
    document.addEventListener('keydown', wake, { capture: true, passive: true });
    document.addEventListener('pointerdown', wake, { capture: true, passive: true });
  }

  /** Plays the sound of an outcome. */
  play(outcome) {
    if (this.#desk.muted) {
      return;
    }
    navigator.vibrate?.(BUZZES[outcome]);
    const context = this.#open();
    if (!context) {
      return;
    }
    for (const { at, hertz, seconds, wave } of SOUNDS[outcome]) {
      const begin = context.currentTime + at;
      const tone = context.createOscillator();
      const loudness = context.createGain();
      tone.type = wave;
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0, begin);
      loudness.gain.linearRampToValueAtTime(0.5 * this.#desk.volume, begin + 0.01);
      loudness.gain.setValueAtTime(0.5 * this.#desk.volume, begin + seconds - 0.02);
      loudness.gain.linearRampToValueAtTime(0, begin + seconds);
      tone.connect(loudness).connect(context.destination);
      tone.start(begin);
      tone.stop(begin + seconds);
    }
  }

  #open() {
    if (this.#context === null && window.AudioContext) {
      this.#context = new AudioContext();
    }
    return this.#context;
  }
}
