import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/server/products/load-catalogue.ts';
import { cabinet } from '../support/products.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quotelet-catalogue-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('loadCatalogue', () => {
  const write = async (files: Record<string, unknown>) => {
    await mkdir(join(folder, 'products'), { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      await writeFile(
        join(folder, 'products', name),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
    }
    return (environment = {}) => loadCatalogue(join(folder, 'products'), environment);
  };

  it('reads every product of a folder', async () => {
    const load = await write({ 'a.json': cabinet('/x'), 'notes.txt': 'no product' });
    expect([...load().keys()]).toEqual(['cabinet']);
  });

  it('refuses a product with an error, an unset variable or a name taken, and says all at once', async () => {
    const load = await write({
      'a.json': cabinet('${HOOK}/x'),
      'b.json': cabinet('/y'),
      'c.json': { ...cabinet('/z'), id: 'c', currency: 'euro' },
      'd.json': '{"id": ',
    });
    const message = ((): string => {
      try {
        load();
        return 'nothing';
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message).toMatch(
      /a\.json:1: outputs\[0\]\.buttons\[0\]\.triggers\.webhook\.url: the environment variable HOOK is not set/,
    );
    expect(message).toMatch(/b\.json:1: id: another file/);
    expect(message).toMatch(/c\.json:1: currency: /);
    expect(message).toMatch(/d\.json:1: column 8: this is not JSON/);
  });

  it('names a folder that is not there', () => {
    expect(() => loadCatalogue(join(folder, 'none'), {})).toThrow(/none/);
  });
});
