import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Pair } from '../../src/contract/bridge/bridge.ts';
import { pairHost } from '../../src/bridge/pair-host.ts';
import type { Paired } from '../../src/bridge/paired.ts';
import { quiet } from './support/said.ts';
import { vectors } from './support/vectors.ts';
import { arrive, farWindow, FRAME_ORIGIN, frameWith, hello, type FarWindow } from './support/windows.ts';

let content: FarWindow;
let life: AbortController;
const paired = vi.fn<(pairing: Paired) => void>();

beforeEach(() => {
  paired.mockReset();
  life = new AbortController();
  content = farWindow();
  frameWith(content);
  pairHost(document.createElement('iframe'), FRAME_ORIGIN, paired, life.signal);
});
afterEach(() => {
  life.abort();
  for (const { ports } of content.heard) for (const port of ports) port.close();
  for (const [{ port }] of paired.mock.calls) port.close();
  vi.restoreAllMocks();
});

it.each(vectors.hello)('a hello: $name: $accepted', ({ message, accepted }) => {
  arrive(message, content, FRAME_ORIGIN);
  expect(paired).toHaveBeenCalledTimes(accepted ? 1 : 0);
  expect(content.heard).toHaveLength(accepted ? 1 : 0);
});

it('answers with a port, to that origin and no other', async () => {
  arrive(hello, content, FRAME_ORIGIN);
  const [{ message, origin, ports }] = content.heard as [FarWindow['heard'][number]];
  expect(Pair.parse(message)).toEqual(message);
  expect(message).toMatchObject({ instance: paired.mock.calls[0]![0].instance, version: 1 });
  expect(origin).toBe(FRAME_ORIGIN);
  const heard = vi.fn();
  paired.mock.calls[0]![0].port.onmessage = ({ data }) => void heard(data);
  ports[0]!.postMessage('through');
  await quiet();
  expect(heard).toHaveBeenCalledWith('through');
});

it.each([
  ['the right window from another origin', () => content, 'https://evil.test'],
  ['the right window without an origin', () => content, 'null'],
  ['another window of the right origin', farWindow, FRAME_ORIGIN],
  ['no window at all', (): unknown => null, FRAME_ORIGIN],
  ['the page itself', () => window, location.origin],
  ['an origin that only begins like it', () => content, `${FRAME_ORIGIN}.evil.test`],
  ['an origin in capitals', () => content, FRAME_ORIGIN.toUpperCase()],
])('does not hear %s', (_, source, origin) => {
  arrive(hello, source(), origin);
  expect(paired).not.toHaveBeenCalled();
});

it('does not hear messages without a window while its frame has none either', () => {
  vi.restoreAllMocks();
  frameWith(null);
  arrive(hello, null, FRAME_ORIGIN);
  expect(paired).not.toHaveBeenCalled();
});

it('pairs anew with a frame that has reloaded, under another name and with another port', () => {
  for (let i = 0; i < 20; i++) arrive(hello, content, FRAME_ORIGIN);
  const names = paired.mock.calls.map(([{ instance }]) => instance);
  expect(new Set(names).size).toBe(20);
  expect(new Set(paired.mock.calls.map(([{ port }]) => port)).size).toBe(20);
});

it('is deaf when it is over', () => {
  life.abort();
  arrive(hello, content, FRAME_ORIGIN);
  expect(paired).not.toHaveBeenCalled();
});
