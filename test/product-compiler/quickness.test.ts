import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../src/product-linter/check-expressions.ts';
import { compileProduct } from '../../src/product-compiler/compile-product.ts';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { productOf } from './support/product-of.ts';

type Rules = NonNullable<ProductInput['rules']>;

const each = <T>(amount: number, make: (index: number) => T) =>
  Array.from({ length: amount }, (_, index) => make(index));
const options = (amount: number) =>
  each(amount, (i) => ({ id: `o${i}`, name: `O${i}`, attributes: { kind: `k${i}`, weight: i } }));
const choice = (id: string, amount: number) => ({
  id,
  name: id,
  type: 'choice' as const,
  options: options(amount),
  default: 'o0',
});
const yesNo = (id: string) => ({ id, name: id, type: 'yes_no' as const });
const asking = (features: ProductInput['steps'][0]['features']) => [{ id: 'main', name: 'Main', features }];
const reason = 'Not together';

/** Products that would take 2ⁿ steps if anything were worked out once for each way that leads to it. */
const towers: [string, Partial<ProductInput>][] = [
  [
    'variables that read the one before twice',
    {
      variables: [
        { id: 'v0', value: 'width' },
        ...Array.from({ length: 200 }, (_, i) => ({ id: `v${i + 1}`, value: `v${i} + v${i} - 10` })),
      ],
      tables: [{ id: 't', x: [1000], values: [1] }],
      prices: [
        { id: 'p', name: 'P', kind: 'table', table: 't', x: 'v200' },
        { id: 'q', name: 'Q', kind: 'tiers', by: 'v200', mode: 'whole', tiers: [{ from: 0, amount: 1 }] },
      ],
    },
  ],
  ['long sums', { variables: [{ id: 'v', value: `width${' + width'.repeat(120)}` }] }],
  [
    'deep comparisons',
    { variables: [{ id: 'v', value: `${'(lights == '.repeat(40)}true${' && lights)'.repeat(40)}` }] },
  ],
  [
    'long conditions',
    { variables: [{ id: 'v', value: `width > 1 ? 1 : ${'width > 600 ? 2 : '.repeat(50)}3` }] },
  ],
  [
    'many prices by an attribute of many options',
    {
      steps: asking([choice('wood', 500)]),
      prices: each(1000, (i) => ({
        id: `p${i}`,
        name: 'P',
        kind: 'fixed' as const,
        amount: 1,
        when: `wood.kind == "k${i % 500}"`,
      })),
    },
  ],
  [
    'a large table of combinations of many options',
    {
      steps: asking(each(10, (c) => choice(`c${c}`, 500))),
      rules: [
        {
          type: 'combination',
          features: each(10, (c) => `c${c}`),
          rows: each(5000, (r) => each(10, (c) => `o${(r + c * 7) % 500}`)),
          reason,
        },
      ],
    },
  ],
  [
    'cells with lists of many options',
    {
      steps: asking([choice('a', 500), choice('b', 500)]),
      rules: [
        {
          type: 'combination',
          features: ['a', 'b'],
          rows: each(500, () => each(2, () => options(500).map(({ id }) => id))),
          reason,
        },
      ],
    },
  ],
  [
    'many rules about one choice of many options',
    {
      steps: asking([choice('a', 500), choice('b', 3)]),
      rules: each(3000, (i) => ({
        type: 'excludes' as const,
        when: 'b == "o1"',
        not: `a == "o${1 + (i % 499)}"`,
        reason,
      })),
    },
  ],
  [
    'many rules about the options of a choice',
    {
      steps: asking([choice('a', 500), yesNo('y')]),
      rules: [
        ...each(4000, (): Rules[0] => ({ type: 'enabled', feature: 'a', when: 'y && (y || y)', reason })),
        ...each(4000, (i): Rules[0] => ({
          type: 'enabled',
          feature: 'a',
          option: `o${i % 500}`,
          when: 'y',
          reason,
        })),
      ],
    },
  ],
  [
    'many rules that name the last of many variables',
    {
      steps: asking([{ id: 'width', name: 'Width', type: 'number' }, yesNo('y')]),
      variables: each(300, (i) => ({
        id: `v${i}`,
        value: i ? `v${i - 1} + ${each(20, () => 'width').join(' + ')}` : 'width',
      })),
      rules: each(1000, (i) => ({ type: 'requires' as const, when: `v299 > ${i}`, then: 'y', reason })),
    },
  ],
  [
    'a long chain of questions, each shown by the next',
    {
      steps: each(8, (s) => ({
        id: `s${s}`,
        name: 'S',
        features: each(2000, (f) => ({
          ...yesNo(`f${s * 2000 + f}`),
          ...(s * 2000 + f < 15_999 && { visible: `f${s * 2000 + f + 1}` }),
        })),
      })),
    },
  ],
  ['long conjunctions', { variables: [{ id: 'v', value: `width > 600${' && length > 700'.repeat(60)}` }] }],
];

describe('the time to compile a product grows with its size only', () => {
  it.each(towers)('%s', (_what, parts) => {
    const started = performance.now();
    const { problems } = compileProduct(productOf(parts), { check: checkExpressions });
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('even if every name in it is wrong; a hundred errors are enough', () => {
    const started = performance.now();
    const { product, problems } = compileProduct(
      productOf({
        steps: asking(each(1000, (i) => yesNo(`the_question_number_${i}`))),
        rules: each(3000, (i) => ({
          type: 'message',
          level: 'info',
          when: `the_qestion_number_${i}x`,
          text: 'T',
        })),
      }),
      { check: checkExpressions },
    );
    expect(product).toBeUndefined();
    expect(problems.length).toBe(100);
    expect(problems[7]!.hint).toBe('did you mean "the_question_number_7"?');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
