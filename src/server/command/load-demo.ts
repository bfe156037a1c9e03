import type { LoadExtension } from '../extension.ts';

/** The demo's server, for a configuration that asks for it. It is loaded for no other, and nothing else in `src` knows it. */
export const loadDemo: LoadExtension = async ({ demo }) =>
  demo ? (await import('../../../demo/server/open-demo.ts')).openDemo : undefined;
