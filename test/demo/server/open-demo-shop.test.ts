import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../src/server/config/read-environment.ts';
import { openDemoShop } from '../../../demo/server/open-demo-shop.ts';
import { legacyStool } from '../../server/support/products.ts';
import { cartSubmission } from '../../server/support/submission.ts';
import { makePlace, removePlace, type Place } from '../../server/support/stores.ts';
import { testCompanion, type TestCompanion } from '../../server/support/test-companion.ts';

let place: Place | undefined;
let companion: TestCompanion | undefined;
afterEach(async () => {
  await companion?.stop();
  if (place) await removePlace(place);
  place = companion = undefined;
});

const page = `<meta http-equiv="Content-Security-Policy" content="frame-src {{companion}}" />
  <iframe src="{{companion}}/embed/stool?parent={{origin}}"></iframe><a href="{{shop}}">{{else}}</a>`;

async function start(
  environment: Record<string, string> = {},
  config: Record<string, unknown> = {},
): Promise<TestCompanion> {
  place = await makePlace('sqlite');
  await mkdir(join(place.folder, 'shop'), { recursive: true });
  for (const name of ['index.html', 'listener.mjs']) await writeFile(join(place.folder, 'shop', name), page);
  await mkdir(join(place.folder, 'dist', 'embed'), { recursive: true });
  await writeFile(join(place.folder, 'dist', 'embed', 'index.html'), '<!doctype html>');
  companion = await testCompanion(place, {
    products: [legacyStool([])],
    config: { demo: true, ...config },
    environment,
  });
  return companion;
}

const filled = (own: string, companion: string, shop: string) =>
  page.replaceAll('{{companion}}', companion).replace('{{origin}}', own).replace('{{shop}}', shop);

/** By another name than it is called by. */
const asked = (address: string, host: string) =>
  new Promise<string>((resolve, reject) => {
    request(address, { headers: { host } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });

const listening = (port = 0) =>
  new Promise<Server>((resolve, reject) => {
    const server: Server = createServer()
      .once('error', reject)
      .listen(port, () => resolve(server));
  });
const portOf = (server: Server) => (server.address() as AddressInfo).port;
const close = (server: Server) => new Promise((done) => server.close(done));

/** Somebody else's server, one above a port that is free. */
async function neighbour(): Promise<Server> {
  const below = await listening();
  const server = await listening(portOf(below) + 1).catch(() => undefined);
  await close(below);
  return server ?? neighbour();
}

describe('the demo’s shop of another origin', () => {
  it('shows the same pages, each with where the companion is', async () => {
    const { address, shopAddress } = await start();
    expect(shopAddress).not.toBe(address);
    const there = await fetch(`${shopAddress}/`);
    expect(there.status).toBe(200);
    expect(Object.fromEntries(there.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
    });
    expect(await there.text()).toBe(filled(shopAddress!, address, shopAddress!));
    expect(await (await fetch(`${address}/`)).text()).toBe(filled(address, address, shopAddress!));
    expect(await (await fetch(`${shopAddress}/listener.mjs`)).text()).toBe(page);
    const etag = there.headers.get('etag')!;
    const again = await fetch(`${shopAddress}/`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  it('is another name of the machine where the page was asked for by that', async () => {
    const { address, shopAddress } = await start();
    const [here, there] = [address, shopAddress!].map((one) => one.replace('localhost', '127.0.0.1'));
    expect(await (await fetch(here!)).text()).toBe(filled(here!, here!, shopAddress!));
    expect(await (await fetch(there!)).text()).toBe(filled(there!, address, shopAddress!));
  });

  it.each(["x';script-src *", 'a&quot;b', 'x<script>'])(
    'prints nothing that a request calls it: %s',
    async (host) => {
      const { address, shopAddress } = await start();
      for (const one of [address, shopAddress!]) expect(await asked(one, host)).not.toMatch(/script|quot/);
    },
  );

  it('knows the language that the page was asked for in', async () => {
    const { shopAddress } = await start();
    await writeFile(join(place!.folder, 'shop', 'lang.html'), '{{lang}}');
    for (const [query, language] of [
      ['', 'en'],
      ['?lang=nl', 'nl'],
      ['?lang=%22onload=', 'en'],
    ])
      expect(await (await fetch(`${shopAddress}/lang${query}`)).text()).toBe(language);
  });

  it('has the companion’s public address in its pages, where there is one', async () => {
    const { address, shopAddress } = await start({ QUOTELET_PUBLIC_URL: 'https://quotes.example' });
    expect(await (await fetch(shopAddress!)).text()).toContain('frame-src https://quotes.example"');
    expect(await asked(address, 'quotes.example')).toContain('frame-src https://quotes.example"');
  });

  it('may show the pictures of products that lie beside the companion', async () => {
    const { address } = await start();
    await writeFile(join(place!.folder, 'shop', 'legs.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const policy = async (path: string) =>
      (await fetch(`${address}${path}`)).headers.get('cross-origin-resource-policy');
    expect([await policy('/legs.svg'), await policy('/listener.mjs'), await policy('/')]).toEqual([
      'cross-origin',
      'same-origin',
      'same-origin',
    ]);
  });

  it('sends who asks for the files that need no server to where they work', async () => {
    const { address, shopAddress } = await start();
    for (const path of ['/static/index.html', '/static//evil.example']) {
      const answer = await fetch(shopAddress + path, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, address + path]);
    }
  });

  it('has nothing of the companion’s, and nothing private', async () => {
    const { shopAddress } = await start();
    for (const path of [
      '/healthz',
      '/quotelet.js',
      '/embed/stool',
      '/api/v1/products/stool',
      '/demo/receiver',
      '/product.schema.json',
      '/config.json',
      '/products/stool.json',
      '/%2e%2e/data/quotelet.sqlite',
    ]) {
      const answer = await fetch(shopAddress + path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-security-policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'",
      );
    }
    const post = await fetch(`${shopAddress}/api/v1/add-quote`, { method: 'POST', body: '{}' });
    expect(post.status).toBe(404);
    const head = await fetch(`${shopAddress}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('may use the companion and frame its products', async () => {
    const started = await start();
    const { shopAddress } = started;
    const origin = shopAddress!;
    const product = await started.fetch('/api/v1/products/stool', { headers: { origin } });
    expect(product.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await started.post('/api/v1/add-quote', cartSubmission(), { origin })).status).not.toBe(403);
    const embed = await started.fetch(`/embed/stool?parent=${origin}`);
    expect([embed.status, embed.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(`frame-ancestors .*${origin}`),
    ]);
  });

  it('stops with the companion', async () => {
    const started = await start();
    const { shopAddress } = started;
    companion = undefined;
    await started.stop();
    await expect(fetch(shopAddress!)).rejects.toThrow();
  });

  it('is there in the demo only', async () => {
    const { shopAddress } = await start({}, { demo: false });
    expect(shopAddress).toBeUndefined();
  });
});

describe('its port', () => {
  it('is DEMO_SHOP_PORT, else one above the companion’s, else a free one', () => {
    expect(readEnvironment({}).demoShopPort).toBeUndefined();
    expect(readEnvironment({ PORT: '0' }).demoShopPort).toBe(0);
    expect(readEnvironment({ DEMO_SHOP_PORT: '9000' }).demoShopPort).toBe(9000);
    expect(() => readEnvironment({ DEMO_SHOP_PORT: 'x' })).toThrow(
      'DEMO_SHOP_PORT must be a number from 0 to 65535, not "x"',
    );
  });

  it('is told to be taken where somebody chose it', async () => {
    const other = await listening();
    await expect(start({ DEMO_SHOP_PORT: String(portOf(other)) })).rejects.toThrow(
      new RegExp(`DEMO_SHOP_PORT ${portOf(other)} cannot be listened on: .*EADDRINUSE`),
    );
    await close(other);
  });

  it('is done without where it is taken and nobody asked for it', async () => {
    const other = await neighbour();
    const { shopAddress, address, logged } = await start({ PORT: String(portOf(other) - 1) });
    expect(shopAddress).toBeUndefined();
    expect(logged).toMatchObject([{ level: 'warn', event: 'no_demo_shop' }]);
    expect(await (await fetch(address)).text()).toBe(filled(address, address, address));
    await close(other);
  });

  it('does not exist above the last one', async () => {
    const logged: string[] = [];
    const shop = await openDemoShop({
      environment: { demoShopPort: undefined, host: undefined },
      port: 65_535,
      files: { folder: import.meta.dirname, hidden: [] },
      companion: 'http://localhost:65535',
      log: (_level, event) => logged.push(event),
    });
    expect([shop, logged]).toEqual([undefined, ['no_demo_shop']]);
  });
});
