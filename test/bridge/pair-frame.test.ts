import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Hello } from '../../src/contract/bridge/bridge.ts';
import { pairFrame } from '../../src/bridge/pair-frame.ts';
import type { Paired } from '../../src/bridge/paired.ts';
import { vectors } from './support/vectors.ts';
import { arrive, farWindow } from './support/windows.ts';

const HOST = 'https://shop.test';
const pair = { source: 'quotelet', version: 1, type: 'pair', instance: 'i' };
const host = farWindow();
const open: MessagePort[] = [];
let result: Paired | undefined;

const port = () => {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  return port1;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 1));

beforeEach(() => {
  result = undefined;
  (host.heard as unknown[]).length = 0;
  vi.stubGlobal('parent', host);
  void pairFrame(HOST).then((paired) => (result = paired));
});
afterEach(async () => {
  // Whatever still waits takes this one.
  arrive(pair, host, HOST, [port()]);
  await settled();
  for (const each of open.splice(0)) each.close();
  vi.unstubAllGlobals();
});

it('says hello to its parent, once, and to no other origin', () => {
  expect(host.heard).toEqual([{ message: Hello.parse(host.heard[0]!.message), origin: HOST, ports: [] }]);
});

it.each(vectors.pair)('a pair: $name: $accepted', async ({ message, accepted }) => {
  arrive(message, host, HOST, [port()]);
  await settled();
  expect(result !== undefined).toBe(accepted);
});

it('takes port, name and version as they are said', async () => {
  const given = port();
  arrive({ ...pair, version: 7, instance: 'x' }, host, HOST, [given]);
  await settled();
  expect(result).toEqual({ port: given, instance: 'x', version: 7 });
});

it.each([
  ['the parent from another origin', () => host, 'https://evil.test'],
  ['another window of the right origin', farWindow, HOST],
  ['its own window', () => window, HOST],
  ['no window', () => null, HOST],
])('does not take a port from %s', async (_, source, origin) => {
  arrive(pair, source(), origin, [port()]);
  await settled();
  expect(result).toBeUndefined();
});

it('goes on waiting after a pair without a port', async () => {
  arrive(pair, host, HOST);
  await settled();
  expect(result).toBeUndefined();
  arrive(pair, host, HOST, [port()]);
  await settled();
  expect(result).toBeDefined();
});

it('takes the first port and no later one', async () => {
  const remove = vi.spyOn(window, 'removeEventListener');
  const first = port();
  arrive(pair, host, HOST, [first]);
  arrive({ ...pair, instance: 'later' }, host, HOST, [port()]);
  await settled();
  expect(result).toMatchObject({ port: first, instance: 'i' });
  expect(remove).toHaveBeenCalledTimes(1);
  remove.mockRestore();
});
