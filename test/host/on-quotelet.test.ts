import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onQuotelet, type Handlers } from '../../src/host/index.ts';

const origin = 'https://quotes.example';
let iframe: HTMLIFrameElement;
let stop: () => void;
let next = 0;

const say = (over: object = {}) => ({
  source: 'quotelet',
  version: 1,
  instance: 'table',
  id: `id-${++next}`,
  event: 'widget.resized',
  timestamp: '2031-02-28T12:00:00.000Z',
  data: { height: 400 },
  ...over,
});
const hear = (data: unknown, from: { source?: unknown; origin?: string } = {}) => {
  const event = new MessageEvent('message', { data, origin: from.origin ?? origin });
  Object.defineProperty(event, 'source', {
    value: 'source' in from ? from.source : iframe.contentWindow,
  });
  window.dispatchEvent(event);
};
const listen = (handlers: Handlers) => (stop = onQuotelet(iframe, { origin }, handlers));

beforeEach(() => {
  // Not in the document: happy-dom loads no frames. It has a window all the same.
  iframe = document.createElement('iframe');
  Object.defineProperty(iframe, 'contentWindow', { value: {}, configurable: true });
  vi.stubGlobal('reportError', vi.fn());
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('onQuotelet', () => {
  it('gives a handler the data and the whole message', () => {
    const resized = vi.fn();
    listen({ 'widget.resized': resized });
    const message = say();
    hear(message);
    expect(resized.mock.calls).toEqual([[{ height: 400 }, message]]);
  });

  it('believes only that very window at that very origin', () => {
    const resized = vi.fn();
    listen({ 'widget.resized': resized });
    hear(say(), { origin: 'https://evil.example' });
    hear(say(), { origin: `${origin}.evil.example` });
    hear(say(), { source: window });
    hear(say(), { source: null });
    expect(resized).not.toHaveBeenCalled();
    Object.defineProperty(iframe, 'contentWindow', { value: null });
    hear(say(), { source: null });
    expect(resized).not.toHaveBeenCalled();
  });

  it('shrugs at everything that is no message of ours', () => {
    const failed = vi.fn();
    listen({ 'widget.error': failed, 'widget.resized': failed });
    const odd = [null, undefined, 7, 'quotelet', '{"source":"quotelet"}', [], { source: 'quotelet' }];
    const halves = [
      say({ source: 'other', version: 9 }),
      say({ version: '1' }),
      say({ version: 1.5 }),
      say({ id: '' }),
      say({ id: 4 }),
      say({ timestamp: undefined }),
      say({ event: ['widget.resized'] }),
    ];
    for (const message of [...odd, ...halves, { source: 'quotelet', type: 'hello' }]) hear(message);
    expect(failed).not.toHaveBeenCalled();
    expect(reportError).not.toHaveBeenCalled();
  });

  it('looks for handlers among its own members only', () => {
    listen({});
    for (const event of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'widget.unheard'])
      hear(say({ event }));
    expect(reportError).not.toHaveBeenCalled();
  });

  it('hears an event once, however often it comes', () => {
    const resized = vi.fn();
    listen({ 'widget.resized': resized });
    const message = say();
    hear(message);
    hear(say());
    hear(message);
    expect(resized).toHaveBeenCalledTimes(2);
  });

  it('does not remember ids without end', () => {
    const resized = vi.fn();
    listen({ 'widget.resized': resized });
    const first = say();
    hear(first);
    for (let i = 0; i < 1000; i++) hear(say());
    hear(first);
    expect(resized).toHaveBeenCalledTimes(1002);
  });

  it('reports a handler that throws, and goes on', () => {
    const resized = vi.fn();
    const broken = new Error('broken');
    listen({
      'widget.ready': () => {
        throw broken;
      },
      'widget.resized': resized,
    });
    hear(say({ event: 'widget.ready' }));
    hear(say());
    expect(reportError).toHaveBeenCalledExactlyOnceWith(broken);
    expect(resized).toHaveBeenCalledOnce();
  });

  it('lets two listeners be: each has its own handlers and ids', () => {
    const resized = vi.fn();
    const other = vi.fn();
    listen({ 'widget.resized': resized });
    const stopOther = onQuotelet(iframe, { origin }, { 'widget.resized': other });
    hear(say());
    stopOther();
    hear(say());
    expect([resized.mock.calls.length, other.mock.calls.length]).toEqual([2, 1]);
  });

  it('says once that the frame speaks another version, and believes nothing of it', () => {
    const failed = vi.fn();
    const resized = vi.fn();
    listen({ 'widget.error': failed, 'widget.resized': resized });
    hear({ source: 'quotelet', version: 2, name: 'all is different there' });
    hear(say({ version: 2 }));
    expect(resized).not.toHaveBeenCalled();
    expect(failed).toHaveBeenCalledOnce();
    expect(failed.mock.calls[0]).toEqual([
      { code: 'unsupported_version', message: expect.stringContaining('2') as string },
      expect.objectContaining({ source: 'quotelet', version: 1, event: 'widget.error', instance: '' }),
    ]);
    hear(say());
    expect(resized).toHaveBeenCalledOnce();
  });

  it('hears handlers that are put there later', () => {
    const handlers: Handlers = {};
    const resized = vi.fn();
    listen(handlers);
    handlers['widget.resized'] = resized;
    hear(say());
    expect(resized).toHaveBeenCalledOnce();
  });

  it('is deaf once stopped', () => {
    const resized = vi.fn();
    listen({ 'widget.resized': resized });
    stop();
    hear(say());
    expect(resized).not.toHaveBeenCalled();
  });
});
