/** Attributes that the element in a frame takes from the frame's address, or from the element on the page. */
export const taken: readonly string[] = ['id', 'lang', 'currency', 'output', 'step', 'theme', 'select'];

/** Gives an element these attributes as they are in `from`, and removes those that are missing there. */
export function takeAttributes(element: Element, from: Readonly<Record<string, string | undefined>>): void {
  for (const name of taken) {
    const value = from[name];
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}
