/** The sentences of the counter, given by the page in the agent's language. */

let sentences = {};
let language = 'fr';

/** Reads the sentences that the page carries. */
export function useTexts(element, lang) {
  sentences = JSON.parse(element.textContent);
  language = lang;
}

/** The sentence of a key with its values filled in. */
export function say(key, ...values) {
  return (sentences[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[Number(i)] ?? '');
}

/** The sentence of `key.none`, `key.one` or `key.many`, by the count. */
export function count(key, n, ...values) {
  return say(`${key}.${n === 0 ? 'none' : n === 1 ? 'one' : 'many'}`, n, ...values);
}

/** The time of day of an instant. */
export function timeOfDay(instant) {
  return new Date(instant).toLocaleTimeString(language === 'fr' ? 'fr-FR' : 'en-GB');
}

/** The day and time of day of an instant. */
export function moment(instant) {
  return new Date(instant).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit',
  });
}
