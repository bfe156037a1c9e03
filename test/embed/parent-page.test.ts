import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EventMessage } from '../../src/contract/bridge/bridge.ts';
import type { Start } from '../../src/bridge/frame-messages.ts';
import type { EventDetail, WidgetEvents } from '../../src/element-api/widget-events.ts';
import type { PortEnd } from '../../src/bridge/port-end.ts';
import { ParentPage } from '../../src/embed/parent-page.ts';
import { quiet } from '../bridge/support/said.ts';
import { Host, SHOP } from './support/host.ts';

const start: Start = { attributes: {}, selected: undefined, url: `${SHOP}/table#top`, pricing: false };
const submission = { button_id: 'quote' } as WidgetEvents['widget.submitting'];
const timestamp = '2026-02-03T04:05:06.789Z';
let host: Host;
let end: PortEnd;
let page: ParentPage;
let element: HTMLElement;
/** A bare frame: nothing of ours on the page. */
let bare: ParentPage;

const says = (event: string, data: unknown = {}, id = '1-2-3-4'): EventMessage => ({
  source: 'quotelet',
  version: 1,
  instance: 'table',
  id,
  event,
  timestamp,
  data,
});
const plain = (event: string) =>
  host.heard.filter((message) => (message as EventMessage).event === event) as EventMessage[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  host = new Host();
  vi.stubGlobal('parent', host.window);
  const main = document.createElement('main');
  element = document.createElement('section');
  element.attachShadow({ mode: 'open' }).innerHTML = '<h2>Oak table</h2>';
  main.append(element);
  vi.spyOn(main, 'getBoundingClientRect').mockReturnValue({ height: 640.2 } as DOMRect);
  end = host.open();
  page = new ParentPage(SHOP, { end, start }, element);
  bare = new ParentPage(SHOP, undefined, element);
});
afterEach(() => {
  end.close();
  host.leave();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('an event of the widget', () => {
  it('is heard by plain listeners of that origin, and on the port without what is said there anyway', async () => {
    const message = says('price.changed', { total_price: 12 });
    page.post(message);
    await quiet();
    expect(host.window.heard).toEqual([{ message, origin: SHOP, ports: [] }]);
    expect(host.said).toMatchObject([{ type: 'event' }]);
    expect(host.said[0]!.data).toEqual({
      id: '1-2-3-4',
      event: 'price.changed',
      timestamp,
      data: { total_price: 12 },
    });
    expect(host.said[0]!.call).toBeUndefined();
  });

  it('is heard by plain listeners where there is no port', () => {
    bare.post(says('price.changed'));
    expect(host.heard).toEqual([says('price.changed')]);
  });

  it.each([{ name: 'cart.action' }, { source: 'other', event: 'configuration.changed', data: {} }, 'text'])(
    'goes on the port, and no message of a dialect does: %j',
    async (message) => {
      page.post(message);
      await quiet();
      expect(host.heard).toEqual([message]);
      expect(host.said).toEqual([]);
      expect(page.selected).toBeUndefined();
    },
  );

  it('tells when the product is on screen: its name and its height', async () => {
    page.post(says('widget.ready', { language: 'nl' }));
    await quiet();
    expect(host.said.map(({ type }) => type)).toEqual(['ready', 'event']);
    expect(host.said[0]!.data).toEqual({ title: 'Oak table', height: 641 });
    expect(document.title).toBe('Oak table');
    page.post(says('price.changed', { language: 'de' }));
    await quiet();
    expect(host.of('ready')).toHaveLength(1);
  });
});

describe('leave to submit', () => {
  /** Asks as the widget does. @returns what has come of it; undefined for nothing yet */
  const ask = async () => {
    page.post(says('widget.submitting', submission));
    const outcome: { allowed?: boolean } = {};
    void page.allows(submission).then((allowed) => (outcome.allowed = allowed));
    await quiet();
    return outcome;
  };

  it('is asked once on the port, which is how the page hears of the event there', async () => {
    const outcome = await ask();
    expect(host.said).toMatchObject([
      {
        type: 'event',
        call: true,
        data: { id: '1-2-3-4', event: 'widget.submitting', timestamp, data: submission },
      },
    ]);
    expect(plain('widget.submitting')).toHaveLength(1);
    expect(outcome).toEqual({});
  });

  it.each([
    [true, { value: true }],
    [false, { value: false }],
    [false, {}],
    [false, { error: { code: 'unknown_method', message: 'event' } }],
  ])('is %s where the page answers %j', async (allowed, answer) => {
    const outcome = await ask();
    await host.answer('event', answer);
    expect(outcome).toEqual({ allowed });
  });

  it('is not given by a page that never answers, which is waited for a minute', async () => {
    const outcome = await ask();
    vi.advanceTimersByTime(59_900);
    await quiet();
    expect(outcome).toEqual({});
    vi.advanceTimersByTime(200);
    await quiet();
    expect(outcome).toEqual({ allowed: false });
    await host.answer('event', { value: true });
    expect(outcome).toEqual({ allowed: false });
  });

  it('is not given by a page that is gone', async () => {
    const outcome = await ask();
    end.close();
    await quiet();
    expect(outcome).toEqual({ allowed: false });
    expect(await page.allows(submission)).toBe(false);
  });

  it('needs nobody to give it where nobody could: plain listeners cannot answer', async () => {
    expect(await bare.allows(submission)).toBe(true);
  });
});

describe('what is selected', () => {
  const change = { selections: { width: 900 }, quantity: 2, valid: true, changed: ['width'] };

  it('is kept, for an element that has to be put up again', () => {
    expect(page.selected).toBeUndefined();
    for (const each of [page, bare]) {
      each.post(says('configuration.changed', change));
      each.post(says('price.changed', { total_price: 1 }));
      expect(each.selected).toEqual(change);
    }
    page.post(says('configuration.changed', { ...change, selections: {} }));
    expect(page.selected).toMatchObject({ selections: {} });
  });

  it('is at first what was so when the frame reloaded', () => {
    const selected = { selections: { width: 800 }, quantity: 3 };
    const again = new ParentPage(SHOP, { end, start: { ...start, selected } }, element);
    expect(again.selected).toEqual(selected);
    again.post(says('configuration.changed', change));
    expect(again.selected).toEqual(change);
  });
});

describe('an error of the element', () => {
  const data = { code: 'unreachable', message: 'No answer.' } as const;
  const error = (id: string): EventDetail<'widget.error'> => ({ id, event: 'widget.error', timestamp, data });

  it('is passed on once where the widget has said it, and ends nothing', async () => {
    page.post(says('widget.error', data, 'own'));
    page.forwardError(error('own'));
    await quiet();
    expect(plain('widget.error')).toHaveLength(1);
    expect(host.said.map(({ type }) => type)).toEqual(['event']);
  });

  it('is told plain listeners and the host where the widget has not: then there is none', async () => {
    page.post(says('price.changed', {}, 'own'));
    page.forwardError(error('other'));
    await quiet();
    const said = plain('widget.error');
    expect(said).toEqual([{ source: 'quotelet', version: 1, instance: 'table', ...error('other') }]);
    expect(host.of('failed')).toMatchObject([{ data }]);
    expect(host.of('event')).toHaveLength(1);
  });

  it('may come before anything else was said', () => {
    bare.forwardError(error('first'));
    const [said] = plain('widget.error');
    expect(EventMessage.safeParse(said).success).toBe(true);
    expect(said).toMatchObject({ id: 'first', data });
  });
});

describe('what only frames say', () => {
  it('has the name that the page gave the element, before the widget has said anything', () => {
    element.id = 'mine';
    new ParentPage(SHOP, undefined, element).send('widget.resized', { height: 1 });
    expect((host.heard[0] as EventMessage).instance).toBe('mine');
  });

  it('goes to plain listeners of that origin: under ids of its own, by the name of the instance, once known', () => {
    bare.send('widget.resized', { height: 1 });
    bare.send('widget.resized', { height: 2 });
    bare.post(says('price.changed'));
    bare.send('widget.revealed', { top: 3, height: 4 });
    const said = host.heard.map((message) => EventMessage.parse(message));
    expect(said.map(({ event, data }) => [event, data])).toEqual([
      ['widget.resized', { height: 1 }],
      ['widget.resized', { height: 2 }],
      ['price.changed', {}],
      ['widget.revealed', { top: 3, height: 4 }],
    ]);
    expect(new Set(said.map(({ id }) => id)).size).toBe(4);
    expect(said[0]!.instance).toBe(said[1]!.instance);
    expect(said[3]!.instance).toBe('table');
    expect(host.window.heard.map(({ origin }) => origin)).toEqual(Array(4).fill(SHOP));
  });

  it('is heard on the port instead where it is for the tag manager', async () => {
    const entry = { event: 'ic_setup' } as never;
    page.track(entry);
    await quiet();
    expect([host.heard, host.of('track')]).toMatchObject([[], [{ data: entry }]]);
    bare.track(entry);
    expect(plain('widget.tracked')).toMatchObject([{ data: entry }]);
  });
});

it('share links lead to the page, as far as its address is known', () => {
  expect(page.url).toBe(`${SHOP}/table#top`);
  expect(bare.url).toBe(location.href);
});
