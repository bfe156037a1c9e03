import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublishedProduct } from '../../../src/contract/published/published-product.ts';
import { cabinet, legacyStool } from '../support/products.ts';
import { makePlace, removePlace, type Place } from '../support/stores.ts';
import { testCompanion, type TestCompanion } from '../support/test-companion.ts';

/** Stands in for the built document. */
const built =
  '<!doctype html><title>Configurator</title><script type="module" src="../quotelet/embed-x.js"></script>';
const shop = 'https://shop.example';
const dealer = 'https://dealer.example:8443';

let place: Place;
let companion: TestCompanion;

const products = [
  cabinet('http://127.0.0.1:1/'),
  { ...legacyStool([]), allowed_origins: [dealer, 'https://a.example'] },
  { ...legacyStool([]), id: 'closed.stool', allowed_origins: [] },
];

beforeAll(async () => {
  place = await makePlace('sqlite');
  await mkdir(join(place.folder, 'dist', 'embed'), { recursive: true });
  await writeFile(join(place.folder, 'dist', 'embed', 'index.html'), built);
  await mkdir(join(place.folder, 'dist', 'quotelet'));
  await writeFile(join(place.folder, 'dist', 'quotelet', 'refusal-AbCd1234.js'), 'export {};');
  companion = await testCompanion(place, {
    products,
    config: { allowed_origins: [shop, 'https://other.example', 'http://[fd00::1]:8080'] },
    environment: { QUOTELET_ALLOWED_ORIGINS: 'https://third.example' },
  });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });
const policyOf = (answer: Response) => answer.headers.get('content-security-policy');
const own = () => {
  const { port } = new URL(companion.address);
  return `http://127.0.0.1:${port} http://localhost:${port}`;
};
const companions = () =>
  `frame-ancestors ${own()} https://other.example https://shop.example https://third.example`;
const policy = (ancestors: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; ${ancestors}`;

describe('GET /embed/{product}', () => {
  it.each([
    '/embed/cabinet',
    `/embed/cabinet?parent=${shop}`,
    `/embed/cabinet?lang=nl&parent=${encodeURIComponent(shop)}`,
  ])('%s is the document, with a policy and nothing else of ours', async (path) => {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([200, built]);
    expect(policyOf(answer)).toBe(policy(companions()));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'credentialless',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    });
    for (const name of ['set-cookie', 'x-frame-options', 'access-control-allow-origin'])
      expect(answer.headers.get(name)).toBeNull();
  });

  it('has the browser fetch its product at once, not when its code asks for it', async () => {
    const link = (await get('/embed/closed.stool')).headers.get('link')!;
    const [, path] = /^<(.+)>; rel=preload; as=fetch; crossorigin=anonymous$/.exec(link)!;
    const { pathname } = new URL(path!, `${companion.address}/embed/closed.stool`);
    expect(pathname).toBe('/api/v1/products/closed.stool');
    expect((await get('/embed/index.html?src=x.json')).headers.get('link')).toBeNull();
    expect((await get('/embed/ghost')).headers.get('link')).toBeNull();
  });

  it('may be framed by the pages that the product lists, and by no others', async () => {
    const answer = await get(`/embed/stool?parent=${dealer}`);
    expect(answer.status).toBe(200);
    expect(policyOf(answer)).toBe(policy(`frame-ancestors https://a.example ${dealer}`));
    expect((await get(`/embed/stool?parent=${shop}`)).status).toBe(403);
    expect(policyOf(await get('/embed/closed.stool'))).toBe(policy("frame-ancestors 'none'"));
  });

  it('says who may frame it to a document that lies elsewhere', async () => {
    const product = async (id: string) =>
      (await (await get(`/api/v1/products/${id}`)).json()) as PublishedProduct;
    expect((await product('stool')).allowed_origins).toEqual([dealer, 'https://a.example']);
    expect(await product('cabinet')).not.toHaveProperty('allowed_origins');
  });

  it('is not sent where the browser has it; another policy is another document', async () => {
    const first = await get('/embed/cabinet');
    const etag = first.headers.get('etag')!;
    const again = await get('/embed/cabinet', { 'if-none-match': etag });
    expect([again.status, await again.text(), policyOf(again)]).toEqual([304, '', policyOf(first)]);
    expect((await get('/embed/stool', { 'if-none-match': etag })).status).toBe(200);
  });

  it('travels compressed', async () => {
    const { port } = new URL(companion.base);
    const answer = await new Promise<{ encoding: unknown; body: Buffer }>((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip' };
      request({ hostname: '127.0.0.1', port, path: '/embed/cabinet', headers }, (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('end', () =>
          resolve({ encoding: message.headers['content-encoding'], body: Buffer.concat(chunks) }),
        );
      })
        .on('error', reject)
        .end();
    });
    expect([answer.encoding, gunzipSync(answer.body).toString()]).toEqual(['gzip', built]);
  });

  it('answers HEAD as GET, without the body', async () => {
    for (const path of ['/embed/cabinet', '/embed/ghost', '/embed/cabinet?parent=https://evil.example']) {
      const [whole, head] = await Promise.all([get(path), companion.fetch(path, { method: 'HEAD' })]);
      expect([head.status, head.headers.get('etag'), policyOf(head), await head.text()]).toEqual([
        whole.status,
        whole.headers.get('etag'),
        policyOf(whole),
        '',
      ]);
    }
  });
});

describe('GET /embed/index.html', () => {
  const src = encodeURIComponent(`${shop}/sign.json`);

  it('may fetch its product file from its own origin alone, whoever is around it', async () => {
    const alone = await get(`/embed/index.html?src=${src}`);
    expect([alone.status, policyOf(alone)]).toEqual([200, policy(companions())]);
    const framed = await get(`/embed/index.html?src=${src}&parent=${shop}`);
    expect([framed.status, policyOf(framed)]).toEqual([200, policy(companions())]);
  });

  it('is for the companion’s list alone', async () => {
    expect((await get(`/embed/index.html?src=${src}&parent=${dealer}`)).status).toBe(403);
  });
});

describe('what the iframe shows in its place', () => {
  const refused = async (path: string) => {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    const text = await answer.text();
    const [, style] = /<style>([^]*?)<\/style>/.exec(text)!;
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    const hash = Buffer.from(digest).toString('base64');
    const ancestors = /stool/.test(path) ? `frame-ancestors https://a.example ${dealer}` : companions();
    expect(policyOf(answer)).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; ${ancestors}`,
    );
    expect(text).not.toMatch(/<script|<[^>]*\s(style|on\w+)=/);
    return { status: answer.status, text: text.replace(/<style>[^]*<\/style>|<[^>]+>|\s+/g, ' ') };
  };

  it.each([
    'ghost',
    '__proto__',
    'constructor',
    '',
    'Cabinet',
    '%2e%2e%2fcabinet',
    'a/b',
    'index.html/',
    '%',
    '%00',
  ])('an unknown product: %s', async (id) => {
    const { status, text } = await refused(`/embed/${id}`);
    expect([status, text]).toEqual([404, expect.stringContaining('no product')]);
  });

  it.each([
    'https://evil.example',
    'http://shop.example',
    'https://shop.example:8443',
    'https://shop.example.evil.example',
    'https://a.example',
  ])('a parent that nobody listed: %s', async (parent) => {
    const { status, text } = await refused(`/embed/cabinet?parent=${encodeURIComponent(parent)}`);
    expect(status).toBe(403);
    expect(text).toContain(`${parent} is not an allowed origin`);
    expect(text).toMatch(
      /“allowed_origins” of the companion’s configuration, or to QUOTELET_ALLOWED_ORIGINS/,
    );
  });

  it('names the product where that has the list', async () => {
    const { status, text } = await refused(`/embed/stool?parent=${shop}`);
    expect([status, text]).toEqual([
      403,
      expect.stringContaining('“allowed_origins” of the product “stool”'),
    ]);
  });

  it.each([
    '',
    '*',
    'null',
    'shop.example',
    'https://shop.example/',
    'https://*.example',
    "https://shop.example;script-src'*'",
    'javascript:alert(1)',
  ])('a parent that is no origin: %s', async (parent) => {
    const { status, text } = await refused(`/embed/cabinet?parent=${encodeURIComponent(parent)}`);
    expect([status, text]).toEqual([403, expect.stringContaining('is not an origin')]);
  });

  it('two parents are none: the frame might believe the other one', async () => {
    for (const pair of [
      [shop, 'https://evil.example'],
      ['https://evil.example', shop],
      [shop, shop],
    ])
      expect((await get(`/embed/cabinet?${pair.map((one) => `parent=${one}`).join('&')}`)).status).toBe(403);
  });

  it.each([
    ['ghost', '../quotelet/refusal-AbCd1234.js'],
    ['a/b', '../../quotelet/refusal-AbCd1234.js'],
  ])(
    'a page that may show it is told that there is no product %s, by a script of ours',
    async (id, script) => {
      const path = `/embed/${id}?parent=${shop}`;
      const answer = await get(path);
      const text = await answer.text();
      expect(text.match(/<script.*?>/g)).toEqual([`<script type="module" src="${script}">`]);
      expect(text).toContain('<main data-code="unknown_product">');
      expect(new URL(script, `${companion.address}${path}`).pathname).toBe('/quotelet/refusal-AbCd1234.js');
      expect((await companion.fetch('/quotelet/refusal-AbCd1234.js')).status).toBe(200);
      expect(policyOf(answer)).toMatch(
        /^default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; style-src 'sha256-/,
      );
      // Nobody else is.
      for (const other of [`/embed/${id}?parent=${dealer}`, `/embed/${id}?parent=null`])
        expect(await (await get(other)).text()).not.toContain('<script');
    },
  );

  it('what was sent is text, and cut short', async () => {
    const evil = `<img src=x onerror=alert(1)>"'&\u202e${'x'.repeat(9000)}`;
    const answer = await get(`/embed/cabinet?parent=${encodeURIComponent(evil)}`);
    const text = await answer.text();
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;xxx');
    expect(text).not.toContain('<img');
    expect(text.length).toBeLessThan(3000);
  });
});

it('says that the files are not built, as a missing script is missing', async () => {
  const here = await makePlace('sqlite');
  const bare = await testCompanion(here, { products });
  const answer = await bare.fetch('/embed/cabinet');
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('yet to be built')]);
  await bare.stop();
  await removePlace(here);
});
