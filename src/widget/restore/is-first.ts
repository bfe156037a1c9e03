/** Whether a share link is meant for this element: the first of its product without an id, or one that is not in the document. */
export function isFirst(host: HTMLElement): boolean {
  const alike = (each: Element) =>
    ['product', 'src', 'id'].every((name) => each.getAttribute(name) === host.getAttribute(name));
  return [...document.querySelectorAll(host.localName)].find(alike) === host || !host.isConnected;
}
