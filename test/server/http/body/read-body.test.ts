import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { leastProgress } from '../../../../src/server/http/body/body-timeouts.ts';
import { cappedBody } from '../../../../src/server/http/body/capped-body.ts';
import { readBody } from '../../../../src/server/http/body/read-body.ts';

const never = 60_000;

/** What becomes of a body of so many bytes, of which `send` sends some. */
async function received(
  length: number,
  send: (socket: Socket) => unknown,
  read: (incoming: IncomingMessage) => Promise<number>,
): Promise<number | string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n`);
  const incoming = await new Promise<IncomingMessage>((done) => server.once('request', done));
  send(socket);
  try {
    return await read(incoming);
  } catch (error) {
    return (error as Error).message;
  } finally {
    // It can still be answered.
    expect(incoming.socket.destroyed).toBe(false);
    socket.destroy();
    server.close();
  }
}

const bytes = (count: number) => (socket: Socket) => socket.write('x'.repeat(count));
/** So many bytes at once, and again and again. */
const drip = (count: number, every: number) => (socket: Socket) => {
  bytes(count)(socket);
  const timer = setInterval(() => bytes(count)(socket), every);
  socket.once('close', () => clearInterval(timer));
};

const passedOn =
  (timeouts: { stall: number; file: (bytes: number) => number }, length: number, limit = length) =>
  async (incoming: IncomingMessage) => {
    let size = 0;
    for await (const chunk of cappedBody(incoming, { length, limit, timeouts })) size += chunk.length;
    return size;
  };
const whole =
  (timeout: number, limit = 10) =>
  async (incoming: IncomingMessage) =>
    (await readBody(incoming, { limit, timeout })).length;

const slow = 'The body came too slowly.';
const sends = [
  ['everything', bytes(10), 10],
  ['nothing', () => undefined, slow],
  ['all but a byte', bytes(9), slow],
  ['a byte now and then', drip(1, 40), slow],
] as const;

it.each(sends)('reads a whole body in the time it has: of %s', async (_, send, outcome) => {
  expect(await received(10, send, whole(150))).toBe(outcome);
});

it.each(sends)('passes a body on in the time it has: of %s', async (_, send, outcome) => {
  expect(await received(10, send, passedOn({ stall: never, file: () => 150 }, 10))).toBe(outcome);
});

it.each(sends)('stops passing on what stalls: of %s', async (_, send, outcome) => {
  expect(await received(10, send, passedOn({ stall: 150, file: () => never }, 10))).toBe(outcome);
});

it('goes on as long as a file comes on', async () => {
  const length = leastProgress * 8;
  const timeouts = { stall: 120, file: () => never };
  expect(await received(length, drip(leastProgress, 50), passedOn(timeouts, length))).toBe(length);
  // Half as fast it is too slow, though it never stops.
  expect(await received(length, drip(leastProgress / 8, 50), passedOn(timeouts, length))).toBe(slow);
});

it('gives a file time by its size', async () => {
  const timeouts = { stall: never, file: (size: number) => size * 20 };
  expect(await received(10, bytes(9), passedOn(timeouts, 10))).toBe(slow);
});

it('stops what grows past its limit', async () => {
  const timeouts = { stall: never, file: () => never };
  expect(await received(10, bytes(10), passedOn(timeouts, 10, 5))).toBe('The body is larger than 5 bytes.');
  expect(await received(10, bytes(10), whole(never, 5))).toBe('The body is larger than 5 bytes.');
});
