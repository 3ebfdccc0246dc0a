/** The counter as an application of the browser: its page and files, kept to open without network. */

const CACHE = 'gestmat-counter';
const PAGE = '/comptoir/poste';
const FILES = '/comptoir/poste/fichiers';

async function get(address) {
  const response = await fetch(address, { cache: 'no-store', credentials: 'same-origin', redirect: 'error' });
  if (!response.ok) {
    throw new Error(`${address}: ${response.status}`);
  }
  return response;
}

/** Keeps today's page and files; those of an older release go. */
export async function keepApp() {
  const [page, files] = await Promise.all([get(PAGE), get(FILES).then((answer) => answer.json())]);
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await cache.addAll(files.filter((address) => !kept.has(address)));
  await Promise.all([...kept].filter((path) => path.startsWith('/static/') && !files.includes(path))
    .map((path) => cache.delete(path)));
  await cache.put(PAGE, page);
  await navigator.serviceWorker.register('/comptoir/application/travail.js', { scope: '/comptoir' });
}

/** Whether the browser can open pages without network. */
export function canKeepApp() {
  return Boolean(navigator.serviceWorker && globalThis.caches);
}

/** Forgets the page; the files are the same for everybody and say nothing of anybody. */
export async function forgetApp() {
  await (await caches.open(CACHE)).delete(PAGE);
}
