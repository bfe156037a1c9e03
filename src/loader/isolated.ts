import { isFirst } from '../widget/restore/is-first.ts';
import type { Mounted } from '../element-api/mounted.ts';
import type { MountOptions } from '../element-api/mount-options.ts';
import { embedAddress } from './embed-address.ts';
import { mountFrame } from './mount-frame.ts';

/**
 * Does what the widget's `mount` does, but behind an iframe, which loads the product itself.
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
