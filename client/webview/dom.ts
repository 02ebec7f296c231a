/** Making elements. Styles are set through classes and the CSSOM only, so that the strict content security policy holds. */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Makes an element. `true` gives an empty attribute; `false` and undefined give none. ARIA states are written as text: `'true'`. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children);
  return made;
}

/** Sets or removes one attribute; does nothing when it stands already. */
export function setAttribute(target: Element, name: string, value: string | number | boolean | undefined): void {
  if (value === false || value === undefined) target.removeAttribute(name);
  else {
    const text = value === true ? '' : String(value);
    if (target.getAttribute(name) !== text) target.setAttribute(name, text);
  }
}

/** Sets the text of an element when it differs. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** A picture of the editor's own icon font; hidden from assistive technology. */
export function icon(name: string, ...classes: string[]): HTMLElement {
  return element('span', { class: ['icon', 'codicon', `codicon-${name}`, ...classes].join(' '), 'aria-hidden': 'true' });
}

/** A button of 24 by 24 that shows an icon and says its name. */
export function iconButton(name: string, label: string, key: string | undefined, onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: 'icon-button', 'aria-label': label, title: key === undefined ? label : `${label} (${key})` }, icon(name));
  made.addEventListener('click', onClick);
  return made;
}

/** A button with words. */
export function textButton(text: string, style: 'primary' | 'secondary' | 'link', onClick: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: style }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** Shows or hides. */
export function show(target: HTMLElement, shown: boolean): void {
  if (target.hidden === shown) target.hidden = !shown;
}
