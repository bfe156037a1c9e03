import { describe, expect, it } from 'vitest';
import type { ErrorBody } from '../../../src/contract/error/error-body.ts';
import { cabinet } from '../support/products.ts';
import { cartSubmission } from '../support/submission.ts';
import { useCompanion } from '../support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
  environment: { QUOTELET_ALLOWED_ORIGINS: 'https://other.example, https://third.example' },
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorBody).error.code;

describe('CORS', () => {
  const allowed = ['https://shop.example', 'https://other.example', 'https://third.example'];

  it('answers listed origins by name, and the companion’s own', async () => {
    for (const origin of [...allowed, companion.address, companion.base]) {
      const answer = await get('/api/v1/products/cabinet', { origin });
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('vary')).toBe('Origin');
    }
  });

  it.each([
    'https://shop.example.evil.example',
    'https://evil.example',
    'http://shop.example',
    'https://shop.example:8443',
    'https://SHOP.example',
    'null',
    'http://localhost:1',
    '*',
  ])('refuses %s', async (origin) => {
    const read = await get('/api/v1/products/cabinet', { origin });
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, null]);
    for (const path of ['/api/v1/add-quote', '/api/v1/uploads?product=cabinet&feature=sketch&name=a.pdf']) {
      const write = await companion.post(path, cartSubmission(), { origin });
      expect([write.status, await codeOf(write)]).toEqual([403, 'origin_not_allowed']);
      expect(write.headers.get('access-control-allow-origin')).toBeNull();
    }
    const preflight = await companion.fetch('/api/v1/add-quote', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('lets a listed origin post, with the headers it needs', async () => {
    const origin = 'https://shop.example';
    const preflight = await companion.fetch('/api/v1/add-quote', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'idempotency-key',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('idempotency-key');
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    const accepted = await companion.post('/api/v1/add-quote', cartSubmission(), { origin });
    expect([accepted.status, accepted.headers.get('access-control-allow-origin')]).toEqual([201, origin]);
    const refused = await companion.post('/api/v1/add-quote', {}, { origin });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([422, origin]);
  });
});
