import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { compileProduct } from '../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../src/contract/product/product.ts';
import { ensureBuilt } from '../src/server/command/ensure-built.ts';
import { findChromium } from '../test/browser/support/find-chromium.ts';
import { generateProduct } from './generate-product.ts';
import { quantiles } from './quantiles.ts';
import { table } from './table.ts';
import { clock, type Click } from './ui/clock.ts';
import { serve } from './ui/serve.ts';

const SIZES = [20, 500, 2500];
/** Clicks before it counts: the browser compiles what runs often. */
const WARM_UP = 15;

const { values } = parseArgs({ options: { clicks: { type: 'string', default: '60' } } });
const clicks = Number(values.clicks);

/** The same features, all in one step: everything on the page at once. */
const onOnePage = (product: ProductInput): ProductInput => ({
  ...product,
  steps: [{ id: 'all', name: 'All', features: product.steps.flatMap(({ features }) => features) }],
});

const published = (input: ProductInput): string => {
  const { product, problems } = compileProduct(input);
  if (!product) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return JSON.stringify(product);
};

/** Brings a choice that is not chosen yet into view; every tenth time in another step. Returns its middle. */
const findChoice = (page: Page, round: number) =>
  page.evaluate(async (round) => {
    const root = document.querySelector('quotelet-configurator')!.shadowRoot!;
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    const steps = [...root.querySelectorAll<HTMLElement>('[part~=steps] button')];
    if (round % 10 === 9 && steps.length) steps[(round * 7919) % steps.length]!.click();
    await frame();
    const inputs = [
      ...root.querySelectorAll<HTMLInputElement>('label[part=choice] > input:not([aria-disabled=true])'),
    ];
    const label = inputs[(round * 7919) % inputs.length]!.closest('label')!;
    label.scrollIntoView({ block: 'center' });
    await frame();
    await frame();
    const { x, y, width, height } = label.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, round);

/** Clicks on a choice and waits until the click was timed. What moves away under the mouse is looked for again. */
async function clickSomething(page: Page, round: number): Promise<void> {
  const before = await page.evaluate(() => window.clicks.length);
  for (;;) {
    const { x, y } = await findChoice(page, round);
    await page.mouse.click(x, y);
    const timed = page.waitForFunction((known) => window.clicks.length > known, before, { timeout: 2000 });
    const hit = await timed.then(
      () => true,
      () => false,
    );
    if (hit) return;
  }
}

async function measure(page: Page, url: string) {
  await page.goto(url);
  await page.locator('quotelet-configurator [part~=field]').first().waitFor();
  await page.waitForLoadState('networkidle');
  for (let round = 0; round < WARM_UP; round += 1) await clickSomething(page, round);
  await page.evaluate(() => {
    window.clicks = [];
    window.longTasks = 0;
  });
  for (let round = WARM_UP; round < WARM_UP + clicks; round += 1) await clickSomething(page, round);
  return page.evaluate(() => ({ clicks: window.clicks, longTasks: window.longTasks }));
}

const root = join(import.meta.dirname, '..');
await ensureBuilt(root);
const variants = SIZES.flatMap((size): [name: string, size: number, product: ProductInput][] => {
  const product = generateProduct(size);
  return [
    [`${size}-steps`, size, product],
    [`${size}-page`, size, onOnePage(product)],
  ];
});
const host = await serve(
  join(root, 'dist'),
  new Map(variants.map(([name, , product]) => [name, published(product)])),
);
const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
try {
  const measured = new Map<string, { clicks: Click[]; longTasks: number }>();
  for (const [name] of variants) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(clock);
    measured.set(name, await measure(page, `${host.address}/pages/${name}`));
    await page.close();
  }
  const rows = variants.map(([name, size]) => {
    const { clicks, longTasks } = measured.get(name)!;
    const worked = quantiles(clicks.map((one) => one.worked));
    const painted = quantiles(clicks.map((one) => one.painted));
    const smallest = quantiles(
      measured.get(name.replace(`${size}`, `${SIZES[0]!}`))!.clicks.map((one) => one.painted),
    );
    const drawn = clicks.filter((one) => one.drawn).length;
    return [
      `${size} features, ${name.endsWith('page') ? 'all on one page' : 'in steps of 25'}`,
      worked.p50,
      worked.p95,
      painted.p50,
      painted.p95,
      `${(painted.p95 / smallest.p95).toFixed(2)}×`,
      `${Math.round((drawn / clicks.length) * 100)}%`,
      longTasks,
    ];
  });
  process.stdout.write(
    `From the click (its timestamp) until the next frame begins, with all work done, and until it is painted; ${clicks} clicks each.\n\n`,
  );
  process.stdout.write(
    `${table(
      ['', 'to frame p50 ms', 'p95', 'to paint p50 ms', 'p95', 'growth', 'in that frame', 'long tasks'],
      rows,
    )}\n`,
  );
} finally {
  await browser.close();
  host.close();
}
