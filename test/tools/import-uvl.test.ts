import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkProduct } from '../../src/product-linter/file/check-product.ts';
import { importUvl } from '../../tools/import-uvl.ts';

const bike = fileURLToPath(new URL('uvl/bike.uvl', import.meta.url));

describe('import:uvl', () => {
  let folder: string;
  let said: { out: string; error: string };
  const run = (...argv: string[]) => {
    said = { out: '', error: '' };
    return importUvl(argv, {
      out: (text) => (said.out += text),
      error: (text) => (said.error += text),
    });
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quotelet-uvl-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('prints a product that passes every check, and what became of the model', () => {
    expect(run(bike)).toBe(0);
    expect(checkProduct(JSON.parse(said.out)).problems).toEqual([]);
    expect(said.error).toBe(
      [
        `${bike}: 17 features and 8 constraints`,
        '  2 steps with 10 questions, 7 rules, 1 variables',
        '  1 constraints need no rule of their own: they hold anyway, or are there twice',
        '  the defaults are a valid configuration',
        '  nothing was left out',
        '',
      ].join('\n'),
    );
  });

  it('writes a file', () => {
    const file = join(folder, 'bike.json');
    expect(run(bike, '--out', file)).toBe(0);
    expect(said.out).toBe('');
    expect(checkProduct(JSON.parse(readFileSync(file, 'utf8'))).problems).toEqual([]);
  });

  it('says what it leaves out', () => {
    const file = join(folder, 'odd.uvl');
    writeFileSync(file, 'features\n A\n  optional\n   B\nconstraints\n C => B\n !B');
    expect(run(file)).toBe(0);
    expect(said.error).toContain(
      'left out or changed:\n    line 6: this constraint is left out: there is no feature',
    );
  });

  it.each([
    [[], 'npm run import:uvl -- FILE [--out product.json]'],
    [['nowhere.uvl'], 'nowhere.uvl: ENOENT'],
    [['--what'], "import:uvl: Unknown option '--what'"],
  ])('ends with 1: %j', (argv, message) => {
    expect(run(...argv)).toBe(1);
    expect(said.error).toContain(message);
  });
});
