import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cabinet } from '../support/products.ts';
import { rawRequest } from '../support/raw-request.ts';
import { useCompanion } from '../support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });

const raw = (path: string, headers?: Record<string, string>) => rawRequest(companion.base, path, headers);

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
