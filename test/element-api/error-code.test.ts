import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ElementErrorCode } from '../../src/element-api/element-error-code.ts';

/** Every code, or this does not compile; a status stands for all of them. */
const codes: Record<Exclude<ElementErrorCode, `http_${number}`> | 'http_502', true> = {
  no_product: true,
  unreachable: true,
  invalid_product: true,
  widget_failed: true,
  no_target: true,
  frame_silent: true,
  unsupported_version: true,
  parent_not_allowed: true,
  src_not_allowed: true,
  no_parent: true,
  no_origin: true,
  not_built: true,
  removed: true,
  timeout: true,
  unknown_method: true,
  failed: true,
  unknown_feature: true,
  wrong_type: true,
  unknown_step: true,
  unknown_button: true,
  invalid: true,
  cancelled: true,
  no_server: true,
  network: true,
  not_loaded: true,
  pricing_failed: true,
  http_502: true,
};

const read = (page: string) => readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');

/** The codes in the rows of all tables whose first column is `code`. */
function tabled(page: string): string[] {
  const tables = read(page)
    .split(/\n\n+/)
    .filter((block) => /^\| `?code`? /.test(block));
  return tables.flatMap((table) =>
    table
      .split('\n')
      .slice(2)
      .flatMap((row) => [...row.split(' | ')[0]!.matchAll(/`(\w+)`/g)].map(([, code]) => code!)),
  );
}

const companion = [...read('operations.md').matchAll(/^\| \d{3} +\| `(\w+)`/gm)].map(([, code]) => code!);

test('the tables of codes are found', () => {
  expect(tabled('element.md').length).toBeGreaterThan(10);
  expect(tabled('embedding.md').length).toBeGreaterThan(10);
  expect(tabled('PROTOCOL.md').length).toBeGreaterThan(5);
  expect(companion).toContain('rate_limited');
});

test.each(['element.md', 'embedding.md', 'PROTOCOL.md'])('%s names no other codes', (page) => {
  const known = [...Object.keys(codes), ...companion];
  expect(tabled(page).filter((code) => !known.includes(code))).toEqual([]);
});

test('every code is documented', () => {
  const documented = [read('element.md'), read('embedding.md'), read('PROTOCOL.md')].join();
  expect(Object.keys(codes).filter((code) => !documented.includes(`\`${code}\``))).toEqual([]);
});
