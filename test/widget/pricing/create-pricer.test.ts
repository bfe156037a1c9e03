import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noAnswers } from '../../../src/engine/answers.ts';
import { createEngine } from '../../../src/engine/create-engine.ts';
import { createWidget } from '../../../src/widget/mount/create-widget.ts';
import type { HostPrice, HostPricing } from '../../../src/element-api/host-pricing.ts';
import type { MountOptions } from '../../../src/element-api/mount-options.ts';
import { priceByHost } from '../../../src/widget/pricing/price-by-host.ts';
import { loadTexts } from '../../../src/widget/text/load-texts.ts';
import type { Widget } from '../../../src/widget/mount/widget.ts';
import { published, shelf } from '../support/products.ts';

const TIMEOUT = 3000;
const product = published({ ...shelf, external_pricing: { timeout_ms: TIMEOUT } });
const texts = await loadTexts('en', []);

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

/** A widget with its state and nothing on screen. */
function widgetAlone(): Widget {
  life = new AbortController();
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const options: MountOptions = {
    host,
    root,
    base: '/',
    product,
    server: undefined,
    language: 'en',
    attributes: {},
    removal: Promise.resolve(),
    failed: () => {},
  };
  return createWidget(options, createEngine(product), texts, noAnswers, life.signal);
}

const widths = [900, 1000, 1100];
/** The page's price of a width, unlike all prices of ours. */
const priceOfWidth = (width: unknown) => Number(width) + 0.07;

/** A page that answers when it is told to, each question by its place. */
function slowPage() {
  const asked: { width: unknown; signal: AbortSignal; settled: boolean; settle: (fails: boolean) => void }[] =
    [];
  const pricing: HostPricing = ({ configuration: { selections }, signal }) => {
    const { width } = selections;
    return new Promise<HostPrice>((resolve, reject) => {
      const one = {
        width,
        signal,
        settled: false,
        settle(fails: boolean) {
          one.settled = true;
          if (fails) reject(new Error('no'));
          else resolve({ total_price: priceOfWidth(width) });
        },
      };
      asked.push(one);
    });
  };
  return { asked, pricing, open: () => asked.filter(({ settled, signal }) => !settled && !signal.aborted) };
}

/** Answers a width, as a shopper does; the same again too. */
function edit({ state }: Widget, width: number): void {
  state.take({ features: { width: { value: width, by: 'user' } }, steps: {} });
}
const width = ({ state }: Widget) => state.feature('width')!.peek()?.value as number;

type Step =
  | { readonly do: 'edit'; readonly width: number }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'settle'; readonly place: number; readonly fails: boolean }
  | { readonly do: 'submit' | 'replace' | 'remove' | 'currency' };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('edit' as const), width: fc.constantFrom(...widths) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(50, 250, 450, TIMEOUT) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('settle' as const), place: fc.nat(5), fails: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('submit' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('replace' as const, 'remove' as const, 'currency' as const) }),
  },
);

test('whatever the shopper, the page and the clock do: the price on screen is right, and nothing is awaited for ever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const widget = widgetAlone();
      const pages = [slowPage()];
      priceByHost(widget, pages[0]!.pricing);
      const submissions: { width: number; currency: string; ours: number | null; total?: number | null }[] =
        [];
      const check = () => {
        expect(pages.flatMap((page) => page.open()).length).toBeLessThanOrEqual(1);
        const { state, price } = widget.externalPrice.peek() ?? {};
        const ours = widget.state.price.peek();
        if (state === 'adjusted') expect(price!.total).toBe(Math.round(priceOfWidth(width(widget)) * 100));
        if (state === 'fallback') expect(price).toBe(ours);
        if (price) expect(price.currency).toBe(ours.currency);
      };
      for (const each of steps) {
        if (each.do === 'edit') edit(widget, each.width);
        if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.ms);
        if (each.do === 'settle') {
          const open = pages.flatMap(({ asked }) => asked).filter(({ settled }) => !settled);
          open[each.place % open.length]?.settle(each.fails);
        }
        if (each.do === 'replace') {
          pages.push(slowPage());
          priceByHost(widget, pages.at(-1)!.pricing);
        }
        if (each.do === 'remove') priceByHost(widget, null);
        if (each.do === 'currency')
          widget.state.setCurrency(widget.state.price.peek().currency === 'EUR' ? 'USD' : undefined);
        if (each.do === 'submit' && widget.pricer) {
          const { total, currency } = widget.state.price.peek();
          const submission: (typeof submissions)[number] = { width: width(widget), currency, ours: total };
          submissions.push(submission);
          void widget.pricer.confirm(life.signal).then((price) => {
            submission.total = price.total;
            expect(price.currency).toBe(submission.currency);
          });
        }
        await vi.advanceTimersByTimeAsync(0);
        check();
      }
      await vi.advanceTimersByTimeAsync(TIMEOUT);
      check();
      expect(['pending', 'confirming']).not.toContain(
        // Its question may have been put off by that of a submission.
        (await vi.advanceTimersByTimeAsync(TIMEOUT + 200), widget.externalPrice.peek()?.state),
      );
      for (const submission of submissions)
        expect([submission.ours, Math.round(priceOfWidth(submission.width) * 100)]).toContain(
          submission.total,
        );
      life.abort();
      expect(vi.getTimerCount()).toBe(0);
    }),
    { numRuns: 500 },
  );
}, 30_000);

test('what is pressed for goes out at its own price, though the shopper goes on meanwhile', async () => {
  const widget = widgetAlone();
  const page = slowPage();
  priceByHost(widget, page.pricing);
  await vi.advanceTimersByTimeAsync(200);
  const first = widget.pricer!.confirm(life.signal);
  edit(widget, 1000);
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'pending' });
  const second = widget.pricer!.confirm(life.signal);
  await vi.advanceTimersByTimeAsync(300);
  expect(page.asked).toMatchObject([{ width: 900, signal: { aborted: false } }]);
  page.asked[0]!.settle(false);
  expect(await first).toMatchObject({ total: 90007 });
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'confirming' });
  await vi.advanceTimersByTimeAsync(0);
  page.asked[1]!.settle(false);
  expect(await second).toMatchObject({ total: 100007 });
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'adjusted', price: { total: 100007 } });
});

test('an element that goes ends what waits, and starts nothing more', async () => {
  const widget = widgetAlone();
  const page = slowPage();
  priceByHost(widget, page.pricing);
  await vi.advanceTimersByTimeAsync(200);
  const confirmed = widget.pricer!.confirm(life.signal);
  life.abort();
  expect(await confirmed).toMatchObject({ total: 40000 });
  expect(page.asked[0]!.signal.aborted).toBe(true);
  edit(widget, 1000);
  page.asked[0]!.settle(false);
  priceByHost(widget, page.pricing);
  await vi.advanceTimersByTimeAsync(TIMEOUT);
  expect(page.asked).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('another function in its place: the one before is told, and what it still says counts no more', async () => {
  const widget = widgetAlone();
  const [before, now] = [slowPage(), slowPage()];
  priceByHost(widget, before.pricing);
  await vi.advanceTimersByTimeAsync(200);
  const confirmed = widget.pricer!.confirm(life.signal);
  priceByHost(widget, () => Promise.resolve({ total_price: 7 }));
  expect(before.asked[0]!.signal.aborted).toBe(true);
  before.asked[0]!.settle(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(await confirmed).toMatchObject({ total: 700 });
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'adjusted', price: { total: 700 } });
  // Until the new one has answered, the price before stays to be read.
  priceByHost(widget, now.pricing);
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'pending', price: { total: 700 } });
  priceByHost(widget, null);
  expect(widget.externalPrice.peek()).toBeUndefined();
});

test('in another currency the price before is no price: ours is shown until the page’s comes', async () => {
  const widget = widgetAlone();
  const page = slowPage();
  priceByHost(widget, page.pricing);
  await vi.advanceTimersByTimeAsync(200);
  page.asked[0]!.settle(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(widget.externalPrice.peek()).toMatchObject({
    state: 'adjusted',
    price: { currency: 'EUR', total: 90007 },
  });
  widget.state.setCurrency('USD');
  expect(widget.externalPrice.peek()).toMatchObject({
    state: 'pending',
    price: { currency: 'USD', total: 80000 },
  });
  await vi.advanceTimersByTimeAsync(200);
  page.asked[1]!.settle(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(widget.externalPrice.peek()).toMatchObject({
    state: 'adjusted',
    price: { currency: 'USD', total: 90007 },
  });
});

test('a submission that is called off is waited for no more, unless there is another one', async () => {
  const widget = widgetAlone();
  const page = slowPage();
  priceByHost(widget, page.pricing);
  await vi.advanceTimersByTimeAsync(200);
  const [first, second] = [new AbortController(), new AbortController()];
  const confirmed = [first, second].map(({ signal }) => widget.pricer!.confirm(signal));
  first.abort();
  expect(await confirmed[0]).toMatchObject({ total: 40000 });
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'confirming' });
  second.abort();
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'pending' });
  await confirmed[1];
  page.asked[0]!.settle(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(widget.externalPrice.peek()).toMatchObject({ state: 'adjusted', price: { total: 90007 } });
});
