/**
 * The list of a desk in the browser, encrypted. Its key is made of two halves: one that this browser
 * made and never shows (a `CryptoKey` that cannot be exported), and one that the service gives for
 * this session and that lives in this tab only. A reload finds both; who closes the tab, signs out
 * or takes the disk away has one half and reads nothing.
 */

const NAME = 'gestmat-offline';
const SHARE = 'gestmat.offline-share:';
const STORES = ['lists', 'keys'];

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open() {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => STORES.forEach((name) => request.result.createObjectStore(name));
  return done(request);
}

function committed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

function shareOf(owner) {
  return sessionStorage.getItem(SHARE + owner);
}

async function key(half, share) {
  const text = new TextEncoder();
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: text.encode(share), info: text.encode('gestmat list') },
    half, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Whether this browser can keep a list: it encrypts only in pages that came over https. */
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle && globalThis.indexedDB && globalThis.sessionStorage);
}

/** Seals a list. `share` is the service's half of the key. */
export async function seal(owner, share, list) {
  const half = await crypto.subtle.importKey(
    'raw', crypto.getRandomValues(new Uint8Array(32)), 'HKDF', false, ['deriveKey']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(owner) },
    await key(half, share), new TextEncoder().encode(JSON.stringify(list)));
  sessionStorage.setItem(SHARE + owner, share);
  const db = await open();
  const transaction = db.transaction(STORES, 'readwrite');
  transaction.objectStore('keys').put(half, owner);
  transaction.objectStore('lists').put({
    iv, data, at: list.at, sealedAt: Date.now(), lasts: Date.parse(list.expiresAt) - Date.parse(list.at),
  }, owner);
  await committed(transaction);
  db.close();
}

/**
 * Opens what is sealed, and wipes what is too old or somebody else's.
 *
 * @return `{at, sealedAt, lasts, list}`; the list is null when its key is gone; null when there is none
 */
export async function unseal(owner) {
  const db = await open();
  try {
    const transaction = db.transaction(STORES, 'readwrite');
    const lists = transaction.objectStore('lists');
    const keys = transaction.objectStore('keys');
    for (const other of await done(lists.getAllKeys())) {
      const kept = await done(lists.get(other));
      if (other !== owner || isOld(kept)) {
        lists.delete(other);
        keys.delete(other);
      }
    }
    const [sealed, half] = [await done(lists.get(owner)), await done(keys.get(owner))];
    await committed(transaction);
    return sealed ? { ...sealed, list: await read(owner, sealed, half) } : null;
  } finally {
    db.close();
  }
}

/** Whether a list is no longer to be used: its day is over, or the desk's clock was put back. */
export function isOld({ sealedAt, lasts }) {
  const age = Date.now() - sealedAt;
  return age > lasts || age < -3600_000;
}

async function read(owner, { iv, data }, half) {
  const share = shareOf(owner);
  if (!share || !half) {
    return null;
  }
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(owner) }, await key(half, share), data);
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    return null; // another session's half
  }
}

/** Wipes all lists and keys of this browser. */
export async function wipe() {
  Object.keys(sessionStorage).filter((name) => name.startsWith(SHARE))
    .forEach((name) => sessionStorage.removeItem(name));
  const db = await open();
  const transaction = db.transaction(STORES, 'readwrite');
  STORES.forEach((name) => transaction.objectStore(name).clear());
  await committed(transaction);
  db.close();
}
