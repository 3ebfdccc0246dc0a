/** The session is over: its key, its list and the page that opens without network go with it. */
import { wipe } from './vault.js';

wipe().catch(() => {});
globalThis.caches?.delete('gestmat-counter').catch(() => {});
if (window.BroadcastChannel) {
  new BroadcastChannel('gestmat-session').postMessage('signed-out');
}
