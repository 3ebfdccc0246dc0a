// Sends a chosen file at once, shows how far it is, and puts the answered page in place of this one.
// Without this module the form is sent by its button.
import { put } from "./fresh.js";

const REFRESH = 1500;

function upload(form) {
  const input = form.querySelector("input[type=file]");
  const button = form.querySelector("button");
  const said = form.querySelector(".said");
  button.hidden = true;
  input.addEventListener("change", () => {
    const file = input.files[0];
    if (!file) {
      return;
    }
    if (file.size > Number(form.dataset.most)) {
      said.textContent = form.dataset.tooLarge;
      input.value = "";
      return;
    }
    send(form, said, button);
  });
}

function send(form, said, button) {
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.setAttribute("aria-labelledby", said.id);
  form.append(bar);
  said.textContent = "";
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) {
      bar.value = Math.round((event.loaded / event.total) * 100);
      said.textContent = bar.value + " %";
    }
  });
  request.addEventListener("load", () => {
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    if (!show(page)) {
      failed();
    }
  });
  request.addEventListener("error", failed);
  request.open("POST", form.action);
  request.setRequestHeader("Accept", "text/html");
  request.send(new FormData(form));

  // The chosen file stays chosen: its button sends it again.
  function failed() {
    bar.remove();
    said.textContent = form.dataset.failed;
    button.hidden = false;
  }
}

function show(page) {
  const fresh = page.getElementById("content");
  const old = document.getElementById("content");
  if (!fresh || !old || !fresh.querySelector("#work")) {
    return false;
  }
  old.replaceWith(fresh);
  begin();
  const told = fresh.querySelector(".notice");
  if (told) {
    told.setAttribute("tabindex", "-1");
    told.focus();
  }
  return true;
}

async function look() {
  const work = document.getElementById("work");
  const sending = document.querySelector(".upload progress");
  if (work && work.dataset.running === "true" && !sending) {
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("work");
      const ready = answer.ok && fresh && !document.querySelector(".upload progress");
      if (ready && put(fresh, work)) {
        fresh.querySelectorAll("form.upload").forEach(upload);
      }
    } catch {
      // The network is away: the next look may find it again.
    }
  }
  setTimeout(look, REFRESH);
}

function begin() {
  document.querySelectorAll("form.upload").forEach(upload);
}

begin();
setTimeout(look, REFRESH);
