import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.ts';
import { measure, type Size } from './measure.ts';

export interface Peer {
  readonly name: string;
  readonly version: string;
  readonly size: Size;
}

/**
 * What a page has to load of each peer: `file`, where the package brings a script that is ready to be loaded (measured as
 * it is), else `use`, what a page would import from it.
 */
const peers: readonly { package: string; note: string; file?: string; use?: string }[] = [
  { package: '@typeform/embed', note: 'only loads an iframe', file: 'build/embed.js' },
  { package: '@calcom/embed-core', note: 'only loads an iframe', file: 'dist/embed/embed.js' },
  { package: '@shopify/buy-button-js', note: '', file: 'dist/buybutton.min.js' },
  { package: '@elfsquad/configurator', note: 'headless, no interface', use: '*' },
  { package: '@roomle/embedding-lib', note: 'only loads an iframe', use: '*' },
  { package: '@stripe/stripe-js', note: 'loader', use: '*' },
  { package: 'penpal', note: 'bridge alone', use: '{ WindowMessenger, connect }' },
  { package: '@open-iframe-resizer/core', note: 'resize alone', use: '*' },
  { package: 'preact', note: 'our floor', use: '*' },
  { package: '@preact/signals', note: 'our floor', use: '*' },
];

const inPackage = (name: string, file: string) => readFileSync(join(root, 'node_modules', name, file));

const bundled = (name: string, use: string): Promise<Uint8Array> =>
  bundle(
    `import ${use === '*' ? '* as peer' : use} from '${name}'; globalThis.peer = ${use === '*' ? 'peer' : use};`,
  );

export async function measurePeers(): Promise<Peer[]> {
  return Promise.all(
    peers.map(async ({ package: name, note, file, use = '*' }) => {
      const { version } = JSON.parse(inPackage(name, 'package.json').toString()) as { version: string };
      const code = file ? inPackage(name, file) : await bundled(name, use);
      return { name: note ? `${name} (${note})` : name, version, size: measure(code) };
    }),
  );
}
