import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/server/command/run-command.ts';
import { loadCatalogue } from '../../../src/server/products/load-catalogue.ts';
import { productOf } from '../../product-compiler/support/product-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'quotelet-files-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What `quotelet check` and the companion at its start each say about one product file. */
function read(content: string | Uint8Array): { check: string[]; start: string[] } {
  const products = mkdtempSync(join(folder, 'products-'));
  const file = join(products, 'table.json');
  writeFileSync(file, content);
  const lines = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => (line.includes(file) ? [line.trim().replace(file, 'table.json')] : []));
  let checked = '';
  runCommand(['check', file], { out: (text) => (checked += text), error: () => undefined });
  try {
    return { check: lines(checked), start: [...loadCatalogue(products, {}).keys()] };
  } catch (error) {
    return { check: lines(checked), start: lines((error as Error).message) };
  }
}

const good = JSON.stringify(productOf(), null, 2);
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('check and the start of the companion read a product file alike', () => {
  it('takes a byte order mark, as Windows editors write it', () => {
    expect(read(`\uFEFF${good}`)).toEqual({ check: [], start: ['table'] });
  });

  it.each([
    [
      'a mistake in the JSON',
      '{\n  "id": "table"\n  "version": "1"\n}',
      'table.json:3: column 3: this is not JSON: "\\"version\\"" stands where a comma or } is due (write a comma before it)',
    ],
    [
      'the same behind a byte order mark',
      '\uFEFF{"id": oak}',
      'table.json:1: column 8: this is not JSON: "oak" stands where a value is due (write keys and texts in double quotes: "oak")',
    ],
    [
      'an empty file',
      '',
      'table.json:1: column 1: this is not JSON: the file ends where a value is due (see that brackets and quotes are closed)',
    ],
    [
      'a value of the wrong kind',
      good.replace('"version": "1"', '"version": 1'),
      'table.json:3: version: 1 is not a text in quotes (write a text in quotes)',
    ],
    [
      'a name that is not there',
      good.replace('{', '{\n  "lead_time_days": "wdith / 100",'),
      'table.json:2: lead_time_days: column 1: there is no "wdith" (did you mean "width"?)',
    ],
    ['UTF-16', utf16(good), 'table.json:1: the file is in UTF-16, not UTF-8 (save it as UTF-8)'],
    [
      'UTF-16, the other way round',
      utf16(good, true),
      'table.json:1: the file is in UTF-16, not UTF-8 (save it as UTF-8)',
    ],
    [
      'UTF-16 without a byte order mark',
      Buffer.from(good, 'utf16le'),
      'table.json:1: the file is in UTF-16, not UTF-8 (save it as UTF-8)',
    ],
    [
      'a Windows code page',
      Buffer.from(good.replace('"name": "Table"', '"name": "Tür"'), 'latin1'),
      'table.json:4: the file is not in UTF-8: a character on this line is in another encoding (save it as UTF-8)',
    ],
    [
      'brackets without end',
      '[\n'.repeat(100_000),
      'table.json:501: column 1: more than 500 brackets are open at once (no product is nested so deep)',
    ],
    [
      'a value nested without end',
      good.replace('{', `{\n"private": {"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}},`),
      'table.json:2: column 516: more than 500 brackets are open at once (no product is nested so deep)',
    ],
  ])('tells of %s', (_, content, problem) => {
    expect(read(content)).toEqual({ check: [problem], start: [problem] });
  });

  it('lets a key that stands twice pass, with a warning at the check', () => {
    const text = good.replace('"name": "Table"', '"name": "Tisch",\n  $&');
    expect(read(text)).toEqual({
      check: [
        'table.json:5: name: warning: "name" stands on line 4, too; only this one counts (leave one of them out)',
      ],
      start: ['table'],
    });
  });

  it('says what the file system says', () => {
    const products = join(folder, 'shop');
    mkdirSync(join(products, 'folder.json'), { recursive: true });
    expect(() => loadCatalogue(products, {})).toThrow(
      /folder\.json:1: this is a folder without \*\.json \(name a file\)/,
    );
  });
});
