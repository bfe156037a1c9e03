import type { Page } from '@playwright/test';

/** What is open on objects that outlive a widget. */
export interface Leftovers {
  readonly listeners: number;
  readonly timers: number;
  readonly observers: number;
}

/** Counts listeners, timers and observers from the page's first script on. Call before opening it. */
export async function countLeftovers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = { listeners: new Set<string>(), timers: new Set<unknown>(), observers: new Set<unknown>() };
    Object.assign(window, { leftovers: open });
    const ids = new WeakMap<object, number>();
    let last = 0;
    const id = (thing: object) => ids.get(thing) ?? (ids.set(thing, ++last), last);
    // Listeners on the widget's own elements disappear with them; only others count.
    const outlives = (target: unknown) =>
      target === window ||
      target === document ||
      target === document.documentElement ||
      target === document.body ||
      target === window.visualViewport ||
      target instanceof MediaQueryList ||
      target instanceof ShadowRoot ||
      (target instanceof Element && target.localName === 'quotelet-configurator');

    type Method = (this: unknown, ...given: unknown[]) => unknown;
    /** Wraps a method of the browser's. */
    const wrap = (object: object, name: string, around: (original: Method) => Method) =>
      Object.assign(object, { [name]: around(Reflect.get(object, name) as Method) });

    const key = (target: object, type: unknown, listener: unknown, options: unknown) => {
      const capture = typeof options === 'object' ? (options as AddEventListenerOptions).capture : options;
      return `${id(target)} ${String(type)} ${id(listener as object)} ${Boolean(capture)}`;
    };
    wrap(EventTarget.prototype, 'addEventListener', (add) => {
      return function (this: unknown, type, listener, options) {
        const target = (this ?? window) as EventTarget;
        if (listener && outlives(target)) {
          const name = key(target, type, listener, options);
          const gone = () => open.listeners.delete(name);
          const { signal, once } = (typeof options === 'object' ? options : {}) as AddEventListenerOptions;
          if (!signal?.aborted) open.listeners.add(name);
          if (signal) add.call(signal, 'abort', gone, { once: true });
          if (once) add.call(target, type, gone, { once: true });
        }
        return add.call(target, type, listener, options);
      };
    });
    wrap(EventTarget.prototype, 'removeEventListener', (remove) => {
      return function (this: unknown, type, listener, options) {
        const target = (this ?? window) as EventTarget;
        if (listener) open.listeners.delete(key(target, type, listener, options));
        return remove.call(target, type, listener, options);
      };
    });

    wrap(window, 'setTimeout', (after) => (run, ms, ...given) => {
      const timer = after(() => {
        open.timers.delete(timer);
        (run as Method)(...given);
      }, ms);
      open.timers.add(timer);
      return timer;
    });
    wrap(window, 'setInterval', (every) => (...given) => {
      const timer = every(...given);
      open.timers.add(timer);
      return timer;
    });
    for (const name of ['clearTimeout', 'clearInterval'])
      wrap(window, name, (clear) => (timer) => {
        open.timers.delete(timer);
        return clear(timer);
      });

    for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
      wrap(prototype, 'observe', (observe) => {
        return function (this: unknown, ...given) {
          open.observers.add(this);
          return observe.apply(this, given);
        };
      });
      wrap(prototype, 'disconnect', (disconnect) => {
        return function (this: unknown) {
          open.observers.delete(this);
          return disconnect.call(this);
        };
      });
    }
  });
}

export const leftovers = (page: Page): Promise<Leftovers> =>
  page.evaluate(() => {
    const { leftovers: open } = window as unknown as { leftovers: Record<string, Set<unknown>> };
    return {
      listeners: open['listeners']!.size,
      timers: open['timers']!.size,
      observers: open['observers']!.size,
    };
  });
