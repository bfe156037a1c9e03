import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root } from './bundle.ts';
import { measureInFrame } from './in-frame.ts';
import { measure, sum, type Size } from './measure.ts';

interface Row {
  readonly name: string;
  readonly size: Size;
  /** What it may take at most, gzip. */
  readonly wanted?: number;
}

/** What isolation costs a page, a frame, and a host that imports us; penpal as a whole is measured as our two ends are. */
export async function measureBridge(): Promise<Row[]> {
  const built = (file: string) => measure(readFileSync(join(root, 'dist', file)));
  const named = (manifest: string) =>
    JSON.parse(readFileSync(join(root, 'dist/quotelet', manifest), 'utf8')) as Record<
      string,
      { readonly file: string }
    >;
  const loader = built('quotelet.js');
  const hostEnd = built(`quotelet/${named('isolated.json')['src/loader/isolated.ts']!.file}`);
  const bundled = async (...lines: string[]) => measure(await bundle(lines.join('\n')));
  const ends = readdirSync(join(root, 'src/bridge')).map((file) => `export * from './src/bridge/${file}';`);
  const inFrame = await measureInFrame();
  return [
    { name: 'both ends together', size: await bundled(...ends), wanted: 1_800 },
    { name: 'penpal, whole', size: await bundled(`export * from 'penpal';`) },
    { name: 'quotelet.js', size: loader },
    { name: 'quotelet.js with its host end', size: sum([loader, hostEnd]) },
    ...inFrame.map(({ product, size }) => ({
      name: `inside the frame until every input works, ${product}`,
      size,
    })),
    {
      name: 'quotelet/host: onQuotelet',
      size: await bundled(`export { onQuotelet } from './src/host/index.ts';`),
    },
    { name: 'quotelet/host: embed', size: await bundled(`export { embed } from './src/host/index.ts';`) },
  ];
}
