import type { Mounted, MountOptions } from '../widget/mount.ts';
import { mountFrame } from './mount-frame.ts';

/**
 * What `mount` of the widget does, with the widget behind an iframe: the element calls the one or the other.
 *
 * @throws BridgeError as `mountFrame` does
 */
export function mount({
  host,
  root,
  base,
  product,
  server,
  language,
  wanted,
  failed,
}: MountOptions): Promise<Mounted> {
  // `product` is where it is: the element has not loaded it.
  const url = product as string;
  const path = server ? url.split('/').pop()! : `index.html?src=${encodeURIComponent(url)}`;
  // Of several elements of one product without ids, a share link means the first.
  const alike = (each: Element) =>
    ['product', 'src', 'id'].every((name) => each.getAttribute(name) === host.getAttribute(name));
  return mountFrame({
    host,
    root,
    address: new URL(`embed/${path}`, base),
    language,
    linked: [...document.querySelectorAll(host.localName)].find(alike) === host,
    wanted: wanted!,
    failed: failed!,
  });
}
