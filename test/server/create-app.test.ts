import { describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../src/contract/error/error-body.ts';
import { cabinet } from './support/products.ts';
import { useCompanion } from './support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
  config: { demo: true },
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorBody).error.code;

describe('every answer', () => {
  it.each([
    '/healthz',
    '/api/v1/products/cabinet',
    '/api/v1/products/ghost',
    '/nowhere',
    '/quotations/x',
    '/quotelet.js',
  ])('%s carries the security headers', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cross-origin-resource-policy')).toBeTruthy();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('says what it does not know as an error with a code', async () => {
    const answer = await get('/api/v2/nothing');
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
    const post = await companion.post('/healthz', {});
    expect([post.status, await codeOf(post)]).toEqual([404, 'not_found']);
  });
});

describe('HEAD', () => {
  const head = (path: string) => companion.fetch(path, { method: 'HEAD' });

  it('leaves no event stream open behind it', async () => {
    for (let index = 0; index < 60; index += 1) {
      const answer = await head('/demo/receiver/changes');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    }
    const changes = await get('/demo/receiver/changes');
    expect(changes.status).toBe(200);
    await changes.body!.cancel();
  });

  it('answers as GET does, without the body', async () => {
    for (const path of ['/api/v1/products/cabinet', '/quotelet.js', '/demo/receiver', '/nowhere']) {
      const [whole, without] = await Promise.all([get(path), head(path)]);
      expect([without.status, without.headers.get('etag'), await without.text()]).toEqual([
        whole.status,
        whole.headers.get('etag'),
        '',
      ]);
    }
  });
});

describe('GET /healthz', () => {
  it('answers 200', async () => {
    expect((await get('/healthz')).status).toBe(200);
  });
});
