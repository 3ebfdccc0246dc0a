/** Follows a long import. Without this module the link on the page does the same. */

import { put } from '../fresh.js';

const PAUSE = 2000;

const address = new URL(location.href);
address.searchParams.set('partie', 'avancement');

async function look() {
  const now = document.getElementById('progress');
  if (now === null) {
    return;
  }
  try {
    const answer = await fetch(address, { redirect: 'error' });
    if (answer.ok) {
      const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = part.getElementById('progress');
      if (next === null || next.dataset.state !== now.dataset.state) {
        location.reload();
        return;
      }
      put(next, now);
    }
  } catch (problem) {
    // The network is away for a moment: the next look may do better.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
