import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cabinet } from '../../../test/server/support/products.ts';
import { rawRequest } from '../../server/support/raw-request.ts';
import { useCompanion } from '../../server/support/use-companion.ts';

const companion = useCompanion({
  products: [cabinet('http://127.0.0.1:1/')],
  config: { demo: true },
});

const get = (path: string, headers: Record<string, string> = {}) => companion.fetch(path, { headers });

const raw = (path: string, headers?: Record<string, string>) => rawRequest(companion.base, path, headers);

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
    const shop = join(companion.place.folder, 'shop');
    // On most machines of shops and developers, this is the same folder as the one that is hidden.
    await mkdir(join(shop, 'PRODUCTS'), { recursive: true });
    await writeFile(join(shop, 'PRODUCTS', 'cabinet.json'), '{}');
    await symlink(join(shop, 'products'), join(shop, 'alias'));
    await symlink(join(companion.place.folder, 'dist'), join(shop, 'outside'));
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
