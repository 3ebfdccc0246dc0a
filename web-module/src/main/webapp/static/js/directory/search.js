/** Finds pupils while somebody types. Without this module the form does the same by its button. */

const PAUSE = 150;

const form = document.getElementById('search');
const field = document.getElementById('q');
const found = document.getElementById('found');

let timer = 0;
let asked = null;
let shown = field.value.trim();

async function find() {
  const typed = field.value.trim();
  if (typed === shown) {
    return;
  }
  asked?.abort();
  asked = new AbortController();
  const address = new URL(form.action);
  address.searchParams.set('q', typed);
  const page = new URL(address);
  address.searchParams.set('partie', 'resultats');
  try {
    const answer = await fetch(address, { signal: asked.signal, redirect: 'error' });
    if (!answer.ok) {
      return;
    }
    // The answer is a part of one of our own pages, already escaped.
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    found.replaceChildren(...part.body.childNodes);
    shown = typed;
    history.replaceState(null, '', page);
  } catch (problem) {
    // A newer search took over, or the network is away: the button still works.
  }
}

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(find, PAUSE);
});
