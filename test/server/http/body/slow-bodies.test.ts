import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leastProgress } from '../../../../src/server/http/body/body-timeouts.ts';
import { until } from '../../support/hook-receiver.ts';
import { cabinet } from '../../support/products.ts';
import { cartSubmission } from '../../support/submission.ts';
import { useCompanion } from '../../support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
  config: { demo: true, upload_quota_mb: 1 },
  timeouts: { json: 150, stall: 300, file: () => 900 },
});

/** What comes back, until the other side closes: sent as `chunk`, and once more every `every` milliseconds. */
async function answered(
  [method, path]: readonly [string, string],
  length: number,
  chunk: string,
  { every, origin = companion.base }: { every?: number; origin?: string } = {},
): Promise<{ text: string; closed: boolean }> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let text = '';
  let closed = false;
  socket.on('error', () => undefined);
  socket.on('data', (bytes) => (text += bytes.toString()));
  socket.once('close', () => (closed = true));
  socket.write(
    `${method} ${path} HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${chunk}`,
  );
  const timer = every === undefined ? undefined : setInterval(() => socket.write(chunk), every);
  const kept = /HTTP\/1.1 201[^]*"file_id"/;
  await until(() => closed || kept.test(text), 'the companion to close the connection');
  clearInterval(timer);
  socket.destroy();
  return { text, closed };
}

const addQuote = ['POST', '/api/v1/add-quote'] as const;
const upload = ['POST', '/api/v1/uploads?product=cabinet&feature=sketch&name=a.pdf'] as const;
const files = () => readdir(join(companion.place.folder, 'data/uploads')).catch(() => []);
const slow = /^HTTP\/1.1 408 [^]*connection: close[^]*"request_timeout"/i;

describe('a body that is not there in time', () => {
  it.each([
    ['stalls', ' ', {}],
    ['drips', ' ', { every: 20 }],
    ['has not begun', '', {}],
  ])('ends, where it %s', async (_, chunk, how) => {
    for (const route of [addQuote, ['POST', '/demo/receiver/hook']] as const) {
      const { text, closed } = await answered(route, 4000, chunk, how);
      expect(text).toMatch(slow);
      expect(closed).toBe(true);
    }
  });

  it('ends in an upload that stalls or drips, and leaves neither a file nor room taken', async () => {
    for (const how of [{}, { every: 20 }]) {
      expect((await answered(upload, 700_000, 'x', how)).text).toMatch(slow);
      await until(async () => (await files()).length === 0, 'the half file to go');
    }
    const whole = await companion.fetch(upload[1], { method: 'POST', body: 'x'.repeat(700_000) });
    expect(whole.status).toBe(201);
    await companion.store.write((transaction) => transaction.deleteFrom('uploads').execute());
  });

  it('ends in an upload that takes too long in all, though it never stalls', async () => {
    const chunk = 'x'.repeat(leastProgress / 2);
    expect((await answered(upload, 1_000_000, chunk, { every: 40 })).text).toMatch(slow);
  });

  it('may take longer than a submission, of a file that comes on', async () => {
    const chunk = 'x'.repeat(leastProgress * 2);
    const { text } = await answered(upload, leastProgress * 8, chunk, { every: 100 });
    expect(text).toMatch(/^HTTP\/1.1 201/);
  });

  it('ends where nobody reads it, once it was answered', async () => {
    const shop = companion.shopAddress!.replace('localhost', '127.0.0.1');
    const asked = [companion.base, shop].flatMap((origin) =>
      ['GET', 'POST', 'PUT', 'DELETE'].map((method) => ({ origin, method })),
    );
    await Promise.all(
      asked.map(async ({ origin, method }) => {
        const { text, closed } = await answered([method, '/nothing'], 4000, ' ', { every: 20, origin });
        expect([method, text.slice(0, 12), closed]).toEqual([method, 'HTTP/1.1 404', true]);
      }),
    );
    const refused = await answered(upload, 10_000_000, 'x', { every: 20 });
    expect([refused.text.slice(0, 12), refused.closed]).toEqual(['HTTP/1.1 413', true]);
  });

  it('disturbs nobody else: a connection with whole bodies is kept, and so is the companion', async () => {
    for (let index = 0; index < 3; index += 1)
      expect((await companion.post('/api/v1/add-quote', cartSubmission())).status).toBe(201);
    expect(companion.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
