import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cabinet } from '../../../test/server/support/products.ts';
import { makePlace, removePlace, type Place } from '../../../test/server/support/stores.ts';
import { testCompanion, type TestCompanion } from '../../../test/server/support/test-companion.ts';

let place: Place;
let companion: TestCompanion;
beforeAll(async () => {
  place = await makePlace('sqlite');
  companion = await testCompanion(place, {
    products: [cabinet('http://127.0.0.1:1/')],
    config: { demo: true },
  });
});
afterAll(async () => {
  await companion.stop();
  await removePlace(place);
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });

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

describe('the pages of a demo', () => {
  it('are those beside its configuration, and nothing private', async () => {
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

  it('have no private files among them, by whatever name they can be reached', async () => {
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
});
