import type { Mounted } from './mounted.ts';
import type { MountOptions } from './mount-options.ts';

/** Shows a product in a shadow root. Resolves when it is on screen. */
export type Mount = (options: MountOptions) => Promise<Mounted>;
