import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Start } from '../../src/bridge/frame-messages.ts';
import { codedError } from '../../src/element-api/coded-error.ts';
import { connect, type Connection } from '../../src/embed/connect.ts';
import type { QuoteletConfigurator } from '../../src/loader/quotelet-configurator.ts';
import { quiet } from '../bridge/support/said.ts';
import { answerFetch } from '../loader/support/answer-fetch.ts';
import { mounts } from '../loader/support/fake-widget.ts';
import { Host, SHOP } from './support/host.ts';

const start: Start = { attributes: {}, selected: undefined, url: `${SHOP}/table`, pricing: false };
let host: Host;
let element: QuoteletConfigurator;
let outcome: Promise<Connection>;
let settled: unknown;
let scheme: EventTarget;

/** The element's document in the frame connects, and finds a host of this version. */
async function begin(version = 1): Promise<void> {
  outcome = connect(SHOP, element);
  outcome.then(
    (end) => (settled = end),
    (error: unknown) => (settled = error),
  );
  await host.pair(version);
}

/** The same, up to a product on screen. */
async function up(more: Partial<Start> = {}): Promise<void> {
  await begin();
  await host.send('start', { ...start, ...more });
  await host.answer('style', { value: [] });
  element.setAttribute('product', 'oak-table');
  document.querySelector('main')!.append(element);
  await quiet();
}

const attributes = () =>
  Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
const shown = () => mounts.at(-1)!;

beforeEach(() => {
  mounts.length = 0;
  settled = undefined;
  answerFetch({ id: 'oak-table' });
  host = new Host();
  scheme = new EventTarget();
  vi.stubGlobal('parent', host.window);
  vi.stubGlobal('matchMedia', (query: string) => {
    expect(query).toBe('(prefers-color-scheme: dark)');
    return scheme;
  });
  document.body.innerHTML = '<main></main>';
  element = document.createElement('quotelet-configurator');
});
afterEach(async () => {
  element.remove();
  if (settled && !(settled instanceof Error)) (settled as Connection).end.close();
  host.leave();
  await quiet();
  document.body.removeAttribute('style');
  document.documentElement.removeAttribute('style');
  vi.unstubAllGlobals();
});

describe('starting', () => {
  it('waits for the host to say how, and until the document looks like its page', async () => {
    await begin();
    expect([settled, host.said]).toEqual([undefined, []]);
    await host.send('start', start);
    expect(settled).toBeUndefined();
    expect(host.said).toMatchObject([{ type: 'style', call: true }]);
    await host.answer('style', { value: [] });
    expect(settled).toMatchObject({ start });
  });

  it('takes the attributes of the element on the page that it knows, and no others', async () => {
    await begin();
    const known = { id: 't', lang: 'nl', currency: 'USD', output: 'b', step: 's', theme: 'dark' };
    const others = { src: '/x.json', product: 'x', onclick: 'alert(1)', style: 'color:red', isolate: '' };
    await host.send('start', { ...start, attributes: { ...known, select: '{}', ...others } });
    expect(attributes()).toEqual({ ...known, select: '{}' });
  });

  it('fails where the host speaks another version: on screen, and both know why', async () => {
    await begin(2);
    expect(settled).toMatchObject({ code: 'unsupported_version' });
    expect(host.of('failed')).toMatchObject([{ version: 1, data: { code: 'unsupported_version' } }]);
    const alert = document.querySelector<HTMLElement>('main [role=alert]')!;
    expect([alert.dataset['code'], alert.textContent]).toEqual([
      'unsupported_version',
      (settled as Error).message,
    ]);
  });

  it('says on screen where the host speaks another version later', async () => {
    await up();
    await host.send('reset', undefined, { version: 2 });
    expect(document.querySelector('[role=alert]')).toMatchObject({
      dataset: { code: 'unsupported_version' },
    });
  });

  it('fails where the page does not say what it looks like', async () => {
    await begin();
    await host.send('start', start);
    await host.answer('style', { error: { code: 'unknown_method', message: 'style' } });
    expect(settled).toMatchObject({ code: 'unknown_method' });
  });
});

describe('attributes that change', () => {
  it('are followed, those that are gone as well', async () => {
    await up({ attributes: { theme: 'dark', currency: 'USD', select: '{"width":1}' } });
    await host.send('attributes', { theme: 'light', lang: 'de', select: '{"width":2}', product: 'other' });
    expect(attributes()).toEqual({
      product: 'oak-table',
      theme: 'light',
      lang: 'de',
      select: '{"width":2}',
    });
    await host.send('attributes', {});
    expect(attributes()).toEqual({ product: 'oak-table' });
  });

  it('reach the widget, which hears of no selection that it knows', async () => {
    await up({ attributes: { select: '{"width":1}', step: 'one' } });
    const { update } = shown().mounted;
    await host.send('attributes', { select: '{"width":1}', step: 'one' });
    expect(update).not.toHaveBeenCalled();
    await host.send('attributes', { select: '{"width":2}', step: 'one' });
    expect(update).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ select: '{"width":2}' }));
  });

  it('may change how the place looks where the element stands', async () => {
    await up();
    await host.send('attributes', { theme: 'dark' });
    expect(host.of('style')).toHaveLength(2);
    await host.answer('style', { value: ['dark'] });
    expect(document.documentElement.style.colorScheme).toBe('dark');
  });
});

describe('looks', () => {
  it('are those of the place where the element stands', async () => {
    await begin();
    await host.send('start', start);
    const names = host.of('style')[0]!.data as string[];
    expect(names).toEqual(
      expect.arrayContaining(['color-scheme', 'font-family', 'direction', '--quotelet-accent']),
    );
    const value = (name: string) =>
      ({ 'color-scheme': 'light dark', 'font-family': 'serif', '--quotelet-accent': 'teal' })[name] ?? '';
    await host.answer('style', { value: names.map(value) });
    expect(document.documentElement.style.colorScheme).toBe('light dark');
    const { style } = document.body;
    expect([style.fontFamily, style.getPropertyValue('--quotelet-accent'), style.color]).toEqual([
      'serif',
      'teal',
      '',
    ]);
  });

  it('are asked for again when the shopper turns the lights down, and may stay away then', async () => {
    await up();
    scheme.dispatchEvent(new Event('change'));
    await quiet();
    expect(host.of('style')).toHaveLength(2);
    await host.answer('style', { error: { code: 'failed' } });
    scheme.dispatchEvent(new Event('change'));
    await quiet();
    await host.answer('style', { value: ['dark'] });
    expect(document.documentElement.style.colorScheme).toBe('dark');
  });
});

describe('calls', () => {
  it.each([
    ['getConfiguration', undefined, { product_id: 'table' }],
    ['select', { width: 900 }, undefined],
    ['goToStep', 'size', undefined],
    ['reset', undefined, undefined],
    ['submit', 'cart', { button: 'cart' }],
  ] as const)('%s reaches the element, and its outcome the host', async (method, given, value) => {
    await up();
    expect(await host.call(method, given)).toMatchObject({ value });
    const { mounted } = shown();
    expect(mounted[method]).toHaveBeenCalledOnce();
    expect(vi.mocked(mounted[method] as (given: unknown) => unknown).mock.calls[0]![0]).toEqual(given);
  });

  it('fail as the element does', async () => {
    await up();
    const issues = [{ code: 'required' }];
    vi.mocked(shown().mounted.submit).mockRejectedValueOnce(codedError('invalid', 'No.', { issues }));
    expect(await host.call('submit', 'cart')).toMatchObject({
      error: { code: 'invalid', message: 'No.', issues },
    });
  });

  it('reach nothing else of the element', async () => {
    await up();
    for (const type of ['remove', 'click', 'setAttribute', 'constructor', '__proto__', ''])
      expect(await host.call(type)).toMatchObject({ error: { code: 'unknown_method' } });
    expect(element.isConnected).toBe(true);
  });

  it('wait for an element that has yet to become one', async () => {
    element = document.createElement('quotelet-later') as QuoteletConfigurator;
    await begin();
    expect(await host.call('reset')).toBeUndefined();
    const reset = vi.fn(() => Promise.resolve());
    element.reset = reset;
    customElements.define('quotelet-later', class extends HTMLElement {});
    await quiet();
    expect(reset).toHaveBeenCalledOnce();
    expect(host.of('result')).toHaveLength(1);
  });
});

describe('prices of the page', () => {
  const asked = { configuration: { width: 900 }, price: { total_price: 12 } };
  const ask = (signal = new AbortController().signal) =>
    Promise.resolve(element.pricing!({ ...asked, signal } as never));

  it('are asked for from the start where the page has some', async () => {
    await up({ pricing: true });
    const priced = ask();
    await quiet();
    expect(host.of('price')).toMatchObject([{ call: true }]);
    expect(host.of('price')[0]!.data).toEqual(asked);
    await host.answer('price', { value: { total_price: 10 } });
    expect(await priced).toEqual({ total_price: 10 });
    expect(shown().mounted.pricing).toBe(element.pricing);
  });

  it('are not where it has none', async () => {
    await up();
    expect(element.pricing).toBeNull();
  });

  it('may come and go at any time', async () => {
    await up();
    await host.send('pricing', true);
    expect(element.pricing).toBeTypeOf('function');
    await host.send('pricing', false);
    expect([element.pricing, shown().mounted.pricing]).toEqual([null, null]);
  });

  it('are cancelled when the shopper goes on', async () => {
    await up({ pricing: true });
    const { signal, abort } = withAbort();
    const priced = expect(ask(signal)).rejects.toMatchObject({ code: 'cancelled' });
    await quiet();
    abort();
    await priced;
    await quiet();
    expect(host.of('cancel')).toMatchObject([{ data: { of: host.of('price')[0]!.id } }]);
  });

  it('may take their time: it is the widget that loses patience', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    await up({ pricing: true });
    const priced = ask();
    await quiet();
    vi.advanceTimersByTime(120_000);
    await host.answer('price', { value: null });
    expect(await priced).toBeNull();
    vi.useRealTimers();
  });
});

describe('Escape', () => {
  /** @param within the element's shadow root */
  const press = async (key = 'Escape', within = '<input>') => {
    element.shadowRoot!.innerHTML = within;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
    element.dispatchEvent(event);
    await quiet();
    return host.of('key').map(({ data }) => data);
  };

  it('pressed in the frame is pressed on the page, and no other key', async () => {
    await up();
    expect(await press()).toEqual(['Escape']);
    for (const key of ['Enter', 'a', 'Tab', 'Esc']) await press(key);
    expect(host.of('key')).toHaveLength(1);
  });

  it('is not where somebody in the frame has used it', async () => {
    await up();
    element.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    expect(await press()).toEqual([]);
    expect(await press()).toEqual(['Escape']);
  });

  it('is not where it ends what an input method has begun', async () => {
    await up();
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    Object.defineProperty(event, 'isComposing', { value: true });
    element.dispatchEvent(event);
    await quiet();
    expect(host.of('key')).toEqual([]);
  });

  it('is not where it closes a dialog in the frame', async () => {
    await up();
    expect(await press('Escape', '<section><dialog open><input></dialog></section>')).toEqual([]);
    expect(await press('Escape', '<section><dialog><input></dialog></section>')).toEqual(['Escape']);
  });

  it('is, with the focus nowhere', async () => {
    await up();
    for (const target of [document.body, document, window])
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await quiet();
    expect(host.of('key')).toHaveLength(3);
  });
});

function withAbort() {
  const life = new AbortController();
  return { signal: life.signal, abort: () => life.abort() };
}
