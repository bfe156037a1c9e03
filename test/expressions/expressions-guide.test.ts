import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../src/product-linter/check-expressions.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import { functions } from '../../src/expressions/functions.ts';
import { productOf } from '../product-compiler/support/product-of.ts';

/** docs/expressions.md says what it says about the product of these tests. */
const guide = readFileSync(new URL('../../docs/expressions.md', import.meta.url), 'utf8');
const section = (title: string) => guide.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;

describe('the guide to expressions', () => {
  const examples = section('Examples').split('```cel\n')[1]!.split('\n```')[0]!.split('\n');

  it.each(examples)('gives an example that works: %s', (value) => {
    const { problems } = compileProduct(productOf({ variables: [{ id: 'v', value }] }), {
      check: checkExpressions,
    });
    expect(problems).toEqual([]);
  });

  const mistakes = [...section('What is refused').matchAll(/^\| `(.+?)` +\| (.+?) +\|$/gm)].map(
    ([, written, told]) => [written!, told!] as const,
  );

  it.each(mistakes)('tells what is wrong with %s', (when, told) => {
    const rules = [{ type: 'message' as const, level: 'info' as const, when, text: 'x' }];
    const [first, ...more] = compileProduct(productOf({ rules }), { check: checkExpressions }).problems;
    expect(more).toEqual([]);
    expect(`${first!.message} (${first!.hint})`).toContain(told);
  });

  it('lists every function, and no others', () => {
    const listed = [...section('Functions').matchAll(/`([a-z]+)\(/g)].map(([, name]) => name);
    expect(new Set(listed)).toEqual(new Set(functions.keys()));
    expect(mistakes.length).toBeGreaterThan(8);
  });
});
