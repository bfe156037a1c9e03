import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearPage, mountProduct, type } from '../support/mount-product.ts';
import { everything, shelf } from '../support/products.ts';

/** Timers that run and listeners on what outlives a widget. */
let timers: Set<unknown>;
let listeners: string[];

beforeEach(() => {
  timers = new Set();
  listeners = [];
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => {
    const timer: unknown = start(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  }) as typeof setTimeout);
  vi.spyOn(globalThis, 'clearTimeout').mockImplementation(((timer: NodeJS.Timeout) => {
    timers.delete(timer);
    stop(timer);
  }) as typeof clearTimeout);
});
afterEach(() => {
  vi.restoreAllMocks();
  clearPage();
});

/** Counts listeners on a target from now on. */
function count(target: EventTarget, name: string): void {
  const add = target.addEventListener.bind(target);
  const remove = target.removeEventListener.bind(target);
  target.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    listeners.push(`${name} ${type}`);
    options?.signal?.addEventListener('abort', () =>
      listeners.splice(listeners.indexOf(`${name} ${type}`), 1),
    );
    add(type, listener, options);
  };
  target.removeEventListener = (type: string, listener: EventListener) => {
    listeners.splice(listeners.indexOf(`${name} ${type}`), 1);
    remove(type, listener);
  };
}

test('nothing is left: no element, timer, listener or request', async () => {
  const host = document.createElement('quotelet-test');
  document.body.append(host);
  const root = host.attachShadow({ mode: 'open' });
  for (const [target, name] of [
    [window, 'window'],
    [document, 'document'],
    [host, 'host'],
    [root, 'root'],
  ] as const)
    count(target, name);
  const before = [...listeners];

  const aborted: boolean[] = [];
  const page = await mountProduct({ ...shelf, external_pricing: { timeout_ms: 5000 } });
  count(page.root, 'page root');
  page.mounted.pricing = ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        aborted.push(true);
        reject(new Error('aborted'));
      });
    });
  await page.mounted.getConfiguration();
  type(page.$('#width'), '1200');
  await page.mounted.select({ material: 'pine' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const submission = page.mounted.submit('cart').catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 50));

  page.mounted.destroy();
  expect(page.root.childNodes.length === 0 || page.root.textContent === '').toBe(true);
  expect(aborted).toEqual([true]);
  await Promise.race([submission, new Promise((resolve) => setTimeout(resolve, 50))]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(timers.size).toBe(0);
  expect(listeners.filter((each) => !before.includes(each) && !each.startsWith('document'))).toEqual([]);
  const heard = page.heard.length;
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(page.heard).toHaveLength(heard);
  expect(localStorage.getItem('quotelet.shelf')).toBeNull();
});

test('before it has settled in, nothing settles in afterwards', async () => {
  const page = await mountProduct(everything);
  page.mounted.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(page.root.textContent).toBe('');
  expect(timers.size).toBe(0);
});
