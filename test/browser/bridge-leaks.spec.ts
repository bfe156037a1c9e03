import { expect, test, type Page } from '@playwright/test';
import { products } from './support/configurator.ts';
import { countLeftovers, leftovers } from './support/count-leftovers.ts';
import { complaints } from './support/hostile.ts';
import { allowedHost } from './support/origins.ts';
import { servePage } from './support/serve-page.ts';

// However often it is shown and removed, an isolated element leaves nothing behind: no listener, timer, observer, port or frame.

/** Collects ports that have not been closed, from the page's first script on. Call before opening it. */
async function countPorts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = new Set<unknown>();
    Object.assign(window, { openPorts: open });
    const Channel = MessageChannel;
    window.MessageChannel = class extends Channel {
      constructor() {
        super();
        open.add(this.port1).add(this.port2);
      }
    };
    const close = Reflect.get(MessagePort.prototype, 'close');
    MessagePort.prototype.close = function () {
      open.delete(this);
      close.call(this);
    };
  });
}

/** The number of open ports. A transferred port looks like an open one, but it cannot be transferred again. */
const openPorts = (page: Page) =>
  page.evaluate(() => {
    const { openPorts: open } = window as unknown as { openPorts: Set<MessagePort> };
    return [...open].filter((port) => {
      try {
        structuredClone(port, { transfer: [port] }).close();
        open.delete(port);
        return true;
      } catch {
        open.delete(port);
        return false;
      }
    }).length;
  });

async function open(page: Page): Promise<void> {
  await countLeftovers(page);
  await countPorts(page);
  await page.goto(await servePage(page, { origin: allowedHost, body: '' }));
  await page.waitForFunction(() => customElements.get('quotelet-configurator'));
}

type Until = 'shown' | 'used' | 'loading' | 'at once' | 'paired' | 'reloaded';

/** Shows these configurators, waits until they have got so far, and removes them. */
const round = (page: Page, tags: readonly { product: string; isolate: boolean }[], until: Until) =>
  page.evaluate(
    async ({ tags, until }) => {
      const store = window as unknown as { seen?: WeakRef<Element>[] };
      const seen = (store.seen ??= []);
      const elements = tags.map(({ product, isolate }) => {
        const element = document.createElement('quotelet-configurator');
        element.setAttribute('product', product);
        element.toggleAttribute('isolate', isolate);
        document.querySelector('main')!.append(element);
        seen.push(new WeakRef(element));
        return element;
      });
      const framed = elements.filter((element) => element.hasAttribute('isolate'));
      const frames = () => framed.map((element) => element.shadowRoot!.querySelector('iframe'));
      const all = (run: (element: (typeof elements)[number]) => Promise<unknown>) =>
        Promise.all(elements.map(run));
      const ready = () => all((element) => element.getConfiguration());
      const hellos = (times: number) =>
        new Promise<void>((resolve) => {
          addEventListener('message', function hear({ data }) {
            if ((data as { type?: string } | null)?.type !== 'hello' || --times) return;
            removeEventListener('message', hear);
            resolve();
          });
        });
      if (until === 'paired') {
        await hellos(framed.length);
        await new Promise((resolve) => setTimeout(resolve));
      } else if (until === 'loading')
        while (frames().includes(null)) await new Promise((resolve) => setTimeout(resolve));
      else if (until !== 'at once') await ready();
      if (until === 'used')
        await all(async (element) => {
          await element.select({ quantity: 2 });
          element.pricing = () => Promise.resolve(null);
          element.submit('no-such-button').catch(() => {});
        });
      if (until === 'reloaded') {
        const again = hellos(framed.length);
        for (const frame of frames()) frame!.src = String(frame!.src);
        await again;
      }
      seen.push(...frames().flatMap((frame) => (frame ? [new WeakRef(frame)] : [])));
      for (const element of elements) element.remove();
      await Promise.resolve();
      await Promise.resolve();
    },
    { tags, until },
  );

/** How many removed elements and frames have not been garbage collected. */
const uncollected = (page: Page) =>
  page.evaluate(async () => {
    const { gc, seen } = window as unknown as { gc: () => void; seen: WeakRef<Element>[] };
    for (let i = 0; i < 5; i++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      gc();
    }
    return seen.filter((each) => each.deref()).length;
  });

test('what an isolated element holds is counted while it is on the page', async ({ page }) => {
  await open(page);
  const before = await leftovers(page);
  await page.evaluate(async () => {
    const element = document.createElement('quotelet-configurator');
    element.setAttribute('product', 'oak-table');
    element.toggleAttribute('isolate');
    document.querySelector('main')!.append(element);
    await element.getConfiguration();
  });
  expect((await leftovers(page)).listeners).toBeGreaterThan(before.listeners);
  expect(await openPorts(page)).toBeGreaterThan(0);
});

test('an isolated element, shown and removed 200 times', async ({ page }) => {
  test.setTimeout(240_000);
  const wrong = complaints(page);
  await open(page);
  const before = await leftovers(page);
  for (let i = 0; i < 200; i++) {
    await round(page, [{ product: 'oak-table', isolate: true }], i % 3 ? 'shown' : 'used');
    expect(await leftovers(page)).toEqual(before);
  }
  expect(await openPorts(page)).toBe(0);
  expect(page.frames()).toHaveLength(1);
  // The browser may still hold on to the last element and its frame.
  expect(await uncollected(page)).toBeLessThanOrEqual(4);
  expect(wrong).toEqual([]);
});

for (const until of ['at once', 'loading', 'paired', 'reloaded'] as const)
  test(`an isolated element, removed 20 times: ${until}`, async ({ page }) => {
    const wrong = complaints(page);
    await open(page);
    const before = await leftovers(page);
    for (let i = 0; i < 20; i++) {
      await round(page, [{ product: 'oak-table', isolate: true }], until);
      expect(await leftovers(page)).toEqual(before);
    }
    await page.waitForTimeout(300);
    expect(await leftovers(page)).toEqual(before);
    expect(await openPorts(page)).toBe(0);
    expect(await uncollected(page)).toBeLessThanOrEqual(4);
    expect(wrong).toEqual([]);
  });

test('four kinds at once, behind frames and in the page, 50 times', async ({ page }) => {
  test.setTimeout(240_000);
  const wrong = complaints(page);
  await open(page);
  const tags = (turn: number) =>
    products.map((product, index) => ({ product, isolate: (index + turn) % 2 === 0 }));
  const before = await leftovers(page);
  for (let turn = 0; turn < 50; turn++) {
    await round(page, tags(turn), turn % 5 ? 'shown' : 'used');
    expect(await leftovers(page)).toEqual(before);
  }
  expect(await openPorts(page)).toBe(0);
  expect(page.frames()).toHaveLength(1);
  expect(await uncollected(page)).toBeLessThanOrEqual(10);
  expect(wrong).toEqual([]);
});
