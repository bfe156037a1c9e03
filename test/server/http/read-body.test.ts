import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { cappedBody } from '../../../src/server/http/read-body.ts';

/** What becomes of a body of 10 bytes, of which so many are sent at once and the rest never. */
async function received(bytes: number, limit: number, isCut = false): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  const cut = new Promise((done) => socket.once('close', done));
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n${'x'.repeat(bytes)}`);
  const incoming = await new Promise<IncomingMessage>((done) => server.once('request', done));
  let text = '';
  try {
    for await (const chunk of cappedBody(incoming, limit, 100)) text += chunk.toString();
  } catch (error) {
    if (isCut) await cut;
    return (error as Error).message;
  } finally {
    socket.destroy();
    server.close();
  }
  return text;
}

it('cuts off a body that does not come', async () => {
  expect(await received(10, 10)).toBe('xxxxxxxxxx');
  expect(await received(9, 10, true)).toBe('the body came too slowly');
  expect(await received(10, 5)).toBe('The body is larger than 5 bytes.');
});
