import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codedError } from '../../src/element-api/coded-error.ts';
import type { Handler } from '../../src/bridge/handler.ts';
import { openPort } from '../../src/bridge/open-port.ts';
import type { PortEnd } from '../../src/bridge/port-end.ts';
import { listen, quiet } from './support/said.ts';
import { vectors } from './support/vectors.ts';

const ports: MessagePort[] = [];
const channel = () => {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return [port1, port2] as const;
};
const unhandled = vi.fn();

beforeEach(() => {
  unhandled.mockClear();
  process.on('unhandledRejection', unhandled);
  process.on('uncaughtException', unhandled);
});
afterEach(async () => {
  vi.useRealTimers();
  for (const port of ports.splice(0)) port.close();
  await quiet();
  process.off('unhandledRejection', unhandled);
  process.off('uncaughtException', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

/** An end whose other end is played by hand. */
function played() {
  const [near, far] = channel();
  const noted: unknown[] = [];
  const failed = vi.fn<(error: Error & { code?: string }) => void>();
  const never = new Promise(() => {});
  const handlers = new Map<string, Handler>([
    ['echo', (data) => data],
    ['note', (data) => void noted.push(data)],
    ['fail', () => Promise.reject(codedError('invalid', 'no', { issues: [{ code: 'too_wide' }] }))],
    // As `Promise.reject()` on a page does.
    ['throwNothing', () => ({ then: (_: unknown, reject: () => void) => reject() })],
    ['giveFunction', () => () => 1],
    ['throwFunction', () => Promise.reject(codedError('invalid', 'no', { issues: [() => 1] }))],
    [
      'slow',
      (_, signal) => {
        signal?.().addEventListener('abort', () => noted.push('aborted'));
        return never;
      },
    ],
  ]);
  const end = openPort({ port: near, instance: 'i' }, handlers, failed);
  let id = 0;
  const send = (type: string, data?: unknown) =>
    far.postMessage({ version: 1, instance: 'i', id: ++id, type, data });
  return { end, far, noted, failed, send, ...listen(far) };
}

/** Two ends of ours that speak to each other. */
function both(handlers: Record<string, Handler>): readonly [PortEnd, PortEnd] {
  const [one, other] = channel();
  const fail = (error: Error) => {
    throw error;
  };
  return [
    openPort({ port: one, instance: 'i' }, new Map(), fail),
    openPort({ port: other, instance: 'i' }, new Map(Object.entries(handlers)), fail),
  ];
}

describe('hears', () => {
  it.each(vectors.portMessage)('$name: accepted $accepted', async ({ message, accepted }) => {
    const { far, said, failed } = played();
    far.postMessage(message);
    await quiet();
    expect(said).toHaveLength(accepted ? 1 : 0);
    expect(failed).not.toHaveBeenCalled();
  });

  it.each(vectors.conversation)('$name', async ({ hears, says, noted = [], failed }) => {
    const end = played();
    for (const message of hears) end.far.postMessage(message);
    await quiet();
    expect(end.said).toMatchObject(says);
    expect(end.said).toHaveLength(says.length);
    expect(end.noted).toEqual(noted);
    expect(end.failed.mock.calls.map(([error]) => error.code)).toEqual(failed ? [failed] : []);
    const ids = (end.said as { id: number }[]).map(({ id }) => id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it.each(vectors.result)('a result with $name', async ({ data, value, error }) => {
    const { end, send } = played();
    const waiting = end.call('anything');
    send('result', data);
    if (error) await expect(waiting).rejects.toMatchObject(error);
    else await expect(waiting).resolves.toEqual(value);
    expect('polluted' in {}).toBe(false);
  });

  it('nothing of what a handler throws', async () => {
    const [near, far] = channel();
    const bad = () => {
      throw new Error('on the page');
    };
    openPort({ port: near, instance: 'i' }, new Map([['bad', bad]]), vi.fn());
    far.postMessage({ version: 1, instance: 'i', id: 1, type: 'bad' });
    await quiet();
  });
});

describe('calls', () => {
  it('give back values, in whatever order they come', async () => {
    const held: ((value: unknown) => void)[] = [];
    const [near] = both({ hold: () => new Promise((resolve) => held.push(resolve)) });
    const calls = [near.call('hold'), near.call('hold'), near.call('hold')];
    await vi.waitFor(() => expect(held).toHaveLength(3));
    held.reverse().forEach((resolve, index) => resolve(index));
    expect(await Promise.all(calls)).toEqual([2, 1, 0]);
  });

  it('give back errors with their codes, issues and details', async () => {
    const details = [{ field: 'contact.email', message: 'No address.' }];
    const [near] = both({
      refuse: () => Promise.reject(codedError('validation_error', 'Not like this.', { details })),
      fail: () => Promise.reject(codedError('invalid', 'Too wide.', { issues: [{ feature: 'width' }] })),
      quietly: () => Promise.reject(codedError('removed')),
      plain: () => Promise.reject(new TypeError('What?')),
      odd: () => Promise.reject(Object.assign(new Error('Odd.'), { code: 25 })),
      unreadable: () =>
        Promise.reject(
          Object.defineProperty(new Error(), 'code', {
            get() {
              throw new Error('No.');
            },
          }),
        ),
    });
    const error = await near.call('fail').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code: 'invalid', message: 'Too wide.', issues: [{ feature: 'width' }] });
    await expect(near.call('refuse')).rejects.toMatchObject({ code: 'validation_error', details });
    await expect(near.call('quietly')).rejects.toMatchObject({ code: 'removed' });
    await expect(near.call('plain')).rejects.toMatchObject({ code: 'failed', message: 'What?' });
    await expect(near.call('odd')).rejects.toMatchObject({ code: 'failed', message: 'Odd.' });
    await expect(near.call('unreadable')).rejects.toMatchObject({ code: 'failed' });
    await expect(near.call('none')).rejects.toMatchObject({ code: 'unknown_method', message: 'none' });
  });

  it('are rejected where what they carry cannot travel, and nothing is kept of them', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end } = played();
    for (const what of [() => 1, Symbol('s'), { deep: [() => 1] }])
      await expect(end.call('echo', what)).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(vi.getTimerCount()).toBe(0);
    expect(() => end.send('note', () => 1)).toThrow();
  });

  it('go on after one that could not travel', async () => {
    const [near] = both({ echo: (data) => data });
    await near.call('echo', () => 1).catch(() => {});
    expect(await near.call('echo', 2)).toBe(2);
  });

  it('have a deadline; a result that comes later, or twice, is ignored', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end, send, said } = played();
    const waiting = expect(end.call('echo', 1, 500)).rejects.toMatchObject({ code: 'timeout' });
    vi.advanceTimersByTime(499);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    await waiting;
    send('result', { of: 1, value: 'late' });
    await quiet();
    expect(said).toMatchObject([{ type: 'echo' }, { type: 'cancel', data: { of: 1 } }]);

    const next = end.call('echo', 2);
    send('result', { of: 3, value: 'first' });
    send('result', { of: 3, value: 'second' });
    expect(await next).toBe('first');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('have a deadline each, whichever was made first, and one timer for all', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end, send } = played();
    const ended: number[] = [];
    [900, 300, 600, 300].forEach((deadline, of) => {
      end.call('echo', of, deadline).catch(() => ended.push(of));
    });
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(299);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toEqual([1, 3]);
    await vi.advanceTimersByTimeAsync(300);
    expect(ended).toEqual([1, 3, 2]);
    send('result', { of: 1, value: 'in time' });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    end.call('echo', 4, 100).catch(() => ended.push(4));
    await vi.advanceTimersByTimeAsync(100);
    expect(ended).toEqual([1, 3, 2, 4]);
  });

  it('wait ten seconds where nobody says how long', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end } = played();
    const waiting = expect(end.call('echo')).rejects.toMatchObject({ code: 'timeout' });
    vi.advanceTimersByTime(9_999);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(1);
    await waiting;
  });
});

describe('cancelling', () => {
  it('rejects the call and tells the other end, once', async () => {
    const { end, said, send } = played();
    const abort = new AbortController();
    const waiting = end.call('slow', 1, 1000, abort.signal);
    abort.abort();
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    send('result', { of: 1, value: 'late' });
    await quiet();
    expect(said).toMatchObject([{ type: 'slow' }, { type: 'cancel', data: { of: 1 } }]);
  });

  it('that came before the call rejects at once', async () => {
    const { end } = played();
    await expect(end.call('slow', 1, 1000, AbortSignal.abort())).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('of what is answered already says nothing, and a signal keeps no listener', async () => {
    const { end, said, send } = played();
    const abort = new AbortController();
    const add = vi.spyOn(abort.signal, 'addEventListener');
    const remove = vi.spyOn(abort.signal, 'removeEventListener');
    for (let i = 1; i <= 50; i++) {
      const waiting = end.call('echo', i, 1000, abort.signal);
      send('result', { of: i, value: i });
      expect(await waiting).toBe(i);
    }
    const args = (spy: typeof add | typeof remove) => spy.mock.calls.map(([, listener]) => listener);
    expect(args(add)).toHaveLength(50);
    expect(args(remove)).toEqual(args(add));
    abort.abort();
    await quiet();
    expect(said).toHaveLength(50);
  });
});

describe('closing', () => {
  it('rejects the calls that wait, and aborts those that run', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end, send, far, noted } = played();
    far.postMessage({ version: 1, instance: 'i', id: 1, type: 'slow', call: true });
    await quiet();
    const waiting = [end.call('a'), end.call('b')].map((call) =>
      expect(call).rejects.toMatchObject({ code: 'removed' }),
    );
    end.close();
    await Promise.all(waiting);
    expect(vi.getTimerCount()).toBe(0);
    expect(noted).toEqual(['aborted']);
    send('note', 'late');
    await quiet();
    expect(noted).toEqual(['aborted']);
  });

  it('may happen twice, and calls from then on are rejected at once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
    const { end } = played();
    end.close();
    end.close();
    await expect(end.call('echo')).rejects.toMatchObject({ code: 'removed' });
    end.send('note');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is deaf to what had arrived before', async () => {
    const { end, send, noted, said } = played();
    send('note', 1);
    send('note', 2);
    end.close();
    await quiet();
    expect(noted).toEqual([]);
    expect(said).toEqual([]);
  });

  it('keeps a call that ends later from answering', async () => {
    const [near, far] = channel();
    let finish: (() => void) | undefined;
    const slow = () => new Promise<void>((resolve) => (finish = resolve));
    const end = openPort({ port: near, instance: 'i' }, new Map([['slow', slow]]), vi.fn());
    const { said } = listen(far);
    far.postMessage({ version: 1, instance: 'i', id: 1, type: 'slow', call: true });
    await vi.waitFor(() => expect(finish).toBeDefined());
    end.close();
    finish!();
    await quiet();
    expect(said).toEqual([]);
  });
});

it('both ends learn of another major version', async () => {
  const { end, far, failed, said } = played();
  const waiting = expect(end.call('echo')).rejects.toMatchObject({ code: 'removed' });
  far.postMessage({ version: 2, instance: 'i', id: 1, type: 'start' });
  await waiting;
  expect(failed.mock.calls[0]![0]).toMatchObject({
    code: 'unsupported_version',
    message: 'Version 1 cannot talk to 2.',
  });
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said[1]).toMatchObject({ version: 1, type: 'failed', data: { code: 'unsupported_version' } });
});

it('a flood of calls is answered, one by one, and nothing of it is kept', async () => {
  const { far, said } = played();
  const sets = vi.spyOn(Map.prototype, 'delete');
  for (let id = 1; id <= 20_000; id++)
    far.postMessage({ version: 1, instance: 'i', id, type: id % 2 ? 'echo' : 'nonsense', call: true });
  await vi.waitFor(() => expect(said).toHaveLength(20_000), { timeout: 20_000 });
  // Each call that ran was taken out of the list of those that run.
  expect(sets.mock.calls.filter(([key]) => typeof key === 'number').length).toBeGreaterThanOrEqual(20_000);
  sets.mockRestore();
}, 30_000);
