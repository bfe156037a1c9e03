/** Attributes that the element in a frame has from outside: from the frame's address, or from the element on the page. */
export const taken: readonly string[] = ['id', 'lang', 'currency', 'output', 'step', 'theme', 'select'];

/** Makes these attributes of an element what they are there; what is absent there is taken away. */
export function takeAttributes(element: Element, from: Readonly<Record<string, string | undefined>>): void {
  for (const name of taken) {
    const value = from[name];
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}
