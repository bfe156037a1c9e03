import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test, type Page } from '@playwright/test';
import type * as Host from '../../src/host/index.ts';
import { configuration, open } from './support/configurator.ts';
import { countLeftovers, leftovers } from './support/count-leftovers.ts';
import { allowedHost, companion, strangeHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

test('bundled by a merchant, it shows a product', async ({ page }) => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { define } from 'quotelet'; window.before = customElements.get('quotelet-configurator');
        define({ base: '${companion}' });`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'bundle',
    entryNames: 'entry',
    write: false,
  });
  await page.route('**/bundle/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1)!;
    const file = outputFiles.find(({ path }) => path.endsWith(`/${name}`));
    return file ? route.fulfill({ body: file.text, contentType: 'text/javascript' }) : route.abort();
  });
  const host = await open(
    page,
    await servePage(page, {
      script: '<script type="module" src="/bundle/entry.js"></script>',
      body: '<quotelet-configurator product="oak-table"></quotelet-configurator>',
    }),
  );
  expect((await configuration(host)).valid).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { before: unknown }).before)).toBeUndefined();
});

/** The result of a host's bundler. */
async function bundle(imports: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export ${imports} from 'quotelet/host';`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]!.text;
}

test('quotelet/host: importing one function brings no other', async () => {
  const [listener, both] = [await bundle('{ onQuotelet }'), await bundle('{ onQuotelet, embed }')];
  expect(listener).toContain('reportError');
  for (const word of ['MessageChannel', 'createElement', 'WeakMap']) {
    expect(both).toContain(word);
    expect(listener).not.toContain(word);
  }
  expect(await bundle('{ embed }')).not.toContain('reportError');
  expect((await bundle('{}')).trim()).toBe('');
  const [small, all] = [listener, both].map((code) => gzipSync(code, { level: 9 }).length) as [
    number,
    number,
  ];
  process.stdout.write(`quotelet/host: onQuotelet ${small}, with embed ${all} bytes (gzip)\n`);
  expect(small).toBeLessThanOrEqual(700);
  expect(all).toBeLessThanOrEqual(3_800);
});

declare global {
  interface Window {
    host: typeof Host;
    shown: Host.Embedded;
    /** Arguments of the handlers of a test. */
    said: unknown[];
    still: unknown[];
    stop: () => void;
  }
}

/** A shop on an origin of its own that imports the built package. */
async function openShop(page: Page, body: string): Promise<void> {
  const url = await servePage(page, {
    origin: allowedHost,
    script: `<script type="module">import * as host from '/package/host.js'; window.host = host; window.said = [];</script>`,
    body,
  });
  await page.goto(url);
  await page.waitForFunction(() => 'host' in window);
}

test('embed: replaces the content of an element with a configurator, and back', async ({ page }) => {
  await openShop(
    page,
    '<div id="place" style="--quotelet-min-height: 300px">Ask <b>us</b></div><p>Below</p>',
  );
  const meanwhile = await page.evaluate((base) => {
    const shown = window.host.embed('#place', {
      base,
      product: 'oak-table',
      lang: 'nl',
      select: { length: 1500 },
    });
    window.shown = shown;
    shown.on('widget.ready', ({ language }) => window.said.push(language));
    shown.on('price.changed', ({ state, total_price }) => window.said.push([state, total_price]));
    shown.on('widget.submitting', ({ button_id }, event) => {
      window.said.push(button_id);
      event.preventDefault();
    });
    // Read at once: the frame may load very fast.
    return document.getElementById('place')!.innerText;
  }, companion);
  expect(meanwhile).toBe('Ask us');
  await page.evaluate(() => window.shown.ready);
  await expect(page.getByText('Ask us')).toHaveCount(0);
  const frame = page.locator('#place iframe');
  await expect(frame).toHaveAttribute('title', /./);
  await expect(frame.contentFrame().locator('[part~=widget]')).toBeVisible();

  const { selections } = await page.evaluate(() => window.shown.getConfiguration());
  expect(selections['length']).toBe(1500);
  await page.evaluate(() => window.shown.select({ length: 1800 }));
  const cancelled = page.evaluate(() =>
    window.shown.submit('cart').catch(({ code }: { code: string }) => code),
  );
  expect(await cancelled).toBe('cancelled');
  await page.evaluate(() => {
    window.shown.pricing = () => Promise.resolve({ total_price: 77 });
  });
  await expect
    .poll(() => page.evaluate(() => window.said))
    .toEqual(expect.arrayContaining(['nl', 'cart', ['adjusted', 77]]));
  await page.evaluate(() => window.shown.reset());
  const high = await frame.evaluate(({ clientHeight }) => clientHeight);
  expect(high).toBeGreaterThan(300);

  const after = await page.evaluate(async () => {
    window.shown.destroy();
    window.shown.destroy();
    const code = await window.shown.getConfiguration().catch(({ code }: { code: string }) => code);
    return [code, document.querySelector('#place')!.innerHTML, document.querySelectorAll('iframe').length];
  });
  expect(after).toEqual(['removed', 'Ask <b>us</b>', 0]);
});

test('embed: reserves its space while it loads, so that nothing below it jumps', async ({ page }) => {
  await openShop(page, '<div id="place">Ask <b>us</b></div><p id="below">Below</p>');
  const below = () =>
    page.evaluate(() => document.getElementById('below')!.getBoundingClientRect().top + scrollY);
  await page.evaluate((base) => {
    window.shown = window.host.embed('#place', { base, product: 'oak-table', lang: 'en' });
  }, companion);
  const { height } = page.viewportSize()!;
  expect(await below()).toBeGreaterThanOrEqual(height);
  await page.evaluate(() => window.shown.ready);
  expect(await below()).toBeGreaterThanOrEqual(height);
});

test('embed: two of the same product, and a third that is destroyed while it loads', async ({ page }) => {
  await openShop(page, '<div id="a"></div><div id="b"></div><div id="c">Wait</div>');
  const lengths = await page.evaluate(async (base) => {
    const [a, b, c] = ['#a', '#b', '#c'].map((place, i) =>
      window.host.embed(place, { base, product: 'oak-table', select: { length: 1500 + 100 * i } }),
    ) as [Host.Embedded, Host.Embedded, Host.Embedded];
    c.destroy();
    const code = await c.ready.catch(({ code }: { code: string }) => code);
    await Promise.all([a.ready, b.ready]);
    await a.select({ length: 2000 });
    const reports = await Promise.all([a, b].map((one) => one.getConfiguration()));
    return [...reports.map(({ selections }) => selections['length']), code];
  }, companion);
  expect(lengths).toEqual([2000, 1600, 'removed']);
  await expect(page.locator('iframe')).toHaveCount(2);
  await expect(page.locator('#c')).toHaveText('Wait');
});

test('embed: shown and destroyed 50 times, and 150 times while it loads, nothing is left', async ({
  page,
}) => {
  await countLeftovers(page);
  await openShop(page, '<div id="place">Here</div>');
  const round = (frames: number) =>
    page.evaluate(
      async ([base, frames]) => {
        const options = { base, product: 'oak-table' };
        for (let i = 0; i < frames; i++) {
          const early = window.host.embed('#place', options);
          await new Promise((later) => setTimeout(later, i * 20));
          early.destroy();
        }
        const shown = window.host.embed('#place', options);
        await shown.select({ quantity: 2 });
        shown.destroy();
        return document.querySelectorAll('iframe').length;
      },
      [companion, frames] as const,
    );
  await round(1);
  const before = await leftovers(page);
  for (let i = 0; i < 50; i++) expect(await round(3)).toBe(0);
  await expect.poll(() => leftovers(page)).toEqual(before);
  expect(page.frames()).toHaveLength(1);
  await expect(page.locator('#place')).toHaveText('Here');
});

test('embed: if nothing answers, the old content stays', async ({ page }) => {
  await page.clock.install();
  await openShop(page, '<div id="place"><a href="mailto:a@shop.example">Ask us</a></div>');
  await page.evaluate((base) => {
    const { ready } = window.host.embed('#place', { base, product: 'oak-table' });
    ready.catch(({ code }: { code: string }) => window.said.push(code));
  }, strangeHost);
  await expect(page.locator('iframe')).toHaveCount(1);
  await page.clock.fastForward(21_000);
  await expect.poll(() => page.evaluate(() => window.said)).toEqual(['frame_silent']);
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByText('Ask us')).toBeVisible();
});

test('onQuotelet: hears a bare iframe, and nobody who pretends to be one', async ({ page }) => {
  await openShop(
    page,
    `<iframe id="table" src="${companion}/embed/oak-table?parent=${allowedHost}&lang=en&instance=mine" style="width: 100%"></iframe>
     <iframe id="other" src="${companion}/embed/roller-blind?parent=${allowedHost}"></iframe>`,
  );
  await page.evaluate((origin) => {
    const iframe = document.querySelector<HTMLIFrameElement>('#table')!;
    window.stop = window.host.onQuotelet(
      iframe,
      { origin },
      {
        'widget.resized': ({ height }) => (iframe.style.height = `${height}px`),
        'widget.ready': ({ product_id }, { instance }) => window.said.push([product_id, instance]),
        'configuration.changed': ({ quantity }) => window.said.push(quantity),
        'widget.error': ({ code }) => window.said.push(code),
      },
    );
    // The frame may have been ready before the listener was added.
    iframe.src += '&again=';
  }, companion);
  const frame = page.locator('#table');
  await expect.poll(() => page.evaluate(() => window.said)).toContainEqual(['oak-table', 'mine']);
  await expect.poll(() => frame.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(400);

  const forged = {
    source: 'quotelet',
    version: 1,
    instance: 'mine',
    id: 'forged',
    event: 'configuration.changed',
    timestamp: '2031-02-28T12:00:00.000Z',
    data: { quantity: 999 },
  };
  await page.evaluate((message) => window.postMessage(message, location.origin), forged);
  const quantity = frame.contentFrame().getByLabel('Quantity', { exact: true });
  await quantity.fill('3');
  await quantity.press('Tab');
  await expect.poll(() => page.evaluate(() => window.said.at(-1))).toBe(3);
  expect(await page.evaluate(() => window.said)).not.toContain(999);
  expect(await page.evaluate(() => window.said)).not.toContainEqual(['roller-blind', expect.anything()]);

  const before = await page.evaluate((origin) => {
    const iframe = document.querySelector<HTMLIFrameElement>('#table')!;
    window.still = [];
    window.stop();
    window.host.onQuotelet(
      iframe,
      { origin },
      { 'configuration.changed': ({ quantity }) => window.still.push(quantity) },
    );
    return window.said.length;
  }, companion);
  await quantity.fill('4');
  await quantity.press('Tab');
  await expect.poll(() => page.evaluate(() => window.still)).toEqual([4]);
  expect(await page.evaluate(() => window.said.length)).toBe(before);
});
