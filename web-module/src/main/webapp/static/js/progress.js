// Keeps the page of a long work fresh while it runs. Without this module the page has a link for it.
import { put } from "./fresh.js";

const EVERY = 1500;

async function refresh() {
  const work = document.getElementById("work");
  if (!work || work.dataset.running !== "true") {
    return;
  }
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("work");
      if (fresh) {
        put(fresh, work);
      }
    }
  } catch {
    // The network is away: the next try may find it again.
  }
  later();
}

/** A part that is read for long says itself how often it is looked at. */
function later() {
  setTimeout(refresh, Number(document.getElementById("work")?.dataset.every ?? EVERY));
}

later();
