/** Small tools to build what the page shows. Text is always set as text, never as HTML. */

const SVG = 'http://www.w3.org/2000/svg';
let icons = '';

/** Where the shapes are. */
export function useIcons(address) {
  icons = address;
}

/** An element with properties, `class`, `on` listeners and children (elements, texts, or nothing). */
export function h(name, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value != null) {
      element.setAttribute(key, value);
    }
  }
  for (const [event, listener] of Object.entries(on)) {
    element.addEventListener(event, listener);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false && child !== ''));
  return element;
}

/** A shape. */
export function icon(name, kind = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', kind);
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${icons}#${name}`);
  svg.append(use);
  return svg;
}

/** A state: shape, colour and word. */
export function tag(tone, label) {
  return h('span', { class: `tag ${tone}` }, icon(tone), label);
}
