import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Start } from '../../src/bridge/frame-messages.ts';
import type { PortMessage } from '../../src/contract/bridge/bridge.ts';
import { mountFrame } from '../../src/loader/mount-frame.ts';
import type { HostPricing } from '../../src/element-api/host-pricing.ts';
import type { Mounted } from '../../src/element-api/mounted.ts';
import {
  arrive,
  farWindow,
  FRAME_ORIGIN,
  frameWith,
  hello,
  type FarWindow,
} from '../bridge/support/windows.ts';
import { quiet } from '../bridge/support/said.ts';

/** The frame's end, played by hand. */
class Frame {
  readonly said: PortMessage[] = [];
  readonly port: MessagePort;
  readonly instance: string;
  #id = 0;

  constructor({ ports, message }: FarWindow['heard'][number]) {
    this.port = ports[0]!;
    this.instance = (message as { instance: string }).instance;
    this.port.onmessage = ({ data }) => void this.said.push(data as PortMessage);
  }

  async send(type: string, data?: unknown, more: object = {}): Promise<void> {
    this.port.postMessage({ version: 1, instance: this.instance, id: ++this.#id, type, data, ...more });
    await quiet();
  }

  of(type: string): PortMessage[] {
    return this.said.filter((message) => message.type === type);
  }

  /** The last result. */
  get result(): unknown {
    return this.of('result').at(-1)?.data;
  }
}

let content: FarWindow;
let host: HTMLElement;
let root: ShadowRoot;
let ended: () => void;
let outcome: Promise<Mounted>;
let settled: unknown;
let frames: Frame[];
const failed = vi.fn<(error: Error) => void>();
const unhandled = vi.fn();

const iframe = () => root.querySelector('iframe');

/** A document in the frame says hello. @returns it, once it has heard from the host */
async function greet(): Promise<Frame> {
  arrive(hello, content, FRAME_ORIGIN);
  const frame = new Frame(content.heard.at(-1)!);
  frames.push(frame);
  await quiet();
  return frame;
}

/** The same, up to the product on screen. */
async function up(): Promise<{ frame: Frame; mounted: Mounted }> {
  const frame = await greet();
  await frame.send('ready', { title: 'Oak table', height: 640 });
  return { frame, mounted: await outcome };
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: [
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'performance',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  });
  process.on('unhandledRejection', unhandled);
  process.on('uncaughtException', unhandled);
  frames = [];
  settled = undefined;
  failed.mockReset();
  unhandled.mockReset();
  delete window.dataLayer;
  content = farWindow();
  frameWith(content);
  host = document.createElement('section');
  host.setAttribute('currency', 'USD');
  host.id = 'table';
  root = host.attachShadow({ mode: 'open' });
  root.append(document.createElement('slot'));
  document.body.append(host);
  const address = new URL('/embed/oak-table', FRAME_ORIGIN);
  const removal = new Promise<void>((_, reject) => (ended = () => reject(new Error('over'))));
  removal.catch(() => {});
  outcome = mountFrame({ host, root, address, language: 'nl', linked: true, removal, failed });
  outcome.then(
    (mounted) => (settled = mounted),
    (error: unknown) => (settled = error),
  );
});
afterEach(async () => {
  ended();
  if (settled && !(settled instanceof Error)) (settled as Mounted).destroy();
  for (const { port } of frames) port.close();
  await quiet();
  expect(vi.getTimerCount()).toBe(0);
  expect(unhandled).not.toHaveBeenCalled();
  process.off('unhandledRejection', unhandled);
  process.off('uncaughtException', unhandled);
  vi.useRealTimers();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('coming up', () => {
  it('asks for the document with its own origin and a port, and shows what stood there meanwhile', () => {
    expect(iframe()!.src).toBe(
      `${FRAME_ORIGIN}/embed/oak-table?parent=${encodeURIComponent(location.origin)}&port=1`,
    );
    expect(iframe()!.getAttribute('part')).toBe('frame');
    expect(iframe()!.title).not.toBe('');
    expect(iframe()!.inert).toBe(true);
    expect(root.querySelector('slot')).not.toBeNull();
  });

  it('starts the frame with the attributes of the element, its language and its address', async () => {
    const frame = await greet();
    expect(frame.said).toMatchObject([
      {
        version: 1,
        instance: frame.instance,
        type: 'start',
        data: {
          attributes: { currency: 'USD', id: 'table', lang: 'nl' },
          url: location.href,
          pricing: false,
        },
      },
    ]);
  });

  it('shows it when it is ready, under its name and as high as it says', async () => {
    await up();
    vi.runAllTimers();
    expect(iframe()).toMatchObject({ title: 'Oak table', inert: false });
    expect(iframe()!.style).toMatchObject({ height: '640px', width: '100%', opacity: '' });
    expect(root.querySelector('slot')).toBeNull();
  });

  it('gives up on a frame that never says hello, and leaves nothing behind', async () => {
    vi.advanceTimersByTime(20_000);
    await expect(outcome).rejects.toMatchObject({
      code: 'frame_silent',
      message: expect.stringContaining(FRAME_ORIGIN) as string,
    });
    expect(iframe()).toBeNull();
    expect(root.querySelector('slot')).not.toBeNull();
  });

  it('gives up soon on one that has loaded and says nothing: the browser says there that it was refused', async () => {
    vi.advanceTimersByTime(5000);
    iframe()!.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(1999);
    await quiet();
    expect(settled).toBeUndefined();
    vi.advanceTimersByTime(1);
    await expect(outcome).rejects.toMatchObject({ code: 'frame_silent' });
  });

  it('waits for one that has loaded and says hello then', async () => {
    iframe()!.dispatchEvent(new Event('load'));
    await up();
    vi.runAllTimers();
    expect(iframe()).not.toBeNull();
  });

  it('gives up on a frame that pairs and shows nothing', async () => {
    await greet();
    vi.advanceTimersByTime(20_000);
    await expect(outcome).rejects.toMatchObject({ code: 'frame_silent' });
  });

  it('fails as the frame does', async () => {
    const frame = await greet();
    await frame.send('failed', { code: 'parent_not_allowed', message: 'Not here.' });
    await expect(outcome).rejects.toMatchObject({ code: 'parent_not_allowed', message: 'Not here.' });
    expect(iframe()).toBeNull();
  });

  it('fails where the frame speaks another version, and tells it', async () => {
    const frame = await greet();
    await frame.send('ready', { title: 'x', height: 1 }, { version: 2 });
    await expect(outcome).rejects.toMatchObject({ code: 'unsupported_version' });
    expect(frame.of('failed')).toMatchObject([{ version: 1, data: { code: 'unsupported_version' } }]);
  });

  it('ends at once when nobody wants it any more', async () => {
    const frame = await greet();
    ended();
    await quiet();
    expect(iframe()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    await frame.send('ready', { title: 'x', height: 1 });
    arrive(hello, content, FRAME_ORIGIN);
    expect(content.heard).toHaveLength(1);
    expect(settled).toBeUndefined();
  });
});

describe('working', () => {
  it.each(['getConfiguration', 'select', 'goToStep', 'reset', 'submit'] as const)(
    'passes %s on and gives back what comes of it',
    async (method) => {
      const { frame, mounted } = await up();
      const call = (mounted[method] as (data: unknown) => Promise<unknown>)({ width: 900 });
      await quiet();
      const asked = frame.of(method)[0]!;
      expect(asked).toMatchObject({ call: true, data: { width: 900 } });
      await frame.send('result', { of: asked.id, value: { done: true } });
      expect(await call).toEqual({ done: true });
      const refused = (mounted[method] as (data: unknown) => Promise<unknown>)(1);
      const caught = expect(refused).rejects.toMatchObject({ code: 'invalid', issues: [{ code: 'x' }] });
      await quiet();
      const error = { code: 'invalid', message: 'No.', issues: [{ code: 'x' }] };
      await frame.send('result', { of: frame.of(method)[1]!.id, error });
      await caught;
    },
  );

  it('waits an hour for a submission, ten seconds for the rest', async () => {
    const { mounted } = await up();
    const submission = expect(mounted.submit('quote')).rejects.toMatchObject({ code: 'timeout' });
    const reset = expect(mounted.reset()).rejects.toMatchObject({ code: 'timeout' });
    vi.advanceTimersByTime(10_000);
    await reset;
    vi.advanceTimersByTime(3_580_000);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(10_000);
    await submission;
  });

  it('fires the events of the element, and says whether a submission may go on', async () => {
    const { frame } = await up();
    const heard: unknown[] = [];
    const names = ['price.changed', 'widget.submitting'];
    for (const name of names)
      host.addEventListener(name, (event) => heard.push((event as CustomEvent).detail));
    const detail = { id: 'e', event: 'price.changed', timestamp: 't', data: { price: 1 } };
    await frame.send('event', detail);
    expect(heard).toEqual([detail]);
    const ask = { ...detail, event: 'widget.submitting' };
    await frame.send('event', ask, { call: true });
    expect(frame.result).toMatchObject({ value: true });
    host.addEventListener('widget.submitting', (event) => event.preventDefault(), { once: true });
    await frame.send('event', ask, { call: true });
    expect(frame.result).toMatchObject({ value: false });
  });

  it('has the page price, and stops it when that is no longer wanted', async () => {
    const { frame, mounted } = await up();
    await frame.send('price', { price: 1 }, { call: true });
    expect(frame.result).toMatchObject({ value: undefined });
    const aborted = vi.fn();
    const pricing = vi.fn<HostPricing>(({ signal }) => {
      signal.addEventListener('abort', aborted);
      return new Promise(() => {});
    });
    mounted.pricing = pricing;
    await frame.send('price', { price: 2, signal: 'forged' }, { call: true });
    expect(frame.of('pricing')).toMatchObject([{ data: true }]);
    expect(pricing.mock.calls[0]![0]).toMatchObject({ price: 2, signal: expect.any(AbortSignal) as object });
    await frame.send('cancel', { of: 3 });
    expect(aborted).toHaveBeenCalledTimes(1);
    mounted.pricing = () => Promise.reject(new Error('Out of office.'));
    await frame.send('price', { price: 2 }, { call: true });
    expect(frame.result).toMatchObject({ error: { code: 'failed', message: 'Out of office.' } });
    mounted.pricing = null;
    await quiet();
    expect(frame.of('pricing').at(-1)).toMatchObject({ data: false });
  });

  it('says anew what its attributes are', async () => {
    const { frame, mounted } = await up();
    host.setAttribute('theme', 'dark');
    host.removeAttribute('currency');
    mounted.update({});
    await quiet();
    expect(frame.of('attributes').at(-1)!.data).toEqual({ id: 'table', theme: 'dark', lang: 'nl' });
  });

  it('writes a height once a frame, the last one said, within bounds', async () => {
    const { frame } = await up();
    vi.runAllTimers();
    const drawn = vi.spyOn(globalThis, 'requestAnimationFrame');
    for (const height of [700, 710, 720]) await frame.send('resize', height);
    vi.runAllTimers();
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(iframe()!.style.height).toBe('720px');
    await frame.send('resize', 1e9);
    vi.runAllTimers();
    expect(iframe()!.style.height).toBe('20000px');
  });

  it('presses Escape on the page, and no other key', async () => {
    const { frame } = await up();
    const keys: string[] = [];
    const press = (event: KeyboardEvent) => keys.push(event.key);
    document.addEventListener('keydown', press);
    for (const key of ['Escape', 'Enter', { key: 'Delete' }, null]) await frame.send('key', key);
    document.removeEventListener('keydown', press);
    expect([...new Set(keys)]).toEqual(['Escape']);
  });

  it('passes on what a tag manager is to hear', async () => {
    const { frame } = await up();
    await frame.send('track', { event: 'ic_setup' });
    // Nothing else: a tag manager acts upon what it hears.
    for (const entry of [{ event: 'gtm.js' }, { event: 'purchase_ic_' }, {}, null, 'ic_setup', ['set', {}]])
      await frame.send('track', entry);
    expect(window.dataLayer).toEqual([{ event: 'ic_setup' }]);
  });

  it('passes no list on to a tag manager, which would take it for a command', async () => {
    const { frame } = await up();
    await frame.send('track', Object.assign(['set', 'x'], { event: 'ic_setup' }));
    expect(window.dataLayer!.map(Array.isArray)).toEqual([false]);
  });

  it.each([
    ['in view already', 100, 50, undefined],
    ['above the view', -500, 50, -500 - 768 / 4],
    ['below the view', 900, 50, 900 - 768 / 4],
    ['below the frame itself', 1e9, 50, 2000 - 768 / 4],
    ['above the frame itself', -1e9, 50, undefined],
  ])('brings what the frame wants in view: %s', async (_, top, height, by) => {
    const { frame } = await up();
    vi.stubGlobal('innerHeight', 768);
    const scrolled = vi.fn();
    vi.stubGlobal('scrollBy', scrolled);
    // Half of the frame has been scrolled away, where that is what the case is about.
    const above = by !== undefined && by < -500 ? -1000 : 0;
    Object.defineProperty(iframe()!, 'clientHeight', { value: 2000 });
    vi.spyOn(iframe()!, 'getBoundingClientRect').mockReturnValue({ top: above } as DOMRect);
    await frame.send('reveal', { top: top - above, height });
    vi.unstubAllGlobals();
    if (by === undefined) expect(scrolled).not.toHaveBeenCalled();
    else expect(scrolled).toHaveBeenCalledWith(0, by);
  });

  it('leaves it to the page whether Escape closes the dialog around it', async () => {
    const { frame } = await up();
    const requestClose = vi.fn();
    vi.spyOn(Element.prototype, 'closest').mockReturnValue(
      Object.assign(document.createElement('dialog'), { requestClose }),
    );
    const prevent = (event: Event) => event.preventDefault();
    document.addEventListener('keydown', prevent);
    await frame.send('key', 'Escape');
    expect(requestClose).not.toHaveBeenCalled();
    document.removeEventListener('keydown', prevent);
    await frame.send('key', 'Escape');
    expect(requestClose).toHaveBeenCalledOnce();
  });
});

describe('the address that the frame is told', () => {
  const told = async () => ((await greet()).said[0] as { data: Start }).data.url;
  afterEach(() => (location.hash = ''));

  it('has a fragment that holds a configuration', async () => {
    location.hash = 'quotelet.oak-table=abc';
    expect(await told()).toBe(location.href);
  });

  it('has no other: it may be a secret', async () => {
    location.hash = 'access_token=abc';
    expect(await told()).toBe(location.href.split('#')[0]);
  });

  it('has none once something was selected, which would be lost to it', async () => {
    location.hash = 'quotelet.oak-table=abc';
    const { frame } = await up();
    const data = { selections: { width: 900 }, quantity: 2 };
    await frame.send('event', { id: 'e', event: 'configuration.changed', timestamp: 't', data });
    expect(await told()).toBe(location.href.split('#')[0]);
  });
});

describe('a frame that reloads', () => {
  it('is paired anew and goes on with what was selected; calls to the old one are rejected', async () => {
    const { frame, mounted } = await up();
    const data = { selections: { width: 900 }, quantity: 2 };
    await frame.send('event', { id: 'e', event: 'configuration.changed', timestamp: 't', data });
    const waiting = expect(mounted.reset()).rejects.toMatchObject({ code: 'removed' });
    const again = await greet();
    await waiting;
    expect(again.said[0]).toMatchObject({
      type: 'start',
      data: { attributes: { currency: 'USD' }, selected: data },
    });
    expect(again.instance).not.toBe(frame.instance);
    await frame.send('ready', { title: 'Of the past', height: 1 });
    expect(iframe()!.title).toBe('Oak table');
    await again.send('ready', { title: 'Again', height: 1 });
    expect(iframe()!.title).toBe('Again');
    expect(vi.getTimerCount()).toBe(1);
    vi.runAllTimers();
  });

  it.each(['before', 'after'])(
    'may end with a page that is none of ours, be it loaded %s hello',
    async (order) => {
      const load = () => iframe()!.dispatchEvent(new Event('load'));
      if (order === 'after') load();
      const { frame } = await up();
      if (order === 'before') load();
      await quiet();
      const [asked] = frame.said.filter(({ call }) => call);
      if (asked) await frame.send('result', { of: asked.id, error: { code: 'unknown_method' } });
      vi.advanceTimersByTime(30_000);
      expect(failed).not.toHaveBeenCalled();
      load();
      vi.advanceTimersByTime(10_000);
      await quiet();
      vi.runAllTimers();
      expect(failed.mock.calls[0]![0]).toMatchObject({ code: 'frame_silent' });
    },
  );

  it('and comes back without a word is reported', async () => {
    await up();
    vi.runAllTimers();
    await greet();
    vi.advanceTimersByTime(20_000);
    expect(failed.mock.calls[0]![0]).toMatchObject({ code: 'frame_silent' });
  });
});

describe('ending', () => {
  it('takes everything away, and is deaf and dumb from then on', async () => {
    const { frame, mounted } = await up();
    const waiting = expect(mounted.reset()).rejects.toMatchObject({ code: 'removed' });
    await frame.send('resize', 900);
    mounted.destroy();
    mounted.destroy();
    await waiting;
    expect(iframe()).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
    const heard = vi.fn();
    host.addEventListener('price.changed', heard);
    await frame.send('event', { id: 'e', event: 'price.changed', timestamp: 't', data: {} });
    arrive(hello, content, FRAME_ORIGIN);
    expect(heard).not.toHaveBeenCalled();
    expect(content.heard).toHaveLength(1);
    await expect(mounted.reset()).rejects.toMatchObject({ code: 'removed' });
    mounted.pricing = null;
    mounted.update({});
  });
});

describe('a hostile frame', () => {
  const odd: readonly unknown[] = [
    ...[null, undefined, 'x', 5, true, [], {}, -1, NaN, 5n],
    { toString: 1, valueOf: 1 },
    Object.create(null),
  ];
  const types = [
    'ready',
    'failed',
    'event',
    'price',
    'track',
    'resize',
    'reveal',
    'style',
    'key',
    'result',
    'cancel',
  ];

  it.each(types.filter((type) => type !== 'failed'))('throws nothing with odd data of %s', async (type) => {
    const { frame } = await up();
    for (const data of odd) {
      await frame.send(type, data);
      await frame.send(type, data, { call: true });
    }
    expect(iframe()).not.toBeNull();
    vi.runAllTimers();
  });

  it.each(odd.map((data) => ({ data })))('may fail with $data', async ({ data }) => {
    const { frame } = await up();
    await frame.send('failed', data);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('fires no events but those of the element', async () => {
    const { frame } = await up();
    const fired = vi.spyOn(host, 'dispatchEvent');
    const names = [
      'click',
      'load',
      'error',
      'submit',
      'keydown',
      'beforeunload',
      'DOMContentLoaded',
      '__proto__',
      '',
      'xwidget.ready',
    ];
    for (const event of [...names, null, 5, {}, ['click'], { toString: 1 }])
      await frame.send('event', { id: 'e', event, timestamp: 't', data: {} });
    expect(fired).not.toHaveBeenCalled();
  });

  it.each(['a string', 7, { push: 'no function' }, document.createElement('form'), null])(
    'throws nothing where the page has another dataLayer: %o',
    async (dataLayer) => {
      Object.assign(window, { dataLayer });
      const { frame } = await up();
      await frame.send('track', { event: 'ic_setup' });
    },
  );

  it('floods, and the page keeps no more than before', async () => {
    const { frame, mounted } = await up();
    vi.runAllTimers();
    for (let i = 0; i < 5000; i++) {
      frame.port.postMessage({ version: 1, instance: frame.instance, id: 10 + i, type: 'resize', data: i });
    }
    await frame.send('nonsense', 1, { id: 90_000, call: true });
    expect(frame.result).toMatchObject({ of: 90_000 });
    expect(vi.getTimerCount()).toBe(1);
    mounted.destroy();
  });
});
