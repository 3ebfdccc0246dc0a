// Puts the fresh part of a page in the place of the old one, and leaves the keyboard where it is.

/** What was served of a part that stands in the page: modules change it afterwards. */
const served = new WeakMap();

/**
 * Replaces a part unless it says the same, or somebody types or chooses in it.
 *
 * @returns whether it was replaced
 */
export function put(fresh, old) {
  const html = fresh.outerHTML;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const typing = focused && focused !== old && !focused.matches("a, button");
  if (typing || html === (served.get(old) ?? old.outerHTML)) {
    return false;
  }
  served.set(fresh, html);
  old.replaceWith(fresh);
  if (focused) {
    keep(focused, fresh);
  }
  return true;
}

/** Focus goes to what does the same in the fresh part, or to the part itself if nothing does. */
function keep(focused, fresh) {
  const mark = markOf(focused);
  let next = [...fresh.querySelectorAll(focused.localName)].find((one) => markOf(one) === mark);
  if (!next) {
    fresh.tabIndex = -1;
    next = fresh;
  }
  next.focus({ preventScroll: true });
}

function markOf(element) {
  const action = element.form?.getAttribute("action") ?? "";
  return element.id || element.getAttribute("href") || action + " " + element.textContent;
}
