/** Where the scans of a queue stand in the browser; what it refuses to keep, the page still knows. */
import { ANSWERED, SENT } from './states.js';

const KEPT_ANSWERS = 300;

export class Shelf {
  #store;
  #refused = 0;

  constructor(store) {
    this.#store = store;
  }

  /** The scans that an owner left here, the oldest first; those of others without an answer are counted, by name. */
  async open(owner) {
    const all = await this.#store.all();
    const others = new Map();
    for (const scan of all) {
      if (scan.owner !== owner && scan.state !== ANSWERED && scan.state !== SENT) {
        others.set(scan.ownerName, (others.get(scan.ownerName) ?? 0) + 1);
      }
    }
    return {
      own: all.filter((scan) => scan.owner === owner).sort((a, b) => a.n - b.n),
      others: [...others].map(([name, count]) => ({ name, count })),
    };
  }

  /** Gives a new scan its number. False if the disk refuses it: it is then on the page only. */
  async add(scan) {
    try {
      scan.n = await this.#store.add(scan);
      return true;
    } catch {
      this.#refused += 1;
      Object.assign(scan, { n: `unkept-${this.#refused}`, unkept: true });
      return false;
    }
  }

  /** Keeps what has changed of a scan. */
  async put(scan) {
    try {
      await this.#store.put(scan);
    } catch {
      // The page still knows, and what was kept before is sent again, harmlessly.
    }
  }

  async remove(scans) {
    await this.#store.remove(scans.map((scan) => scan.n));
  }

  /** The oldest answers, beyond those that are kept for the list. */
  surplus(scans) {
    const answered = scans.filter((scan) => scan.state === ANSWERED);
    return answered.slice(0, Math.max(0, answered.length - KEPT_ANSWERS));
  }
}
