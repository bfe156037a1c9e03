import { readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeConfiguration } from '../../src/configuration/encode-configuration.ts';
import type { PublishedProduct } from '../../src/contract/published/published-product.ts';
import type { ErrorBody } from '../../src/contract/error/error-body.ts';
import { cabinet } from './support/products.ts';
import { makePlace, removePlace, type Place } from './support/stores.ts';
import {
  cabinetItems,
  cartSubmission,
  jane,
  material,
  quoteSubmission,
  width,
} from './support/submission.ts';
import { testCompanion, type TestCompanion } from './support/test-companion.ts';

let place: Place;
let companion: TestCompanion;

beforeAll(async () => {
  place = await makePlace('sqlite');
  companion = await testCompanion(place, {
    products: [cabinet('http://127.0.0.1:1/secret-hook')],
    config: { demo: true },
    environment: { QUOTELET_ALLOWED_ORIGINS: 'https://other.example, https://third.example' },
  });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const codeOf = async (answer: Response): Promise<string> => ((await answer.json()) as ErrorBody).error.code;

/** A request as it is on the wire: fetch would undo the compression and tidy the path. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(companion.base);
      request({ hostname, port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

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

describe('GET /quotelet.js and /quotelet/*', () => {
  it('are for every page, compressed as the browser likes', async () => {
    const { headers } = await raw('/quotelet.js', { origin: 'https://stranger.example' });
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'content-type': 'text/javascript; charset=utf-8',
      'cross-origin-resource-policy': 'cross-origin',
      vary: 'Accept-Encoding',
    });
    const plain = (await raw('/quotelet.js')).body.toString();
    expect(plain.startsWith('/* loader */')).toBe(true);
    const zipped = await raw('/quotelet.js', { 'accept-encoding': 'gzip, deflate' });
    expect(gunzipSync(zipped.body).toString()).toBe(plain);
    const brotli = await raw('/quotelet.js', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()]).toEqual([
      'br',
      plain,
    ]);
    expect(zipped.headers['etag']).not.toBe(brotli.headers['etag']);
    const refused = await raw('/quotelet.js', { 'accept-encoding': 'br;q=0, gzip;q=0' });
    expect(refused.headers['content-encoding']).toBeUndefined();
    const again = await raw('/quotelet.js', {
      'accept-encoding': 'br',
      'if-none-match': brotli.headers['etag'] as string,
    });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('are cached for ever only where the name has a hash', async () => {
    expect((await get('/quotelet.js')).headers.get('cache-control')).toBe('no-cache');
    const chunk = await get('/quotelet/widget-a1b2c3d4.js');
    expect(chunk.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of [
      '/quotelet/none.js',
      '/quotelet/manifest.json',
      '/quotelet/../quotelet.js.map',
      '/quotelet/',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe('GET /quotations/{id}', () => {
  const quotation = async (more = {}) => {
    const answer = await companion.post('/api/v1/add-quote', quoteSubmission(more));
    return (await answer.json()) as { pdf_url: string; quotation_number: number };
  };
  const page = (url: string) => get(url.replace(companion.address, ''));

  it('shows the quotation to whoever has its address', async () => {
    const { pdf_url, quotation_number } = await quotation({
      extra_fields: { heard_from: 'web', terms: true },
    });
    const answer = await page(pdf_url);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    const html = await answer.text();
    for (const part of [
      String(quotation_number),
      'lang="nl"',
      'Offerte',
      'Test &amp; Co',
      'Jane Doe',
      'Eiken',
      '900 mm',
      'Drawer 2',
      'The web',
      'drawing.svg?c=',
    ]) {
      expect(html).toContain(part);
    }
    // 215.00 gross with 21 % in it
    expect(html.replace(/\u00a0/g, ' ')).toMatch(/€ 177,69[^]*€ 37,31[^]*€ 215,00/);
  });

  it('runs nothing and shows what was typed as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const { pdf_url } = await quotation({
      customer: { first_name: evil, last_name: '"\'&', email: 'jane@example.com', address: { street: evil } },
      extra_fields: { heard_from: 'web', remarks: '</style><script>' },
    });
    const answer = await page(pdf_url);
    const html = await answer.text();
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&#39;&amp;');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const [, style] = /<style>([^]*?)<\/style>/.exec(html)!;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(policy).toContain(`sha256-${Buffer.from(digest).toString('base64')}`);
    expect(html).not.toMatch(/<[^>]*\s(style|on\w+)=/);
  });

  it('prints nothing of what turns or hides text in names and answers', async () => {
    const marks = '\u202e\u2066\u200f\u0000\u0007\u0085';
    const { pdf_url } = await quotation({
      customer: {
        ...jane,
        first_name: `J${marks}ane`,
        last_name: `D${marks}oe`,
        address: { street: `Ma${marks}in 1` },
      },
      extra_fields: { heard_from: 'web', remarks: `a${marks}b\nc` },
      items: cabinetItems([
        material('oak'),
        width(900),
        { ID: 'engraving', type: 'text_input', value: `Lo${marks}ve` },
      ]),
    });
    const html = await (await page(pdf_url)).text();
    for (const text of ['Jane Doe', 'Main 1', 'ab\nc', 'Love']) expect(html).toContain(text);
    expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
  });

  it('knows no others', async () => {
    for (const id of ['x', '00000000-0000-4000-8000-000000000000', "' or 1=1 --"]) {
      expect((await get(`/quotations/${encodeURIComponent(id)}`)).status).toBe(404);
    }
  });
});

describe('the demo', () => {
  it('serves the pages beside its configuration, and nothing private', async () => {
    for (const path of [
      '/config.json',
      '/products/cabinet.json',
      '/products/',
      '/../data/quotelet.sqlite',
      '/%2e%2e/data/quotelet.lock',
      '/.env',
      '/x%00.html',
      '/%',
    ]) {
      expect((await raw(path)).status, path).toBe(404);
    }
  });

  it('hides private files by whatever name they can be reached', async () => {
    const shop = join(place.folder, 'shop');
    // On most machines of shops and developers, this is the same folder as the one that is hidden.
    await mkdir(join(shop, 'PRODUCTS'), { recursive: true });
    await writeFile(join(shop, 'PRODUCTS', 'cabinet.json'), '{}');
    await symlink(join(shop, 'products'), join(shop, 'alias'));
    await symlink(join(place.folder, 'dist'), join(shop, 'outside'));
    await writeFile(join(shop, 'page.html'), 'a page');
    for (const path of [
      '/PRODUCTS/cabinet.json',
      '/alias/cabinet.json',
      '/Config.json',
      '/outside/quotelet.js',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect((await get('/page')).status).toBe(200);
  });

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

  it('is not there in production', async () => {
    const here = await makePlace('sqlite');
    const options = {
      products: [cabinet('https://example.com/')],
      environment: { QUOTELET_ENV: 'production' },
    };
    await expect(testCompanion(here, { ...options, config: { demo: true } })).rejects.toThrow(
      /config\.json is a demo.*QUOTELET_CONFIG.*QUOTELET_ENV=development/,
    );
    await (await testCompanion(here, options)).stop();
    await removePlace(here);
  });

  it('has a page that hears of every request at once', async () => {
    const html = await (await get('/demo/receiver')).text();
    for (const [, path] of html.matchAll(/(?:src|href)="(\/demo\/receiver\/page[^"]+)"/g)) {
      expect((await get(path!)).status).toBe(200);
    }
    const changes = await get('/demo/receiver/changes');
    expect(changes.headers.get('content-type')).toBe('text/event-stream');
    const reader = changes.body!.getReader();
    await reader.read();
    await companion.post('/demo/receiver', '{}');
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('event: change');
    await reader.cancel();
  });

  it('is not there where the configuration does not ask for it', async () => {
    const here = await makePlace('sqlite');
    const bare = await testCompanion(here, { products: [cabinet('http://127.0.0.1:1/')] });
    for (const path of ['/', '/demo/receiver', '/demo/receiver/requests', '/config.json']) {
      expect((await bare.fetch(path)).status).toBe(404);
    }
    expect((await bare.post('/demo/receiver', {})).status).toBe(404);
    await bare.stop();
    await removePlace(here);
  });

  it('ships a configuration that is valid', async () => {
    const { loadConfig } = await import('../../src/server/config/load-config.ts');
    const file = 'demo/quotelet.config.json';
    expect(loadConfig(file)).toMatchObject({
      demo: true,
      company: (JSON.parse(readFileSync(file, 'utf8')) as { company: object }).company,
    });
  });
});
