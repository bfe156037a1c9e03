import { isFirst } from '../widget/restore/is-first.ts';
import type { Mounted } from '../element-api/mounted.ts';
import type { MountOptions } from '../element-api/mount-options.ts';
import { embedAddress } from './embed-address.ts';
import { mountFrame } from './mount-frame.ts';

/**
 * What `mount` of the widget does, with the widget behind an iframe, which loads the product itself: the element calls the one
 * or the other.
 *
 * @throws CodedError as `mountFrame` does
 */
export const mount = ({ host, base, ...options }: MountOptions): Promise<Mounted> =>
  mountFrame({
    ...options,
    host,
    address: embedAddress(base, host.getAttribute('product')!, host.getAttribute('src')),
    linked: isFirst(host),
  });
