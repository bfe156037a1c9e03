import type { Props } from './vnode.ts';

/** What the user changes too: compared with the element, not with what was set last. */
const LIVE = new Set(['value', 'checked']);

/** Brings an element's attributes, handlers and live properties from what they were to what they should be. */
export function setProperties(element: Element, before: Props, after: Props): void {
  for (const name in { ...before, ...after }) {
    const value = after[name];
    if (name === 'children' || name === 'ref') continue;
    if (LIVE.has(name)) {
      const live = element as unknown as Record<string, unknown>;
      if (live[name] !== value) live[name] = value ?? '';
    } else if (value !== before[name]) setProperty(element, name, value);
  }
}

function setProperty(element: Element, name: string, value: unknown): void {
  if (name.startsWith('on'))
    (element as unknown as Record<string, unknown>)[name.toLowerCase()] = value ?? null;
  else if (name === 'style') Object.assign((element as HTMLElement).style, value);
  // aria-… and data-… tell "false" from absent.
  else if (value == null || (value === false && !name.includes('-'))) element.removeAttribute(name);
  else element.setAttribute(name, value === true && !name.includes('-') ? '' : `${value as string}`);
}
