import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/server/command/run-command.ts';
import { productOf } from '../../product-compiler/support/product-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'quotelet-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

function run(...args: string[]): { code: number; out: string; error: string } {
  const said = { out: '', error: '' };
  const code = runCommand(args, {
    out: (text) => (said.out += text),
    error: (text) => (said.error += text),
  });
  return { code, ...said };
}

const good = file('good.json', productOf());
const bad = file('bad.json', { lead_time_days: 'wdith / 100', ...productOf() });

describe('quotelet check', () => {
  it('says that all is well', () => {
    expect(run('check', good)).toEqual({ code: 0, out: '1 file checked: all is well.\n', error: '' });
  });

  it('names file, line, place, problem and remedy', () => {
    const { code, out } = run('check', good, bad);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^.*bad\.json:2: lead_time_days: column 1: there is no "wdith" \(did you mean "width"\?\)$/m,
    );
    expect(out).toMatch(/^2 files checked: 1 error\.$/m);
  });

  it('says the same as JSON', () => {
    const { code, out } = run('check', '--json', good, bad);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      files: [
        { file: good, valid: true },
        { file: bad, valid: false },
      ],
      problems: [{ file: bad, line: 2, path: 'lead_time_days', level: 'error' }],
    });
  });

  it('reports files that are no JSON, or are not there', () => {
    const { code, out } = run(
      'check',
      file('broken.json', '{\n  "id": "a product with a long id so far",\n  "version": \n}'),
      join(folder, 'nowhere.json'),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.json:4: column 1: this is not JSON/);
    expect(out).toMatch(/nowhere\.json:1: ENOENT/);
  });

  it('takes a folder for all the products in it', () => {
    mkdirSync(join(folder, 'shop'));
    const empty = run('check', join(folder, 'shop'));
    expect([empty.code, empty.out]).toEqual([
      1,
      expect.stringMatching(/shop:1: this is a folder without \*\.json/),
    ]);
    file('shop/table.json', productOf());
    file('shop/chair.json', { ...productOf(), lead_time_days: 'x' });
    file('shop/notes.txt', 'no product');
    const { code, out } = run('check', join(folder, 'shop'), good);
    expect(code).toBe(1);
    expect(out).toMatch(/^.*shop.chair\.json:\d+: lead_time_days: /);
    expect(out).toMatch(/^3 files checked: 1 error\.$/m);
  });

  it('warns of keys that stand twice, on the line of the one that counts', () => {
    const text = JSON.stringify(productOf(), null, 2).replace('"name": "Table"', '"name": "Tisch",\n  $&');
    const { code, out } = run('check', file('twice.json', text));
    expect(code).toBe(0);
    expect(out).toMatch(
      /^.*twice\.json:5: name: warning: "name" stands on line 4, too; only this one counts \(leave one of them out\)$/m,
    );
  });

  it.each([
    [[]],
    [['check']],
    [['check', '--all', good]],
    [['publish']],
    [['publish', good, bad]],
    [['frobnicate']],
  ])('explains itself when used wrongly: %j', (args) => {
    const { code, error } = run(...args);
    expect(code).toBe(2);
    expect(error).toContain('Usage:');
  });
});

describe('quotelet publish and schema', () => {
  it('prints the published form', () => {
    const { code, out } = run('publish', good);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 1, id: 'table' });
  });

  it('prints nothing but problems for a product with errors', () => {
    const { code, out, error } = run('publish', bad);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain('wdith');
  });

  it('prints the schema', () => {
    expect(JSON.parse(run('schema').out)).toMatchObject({ title: 'Quotelet product', type: 'object' });
  });
});

describe('bin/quotelet.mjs', () => {
  const bin = fileURLToPath(new URL('../../../bin/quotelet.mjs', import.meta.url));

  it('runs the command', () => {
    expect(execFileSync(process.execPath, [bin, 'check', good], { encoding: 'utf8' })).toContain(
      'all is well',
    );
    const { status, stderr } = spawnSync(process.execPath, [bin, 'check'], { encoding: 'utf8' });
    expect({ status, usage: stderr.includes('Usage:') }).toEqual({ status: 2, usage: true });
  });
});
