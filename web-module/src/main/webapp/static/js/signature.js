// Draws a signature with a finger, a stylus or a mouse, and sends it as a PNG with the form.
const pad = document.querySelector("canvas.pad");
const form = pad?.closest("form");

if (pad && form) {
  const pen = pad.getContext("2d");
  const picture = form.elements.namedItem("trait");
  let drawn = false;
  let last = null;

  const clear = () => {
    pen.clearRect(0, 0, pad.width, pad.height);
    drawn = false;
    picture.value = "";
  };

  const point = (event) => {
    const box = pad.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) * pad.width) / box.width,
      y: ((event.clientY - box.top) * pad.height) / box.height,
    };
  };

  pad.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    pad.setPointerCapture(event.pointerId);
    last = point(event);
  });
  pad.addEventListener("pointermove", (event) => {
    if (!last) {
      return;
    }
    const moves = event.getCoalescedEvents?.() ?? [event];
    for (const move of moves.length ? moves : [event]) {
      const next = point(move);
      pen.lineWidth = 5;
      pen.lineCap = "round";
      pen.strokeStyle = "#111";
      pen.beginPath();
      pen.moveTo(last.x, last.y);
      pen.lineTo(next.x, next.y);
      pen.stroke();
      last = next;
      drawn = true;
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    pad.addEventListener(end, () => {
      last = null;
    });
  }
  form.querySelector("[data-clear]")?.addEventListener("click", clear);
  form.addEventListener("submit", () => {
    picture.value = drawn ? pad.toDataURL("image/png") : "";
  });
}
