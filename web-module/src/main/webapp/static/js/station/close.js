/** What scans were gathered for is not ended while this browser still has some that were not sent. */
import { ANSWERED } from '../counter/queue.js';
import { openStore } from '../counter/store.js';

const form = document.getElementById('close');

const store = await openStore();
const waiting = (await store.all())
  .filter((scan) => scan.owner.endsWith(`@${form.dataset.key}`) && scan.state !== ANSWERED);
if (waiting.length > 0) {
  document.getElementById('unsent').hidden = false;
  form.querySelector('button').disabled = true;
}
