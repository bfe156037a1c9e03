import { existsSync, mkdirSync, readFileSync, readdirSync, cpSync, writeFileSync } from 'node:fs';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/create-engine.ts';
import { enrich } from '../../src/configuration/enrich.ts';
import type { PublishedProduct } from '../../src/contract/published/published-product.ts';
import manifest from '../../package.json' with { type: 'json' };
import { installPackage, type Installed } from './support/install-package.ts';
import { listening, type Listening } from './support/listening.ts';
import { runProgram, startProgram, type Ended } from './support/run-program.ts';

const modules = join(import.meta.dirname, '../../node_modules');
const oldest = join(modules, 'node-oldest/bin/node');
const current = join(modules, 'node/bin/node');

let installed: Installed;
/** Where somebody installed the package. */
let folder: string;
/** The package in it. */
let inside: string;
beforeAll(async () => {
  installed = await installPackage(oldest);
  ({ folder } = installed);
  inside = join(folder, 'node_modules/quotelet');
});
afterAll(() => installed?.remove());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) signal(child, 'SIGKILL');
});

/** To a process and all that it started. */
function signal(child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-child.pid!, name);
  } catch {
    // It is gone already.
  }
}

async function start(
  node: string,
  command: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Listening & { child: ChildProcess }> {
  const child = startProgram(node, command, cwd, { PORT: '0', ...variables });
  running.push(child);
  return { child, ...(await listening(child)) };
}

describe('the package', () => {
  it('holds what is needed to run it, and nothing to build or test it', () => {
    const files = readdirSync(inside, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(inside.length + 1));
    const kinds = files.map((file) => file.replace(/^((dist\/)?[^/]+).*/, '$1'));
    expect([...new Set(kinds)].sort()).toEqual([
      'LICENSE',
      'README.md',
      'bin',
      'demo',
      'dist/embed',
      'dist/node',
      'dist/package',
      'dist/quotelet',
      'dist/quotelet.js',
      'dist/quotelet.js.map',
      'docs',
      'package.json',
    ]);
    expect(
      files.filter((file) => /\.tsx?$/.test(file) && !/^dist\/package\/types\/.*\.d\.ts$/.test(file)),
    ).toEqual([]);
    const bytes = files.reduce((sum, file) => sum + readFileSync(join(inside, file)).length, 0);
    expect(bytes).toBeLessThan(4_000_000);
  });

  it('asks for no other Node than the oldest that it is tried on here', async () => {
    const { out } = await runProgram(oldest, ['node', '--version'], folder);
    expect(manifest.engines.node).toBe(`>=${out.trim().slice(1)}`);
  });

  it.each(['nodenext', 'bundler'])(
    'has types, all of them known, for moduleResolution %s',
    async (resolution) => {
      const place = join(folder, resolution);
      mkdirSync(place);
      writeFileSync(join(place, 'use.ts'), use);
      const options = {
        strict: true,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'nodenext' ? 'nodenext' : 'esnext',
        moduleResolution: resolution,
        resolveJsonModule: true,
        skipDefaultLibCheck: true,
        // They are the same files either way, and it takes its time with those of zod.
        skipLibCheck: resolution === 'bundler',
      };
      writeFileSync(
        join(place, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['use.ts'] }),
      );
      const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
      expect(await runProgram(current, ['node', tsc, '-p', place], folder)).toEqual({
        code: 0,
        out: '',
        error: '',
      });
    },
  );
});

/** What somebody writes who uses every entry, and what the types refuse. */
const use = `
import { define, type WidgetEventName } from 'quotelet';
import 'quotelet/auto';
import { embed, onQuotelet, type Embedded } from 'quotelet/host';
import manifest from 'quotelet/package.json' with { type: 'json' };

define({ base: 'https://quotes.example' });
const name: WidgetEventName = 'price.changed';
document.addEventListener(name, (event) => event.detail.timestamp.trim());
document.querySelector('quotelet-configurator')?.submit('cart');
const shown: Embedded = embed('#place', { base: 'https://quotes.example', product: 'oak-table' });
onQuotelet(document.createElement('iframe'), { origin: 'https://quotes.example' }, {});
export const version: string = manifest.version;
// @ts-expect-error there is no such method
shown.nothing();
// @ts-expect-error there is no such option
define({ nothing: true });
`;

describe.each([
  ['the oldest Node that it is for', oldest],
  ['Node 24', current],
])('installed, on %s', (_, node) => {
  const quotelet = (...args: string[]): Promise<Ended> =>
    runProgram(node, ['npx', 'quotelet', ...args], folder);

  it('checks and publishes products, prints their schema, its version and its help', async () => {
    const [check, wrong, publish, schema, version, help] = await Promise.all([
      quotelet('check', join(inside, 'demo/products')),
      quotelet('check', join(inside, 'demo/quotelet.config.json')),
      quotelet('publish', join(inside, 'demo/static/house-sign.json')),
      quotelet('schema'),
      quotelet('--version'),
      quotelet('--help'),
    ]);
    expect(check).toEqual({ code: 0, out: '4 files checked: all is well.\n', error: '' });
    expect([wrong.code, wrong.out]).toEqual([
      1,
      expect.stringMatching(/quotelet\.config\.json:1: .*\d+ errors/s),
    ]);
    expect(JSON.parse(publish.out)).toMatchObject({ format: 1, id: 'house-sign' });
    expect(JSON.parse(schema.out)).toMatchObject({ title: 'Quotelet product' });
    expect(version.out).toBe(`${manifest.version}\n`);
    expect(help).toEqual({
      code: 0,
      out: expect.stringContaining('quotelet start [--demo]') as string,
      error: '',
    });
  });

  it('shows the demo where nothing else is, with data in the current folder', async () => {
    const place = join(folder, `demo-${node === oldest}`);
    mkdirSync(place);
    const { child, address, end } = await start(node, ['npx', 'quotelet', 'start', '--demo'], place);
    for (const path of ['/', '/oak-table', '/shop.css', '/demo/receiver', '/demo/receiver/page.css'])
      expect([path, (await fetch(address + path)).status]).toEqual([path, 200]);
    const guide = readFileSync(join(inside, 'docs/operations.md'), 'utf8');
    const [, body = ''] = /-H 'Idempotency-Key: .+' .*\n +-d '([^']+)'/.exec(guide)!;
    const answer = await fetch(`${address}/api/v1/add-quote`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(201);
    expect(existsSync(join(place, 'data'))).toBe(true);
    signal(child, 'SIGTERM');
    await end;
    await expect(fetch(address)).rejects.toThrow();
  });

  it('runs the companion with the configuration in the current folder, until SIGTERM', async () => {
    const place = join(folder, `companion-${node === oldest}`);
    mkdirSync(join(place, 'products'), { recursive: true });
    cpSync(join(inside, 'demo/static/house-sign.json'), join(place, 'products/house-sign.json'));
    const company = { id: 'acme', name: 'Acme Signs', email: 'quotes@acme.example' };
    const config = { company, public_url: 'https://quotes.acme.example' };
    writeFileSync(join(place, 'quotelet.config.json'), JSON.stringify(config));
    const { child, address, end } = await start(
      node,
      ['node', join(inside, 'bin/quotelet.mjs'), 'start'],
      place,
      // Of somebody whose own `npm start` this is, and who is in production all the same.
      { npm_lifecycle_event: 'start' },
    );
    const read = async (path: string): Promise<string> => {
      const answer = await fetch(address + path);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.text();
    };
    await read('/healthz');
    const loader = await read('/quotelet.js');
    await read(`/quotelet/${/widget-[\w-]+\.js/.exec(loader)![0]}`);
    expect(await read('/embed/house-sign')).toContain('/quotelet/embed-');
    expect(JSON.parse(await read('/product.schema.json'))).toMatchObject({ title: 'Quotelet product' });
    const product = JSON.parse(await read('/api/v1/products/house-sign')) as PublishedProduct;
    const resolved = createEngine(product).resolve({ features: {}, steps: {} });
    const answer = await fetch(`${address}/api/v1/add-quote`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        product_id: 'house-sign',
        output_id: 'main',
        button_id: 'message',
        language: 'en',
        quantity: 1,
        items: enrich(resolved, product, { language: 'en' }),
      }),
    });
    expect([answer.status, await answer.json()]).toEqual([201, expect.objectContaining({ currency: 'EUR' })]);
    expect((await fetch(`${address}/`)).status).toBe(404);
    process.kill(child.pid!, 'SIGTERM');
    expect(await end).toEqual({
      code: 0,
      out: expect.stringMatching(/^Quotelet listens on .*\n$/) as string,
      error: '',
    });
    expect(readdirSync(join(place, 'data'))).not.toEqual([]);
  });

  it('says in a sentence what is missing where there is no configuration, or how it is used', async () => {
    const place = join(folder, `empty-${node === oldest}`);
    mkdirSync(place);
    const start = (...args: string[]): Promise<Ended> =>
      runProgram(node, ['npx', 'quotelet', 'start', ...args], place);
    const { code, out, error } = await start();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/^There is no \S.*quotelet\.config\.json: .*QUOTELET_CONFIG.*start --demo.*\n$/);
    const [, section = ''] = /\((docs\/[^)]+)\)/.exec(error)!;
    const [file = '', heading = ''] = section.split(/, “|”/);
    expect(readFileSync(join(inside, file), 'utf8')).toContain(`\n## ${heading}\n`);
    expect(await start('--all')).toMatchObject({
      code: 2,
      error: expect.stringMatching(/^Usage:/) as string,
    });
    expect(readdirSync(place)).toEqual([]);
  });

  it('does nothing when imported on a server, however that is done', async () => {
    const script = `const before = Object.keys(globalThis).join();
      const { createRequire } = await import('node:module');
      const required = createRequire(import.meta.url)('quotelet');
      const [pure, auto, host] = [await import('quotelet'), await import('quotelet/auto'), await import('quotelet/host')];
      const { default: manifest } = await import('quotelet/package.json', { with: { type: 'json' } });
      pure.define();
      const names = [required, pure, auto, host].map((one) => Object.keys(one).filter((name) => name !== '__esModule'));
      console.log(JSON.stringify([...names, manifest.name, before === Object.keys(globalThis).join()]));
      await import('quotelet/dist/node/src/server/command/run.js').catch(({ code }) => console.log(code));`;
    const { out, error } = await runProgram(node, ['node', '--input-type=module', '--eval', script], folder);
    expect({ out: out.split('\n'), error }).toEqual({
      out: [
        JSON.stringify([['define'], ['define'], [], ['embed', 'onQuotelet'], 'quotelet', true]),
        'ERR_PACKAGE_PATH_NOT_EXPORTED',
        '',
      ],
      error: '',
    });
  });
});

it('says in one sentence that a Node is too old, in words that such a Node can read', async () => {
  const bin = join(inside, 'bin/quotelet.mjs');
  // What an older Node says of itself.
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;
  const preload = `data:text/javascript,${encodeURIComponent(older)}`;
  expect(await runProgram(current, ['node', '--import', preload, bin, 'start', '--demo'], folder)).toEqual({
    code: 1,
    out: '',
    error: `quotelet needs Node ${manifest.engines.node.slice(2)} or newer, and this is 20.20.2: install a newer one.\n`,
  });
  const text = readFileSync(bin, 'utf8');
  const [plain, lowered] = await Promise.all(
    ['esnext', 'node12.20'].map((target) => transform(text, { target })),
  );
  expect(lowered!.code).toBe(plain!.code);
});

it('runs in a fresh checkout, too, which builds what browsers load by itself', async () => {
  const { checkout } = installed;
  const { child, address, end } = await start(current, ['npm', 'start'], checkout, { DEMO_SHOP_PORT: '0' });
  const loader = await (await fetch(`${address}/quotelet.js`)).text();
  expect(loader).toMatch(/widget-[\w-]+\.js/);
  signal(child, 'SIGTERM');
  await end;
  expect(await runProgram(current, ['node', 'bin/quotelet.mjs', '--version'], checkout)).toMatchObject({
    code: 0,
    out: `${manifest.version}\n`,
  });
});
