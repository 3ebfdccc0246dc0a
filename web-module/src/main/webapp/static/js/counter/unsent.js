/** Shows, at the end of a session, what this browser still keeps of it. */
import { h } from './dom.js';
import { ANSWERED, SENT } from './queue.js';
import { shorten } from './scan.js';
import { openStore } from './store.js';

const section = document.getElementById('unsent');
const { owner, language } = section.dataset;
const kept = (await (await openStore()).all())
  .filter((scan) => scan.owner === owner && scan.state !== ANSWERED && scan.state !== SENT);

document.getElementById('unsent-list').replaceChildren(...kept.map(({ request }) => h('li', {},
  `${new Date(request.scannedAt).toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB')} · ${shorten(request.code)}`)));
section.hidden = kept.length === 0;
