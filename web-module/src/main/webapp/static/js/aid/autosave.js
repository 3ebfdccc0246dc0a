/**
 * Keeps what is typed on a page of the form while it is typed. The page works without it: the
 * button keeps everything too. What arrives late never overwrites what was kept since: each save
 * names the revision that it knows, and gets the next one.
 */
const form = document.querySelector("form[data-autosave]");
const status = document.querySelector("[data-autosave-status]");

const PAUSE = 900;
const PATIENCE = 8000;
/** A service that asks for a pause gets it, but nothing typed waits longer than this (in seconds). */
const LONGEST_PAUSE = 60;

let running = null;
let wanted = false;
let timer = 0;
let stopped = false;

function say(text, retry) {
  status.textContent = text;
  status.classList.toggle("failed", Boolean(retry));
  if (retry) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = form.dataset.retry;
    button.addEventListener("click", () => save());
    status.append(" ", button);
  }
}

/** Seconds after which the service wants to be asked again; 0 if it does not say. */
function pauseOf(answer) {
  const seconds = Number.parseInt(answer.headers.get("Retry-After") ?? "", 10);
  return seconds > 0 ? Math.min(seconds, LONGEST_PAUSE) : 0;
}

async function send() {
  const abort = new AbortController();
  const clock = setTimeout(() => abort.abort(), PATIENCE);
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      body,
      headers: { "X-CSRF-Token": body.get("csrf"), Accept: "application/json" },
      signal: abort.signal,
      redirect: "manual",
    });
    if (answer.ok) {
      const kept = await answer.json();
      form.elements.revision.value = kept.revision;
      say(kept.said, false);
    } else if (answer.status === 409) {
      stopped = true;
      say((await answer.json()).said, false);
    } else if (answer.status === 401 || answer.status === 403) {
      stopped = true;
      say(form.dataset.signedOut, false);
    } else {
      say(form.dataset.failed, true);
      const after = pauseOf(answer);
      if (after > 0) {
        timer = setTimeout(save, 1000 * after);
      }
    }
  } catch {
    say(form.dataset.failed, true);
  } finally {
    clearTimeout(clock);
  }
}

/** One save at a time; what was typed meanwhile goes in the next one. */
async function save() {
  clearTimeout(timer);
  if (stopped) {
    return;
  }
  if (running) {
    wanted = true;
    return;
  }
  running = send();
  await running;
  running = null;
  if (wanted) {
    wanted = false;
    await save();
  }
}

if (form && status) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  // The button waits for a save that is on its way, so that it knows the revision (M-D05).
  form.addEventListener("submit", async (event) => {
    clearTimeout(timer);
    wanted = false;
    if (running) {
      event.preventDefault();
      await running;
      form.submit();
    }
  });
  window.addEventListener("online", () => {
    if (status.classList.contains("failed")) {
      save();
    }
  });
}
