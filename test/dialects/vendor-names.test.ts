import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const vendors = /iconfigure|elfsquad|sales-?byte|win-?factor|quote-?3d|\bic_/i;

/** Where vendors may be named: their contracts and dialects. */
const theirs = /^(src\/)?(dialects|contract\/vendors)\//;

it('no vendor is named outside the dialects and their contracts', () => {
  const files = globSync('src/**/*.*', { cwd: root }).filter((file) => !theirs.test(file));
  expect(files.length).toBeGreaterThan(300);
  const named = files.filter(
    (file) => vendors.test(file) || vendors.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(named).toEqual([]);
});
