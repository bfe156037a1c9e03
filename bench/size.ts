import { measureBridge } from './size/bridge.ts';
import { measureOwn, moments } from './size/own.ts';
import { measurePeers } from './size/peers.ts';
import { sum, type Size } from './size/measure.ts';

const bytes = new Intl.NumberFormat('en');

function row(name: string, { min, gzip, brotli }: Size, wanted?: number): string {
  const sizes = wanted === undefined ? [min, gzip, brotli] : [min, gzip, brotli, wanted];
  return `${name.padEnd(58)}${sizes.map((size) => bytes.format(size).padStart(9)).join('')}`;
}

function section(title: string, rows: readonly string[], more: readonly string[] = []): void {
  const heads = ['min', 'gzip', 'brotli', ...more].map((head) => head.padStart(9));
  console.log(`\n${title.padEnd(58)}${heads.join('')}`);
  console.log(rows.join('\n'));
}

// Ours beside the peers of the field: what a page loads before anything can be shown.
const own = measureOwn();
for (const when of moments) {
  const files = own.filter((file) => file.when === when);
  const rows = files.map(({ name, size }) => row(`  ${name}`, size));
  section(`Quotelet, ${when}`, rows);
  if (when === 'at once') console.log(row('  together', sum(files.map(({ size }) => size))));
}
const bridge = await measureBridge();
section(
  'The bridge',
  bridge.map(({ name, size, wanted }) => row(`  ${name}`, size, wanted)),
  ['≤ gzip'],
);
const peers = await measurePeers();
section(
  'Peers, from their npm packages',
  peers.map(({ name, version, size }) => row(`  ${name} ${version}`, size)),
);
console.log(
  '\nBytes; gzip -9, brotli 11, each file by itself. What a page downloads until a quote is submitted',
);
console.log('is measured in a real browser: npx playwright test bytes');
