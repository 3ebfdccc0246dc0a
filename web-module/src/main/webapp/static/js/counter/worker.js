/**
 * Opens the counter without network. Only its own page and the files of the service are kept here:
 * what people's devices are is in the counter's encrypted list, and every call of the counter goes
 * to the network by itself.
 */
const CACHE = 'gestmat-counter';
const PAGE = '/comptoir/poste';
/** A network that is there but does not answer is none. */
const PATIENCE = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

async function page(request) {
  const kept = async () => (await caches.open(CACHE)).match(PAGE);
  const answer = fetch(request);
  const late = new Promise((_, reject) => { setTimeout(() => reject(new Error('late')), PATIENCE); });
  try {
    const response = await Promise.race([answer, late]);
    return response.status >= 500 ? (await kept()) ?? response : response;
  } catch {
    return (await kept()) ?? answer;
  }
}

async function file(request) {
  const kept = await (await caches.open(CACHE)).match(request);
  return kept ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) {
    return;
  }
  if (request.mode === 'navigate' && pathname === '/comptoir') {
    event.respondWith(page(request));
  } else if (pathname.startsWith('/static/')) {
    event.respondWith(file(request));
  }
});
