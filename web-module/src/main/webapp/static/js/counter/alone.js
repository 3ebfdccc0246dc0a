/** One counter per agent and browser: the first tab has it, another one may take it over. */

/** A page that is reloaded waits so long for the one it replaces, in milliseconds. */
const PATIENCE = 800;

/**
 * @param name whose counter it is
 * @param {object} on
 * @param {() => void} on.mine this tab has it now
 * @param {(takeOver: () => void) => void} on.taken another tab has it
 * @param {() => void} on.lost another tab took it over
 */
export function alone(name, { mine, taken, lost }) {
  if (!navigator.locks) {
    mine();
    return;
  }
  const ask = (options) => {
    let held = false;
    navigator.locks.request(name, options, () => {
      held = true;
      mine();
      return new Promise(() => {});
    }).catch(() => (held ? lost() : taken(() => ask({ steal: true }))));
  };
  ask({ signal: AbortSignal.timeout(PATIENCE) });
}
