/** Keeps a part of the page fresh: how far a common work is. Without this module a reload does the same. */

const PAUSE = 5000;

const part = document.getElementById('followed');

/** Asks once and shows the answer in place of what is there. */
export async function refresh() {
  try {
    const answer = await fetch(part.dataset.follow, { redirect: 'error' });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      part.replaceChildren(...fresh.body.childNodes);
    }
  } catch {
    // The network is away for a moment: the next look may do better.
  }
}

async function look() {
  if (document.visibilityState === 'visible') {
    await refresh();
  }
  setTimeout(look, PAUSE);
}

if (part) {
  setTimeout(look, PAUSE);
}
