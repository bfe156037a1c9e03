import { describe, expect, it } from 'vitest';
import { encodeConfiguration } from '../../../src/configuration/encode-configuration.ts';
import type { ErrorBody } from '../../../src/contract/error/error-body.ts';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { cabinet } from '../support/products.ts';
import { cartSubmission } from '../support/submission.ts';
import { makePlace, removePlace } from '../support/stores.ts';
import { testCompanion } from '../support/test-companion.ts';
import { useCompanion } from '../support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/secret-hook')],
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorBody).error.code;

describe('GET /api/v1/products/{id}', () => {
  it('has the product without anything private', async () => {
    const answer = await get('/api/v1/products/cabinet');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    const text = await answer.text();
    expect((JSON.parse(text) as PublishedProduct).id).toBe('cabinet');
    expect(text).not.toContain('secret-hook');
    expect(text).not.toMatch(/secret-(margin|cost)|secret@/);
  });

  it('answers 304 where the page has it already, and caches only what it checks again', async () => {
    const first = await get('/api/v1/products/cabinet');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get('/api/v1/products/cabinet', { 'if-none-match': known });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    expect((await get('/api/v1/products/cabinet', { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('does not know others', async () => {
    for (const id of ['ghost', '__proto__', 'constructor', '%2e%2e%2fcabinet']) {
      const answer = await get(`/api/v1/products/${id}`);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'unknown_product']);
    }
  });
});

describe('GET /api/v1/products/{id}/drawing.svg', () => {
  const code = (selections: Record<string, string | number>) =>
    encodeConfiguration({ product_version: '3', quantity: 1, selections });

  it('draws the configuration as a document that can do nothing', async () => {
    const c = code({ material: 'oak', width: 1234, engraving: '<script>&"\'' });
    const answer = await get(`/api/v1/products/cabinet/drawing.svg?c=${c}&lang=nl`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const svg = await answer.text();
    expect(svg).toContain('width="1234"');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('<script');
    const etag = answer.headers.get('etag')!;
    const again = await get(`/api/v1/products/cabinet/drawing.svg?c=${c}&lang=nl`, { 'if-none-match': etag });
    expect(again.status).toBe(304);
  });

  it('draws the defaults without a code, and with one exactly what it says', async () => {
    expect(await (await get('/api/v1/products/cabinet/drawing.svg')).text()).toContain('width="900"');
    // No width at all: no default steps in, hence there is nothing to draw.
    const answer = await get(`/api/v1/products/cabinet/drawing.svg?c=${code({ material: 'oak' })}`);
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'no_drawing']);
  });

  it.each(['', '!', 'e30', 'bm90IGpzb24', 'x'.repeat(20_000), 'WyIzIiwxLHsiYSI6e319XQ'])(
    'refuses the code %.20s',
    async (c) => {
      const answer = await get(`/api/v1/products/cabinet/drawing.svg?c=${c}`);
      expect([answer.status, await codeOf(answer)]).toEqual([400, 'invalid_configuration']);
    },
  );

  it('is drawn ten times as often as anything is written, and no more', async () => {
    const here = await makePlace('sqlite');
    const limited = await testCompanion(here, {
      products: [cabinet('http://127.0.0.1:1/')],
      config: { rate_limit: { per_minute: 0.1, burst: 2 } },
    });
    const statuses = [];
    for (let index = 0; index < 21; index += 1) {
      const answer = await limited.fetch('/api/v1/products/cabinet/drawing.svg');
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429]);
    await limited.stop();
    await removePlace(here);
  });

  it('does not know other products', async () => {
    expect(await codeOf(await get('/api/v1/products/ghost/drawing.svg'))).toBe('unknown_product');
  });

  it('is where the items of a submission point to', async () => {
    const answer = await companion.post('/api/v1/add-quote', cartSubmission());
    const { items } = (await answer.json()) as { items: [{ image: string }] };
    const picture = await get(items[0].image.replace(companion.address, ''));
    expect(await picture.text()).toContain('width="900"');
  });
});

describe('GET /product.schema.json', () => {
  it('is a JSON Schema with an ETag', async () => {
    const answer = await get('/product.schema.json');
    expect(answer.headers.get('content-type')).toBe('application/schema+json');
    expect(await answer.json()).toHaveProperty('$schema');
    const etag = answer.headers.get('etag')!;
    expect((await get('/product.schema.json', { 'if-none-match': etag })).status).toBe(304);
  });
});
