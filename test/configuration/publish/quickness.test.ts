import { describe, expect, it } from 'vitest';
import { checkExpressions } from '../../../src/configuration/check-expressions.ts';
import { publish } from '../../../src/configuration/publish.ts';
import type { ProductInput } from '../../../src/contract/product.ts';
import { productOf } from './product-of.ts';

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
  ['long conjunctions', { variables: [{ id: 'v', value: `width > 600${' && length > 700'.repeat(60)}` }] }],
];

describe('publishing takes no longer than the product is large', () => {
  it.each(towers)('%s', (_what, parts) => {
    const started = performance.now();
    const { problems } = publish(productOf(parts), { check: checkExpressions });
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
