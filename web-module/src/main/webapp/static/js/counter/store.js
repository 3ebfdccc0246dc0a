/**
 * Keeps the scans of this desk in the browser (IndexedDB), so that a crash or a reload loses none.
 * A scan is written to disk before it is sent.
 */

const NAME = 'gestmat-counter';
const SCANS = 'scans';

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}

/** The scans on disk; each has a number `n` that grows with every scan. */
class DiskStore {
  #db;

  constructor(db) {
    this.#db = db;
  }

  get durable() {
    return true;
  }

  async all() {
    return done(this.#db.transaction(SCANS).objectStore(SCANS).getAll());
  }

  /** Adds a scan and gives it its number. */
  async add(scan) {
    const transaction = this.#db.transaction(SCANS, 'readwrite', { durability: 'strict' });
    const n = done(transaction.objectStore(SCANS).add(scan));
    await committed(transaction);
    return n;
  }

  async put(scan) {
    const transaction = this.#db.transaction(SCANS, 'readwrite');
    transaction.objectStore(SCANS).put(scan);
    await committed(transaction);
  }

  async remove(numbers) {
    const transaction = this.#db.transaction(SCANS, 'readwrite');
    numbers.forEach((n) => transaction.objectStore(SCANS).delete(n));
    await committed(transaction);
  }
}

/** What is left when the browser refuses to keep anything: this page's memory. */
export class MemoryStore {
  #scans = new Map();
  #last = 0;

  get durable() {
    return false;
  }

  async all() {
    return structuredClone([...this.#scans.values()]);
  }

  async add(scan) {
    this.#last += 1;
    this.#scans.set(this.#last, structuredClone({ ...scan, n: this.#last }));
    return this.#last;
  }

  async put(scan) {
    this.#scans.set(scan.n, structuredClone(scan));
  }

  async remove(numbers) {
    numbers.forEach((n) => this.#scans.delete(n));
  }
}

/** Opens the store of this browser; one in memory, not `durable`, if it has none. */
export async function openStore() {
  try {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(SCANS, { keyPath: 'n', autoIncrement: true });
    };
    return new DiskStore(await done(request));
  } catch {
    return new MemoryStore();
  }
}
