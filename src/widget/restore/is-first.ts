/** Whether a share link means this element: of several of one product without ids, the first; and any that is on no page. */
export function isFirst(host: HTMLElement): boolean {
  const alike = (each: Element) =>
    ['product', 'src', 'id'].every((name) => each.getAttribute(name) === host.getAttribute(name));
  return [...document.querySelectorAll(host.localName)].find(alike) === host || !host.isConnected;
}
