// Tells colleagues that this application is being looked at, once a minute, and that it no longer is.
// Without this module nobody is told; nothing else of the page needs it.
const EVERY = 60000;

const place = document.querySelector("[data-presence]");
const token = document.querySelector("input[name=csrf]");

function form(fields) {
  return new URLSearchParams({ csrf: token.value, ...fields });
}

async function look() {
  if (document.visibilityState === "visible") {
    try {
      await fetch(place.dataset.presence, { method: "POST", body: form({}) });
    } catch {
      // The network is away: colleagues see us go, which is true enough.
    }
  }
}

if (place && token) {
  look();
  setInterval(look, EVERY);
  addEventListener("pagehide", () =>
    navigator.sendBeacon(place.dataset.presence, form({ parti: "true" })),
  );
}
