import { describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../../../src/contract/error/error-body.ts';
import { cabinet } from '../../../../test/server/support/products.ts';
import { useCompanion } from '../../../server/support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
  config: { demo: true },
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorBody).error.code;

describe('the receiver', () => {
  it('records what arrives at its receiver, and forgets it when told', async () => {
    await companion.fetch('/demo/receiver', { method: 'DELETE' });
    const body = '{"event": "cart.action",  "data": {}}';
    await companion.post('/demo/receiver', body, { 'x-test': 'yes' });
    await companion.fetch('/demo/receiver/any/where?x=1', { method: 'PUT' });
    const recorded = (await (await get('/demo/receiver/requests')).json()) as Record<string, unknown>[];
    expect(recorded).toMatchObject([
      {
        method: 'POST',
        path: '/demo/receiver',
        body,
        headers: { 'content-type': 'application/json', 'x-test': 'yes' },
      },
      { method: 'PUT', path: '/demo/receiver/any/where?x=1', body: '' },
    ]);
    expect(Object.keys(recorded[0]!)).toEqual(['method', 'path', 'headers', 'body', 'received_at']);
    expect(new Date(recorded[0]!['received_at'] as string).toISOString()).toBe(recorded[0]!['received_at']);
    expect((await companion.fetch('/demo/receiver/requests', { method: 'DELETE' })).status).toBe(204);
    expect(await (await get('/demo/receiver/requests')).json()).toEqual([]);
  });

  it('takes nothing from pages of strangers', async () => {
    await companion.post('/demo/receiver', '{}', { origin: 'https://shop.example' });
    const before = await (await get('/demo/receiver/requests')).text();
    const origin = 'https://evil.example';
    const write = await companion.post('/demo/receiver', '{}', { origin });
    expect([write.status, await codeOf(write)]).toEqual([403, 'origin_not_allowed']);
    for (const path of ['/demo/receiver', '/demo/receiver/requests']) {
      const empty = await companion.fetch(path, { method: 'DELETE', headers: { origin } });
      expect(empty.status).toBe(403);
    }
    expect(await (await get('/demo/receiver/requests')).text()).toBe(before);
    const own = { method: 'DELETE', headers: { origin: companion.address } };
    expect((await companion.fetch('/demo/receiver/requests', own)).status).toBe(204);
  });

  it('records bodies of 64 kB at most', async () => {
    expect((await companion.post('/demo/receiver', 'x'.repeat(65_536))).status).toBe(200);
    const tooLarge = await companion.post('/demo/receiver', 'x'.repeat(65_537));
    expect([tooLarge.status, await codeOf(tooLarge)]).toEqual([413, 'too_large']);
  });

  it('has a page that hears of every request at once', async () => {
    const html = await (await get('/demo/receiver')).text();
    const paths = [...html.matchAll(/(?:src|href)="(\/demo\/receiver\/page[^"]+)"/g)].map(
      ([, path]) => path!,
    );
    expect(paths).toEqual(['/demo/receiver/page.css', '/demo/receiver/page.mjs']);
    for (const path of paths) expect((await get(path)).status).toBe(200);
    const changes = await get('/demo/receiver/changes');
    expect(changes.headers.get('content-type')).toBe('text/event-stream');
    const reader = changes.body!.getReader();
    await reader.read();
    await companion.post('/demo/receiver', '{}');
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: change');
    await reader.cancel();
  });
});
