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
  wanted = Promise.resolve(),
  failed = () => {},
}: MountOptions): Promise<Mounted> {
  // `product` is where it is: the element has not loaded it.
  const address = new URL(
    server ? `embed/${(product as string).split('/').pop()}` : 'embed/index.html',
    base,
  );
  if (!server) address.searchParams.set('src', product as string);
  // Of several elements of one product without ids, a share link means the first.
  const alike = (each: Element) =>
    ['product', 'src', 'id'].every((name) => each.getAttribute(name) === host.getAttribute(name));
  const linked = [...document.querySelectorAll(host.localName)].find(alike) === host;
  const place = document.createElement('div');
  place.style.position = 'relative';
  place.append(...root.childNodes);
  root.append(place);
  return mountFrame({ host, root: place, address, language, linked, wanted, failed });
}
