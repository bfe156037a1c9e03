import { expect, it } from 'vitest';
import {
  createReceiver,
  type ReceivedRequest,
  type Receiver,
} from '../../../../demo/server/receiver/create-receiver.ts';

const request = (path: string, body = ''): ReceivedRequest => ({
  method: 'POST',
  path,
  headers: {},
  body,
  received_at: '2026-01-02T03:04:05.678Z',
});
const paths = (receiver: Receiver) => receiver.all().map(({ path }) => path);

it('remembers the newest requests, as many as it may', () => {
  const receiver = createReceiver({ requests: 2, characters: 10_000 });
  for (const path of ['a', 'b', 'c']) receiver.add(request(path));
  expect(paths(receiver)).toEqual(['b', 'c']);
});

it('remembers no more than it could show', () => {
  const receiver = createReceiver({ requests: 100, characters: 2000 });
  // Six characters each in JSON.
  for (const path of ['a', 'b', 'c']) receiver.add(request(path, '\u0001'.repeat(120)));
  expect(paths(receiver)).toEqual(['b', 'c']);
  expect(JSON.stringify(receiver.all()).length).toBeLessThan(2000);
  receiver.add(request('d', '\u0001'.repeat(1000)));
  expect(paths(receiver)).toEqual([]);
});
