import { describe, expect, it } from 'vitest';
import { problems } from './support/problems.ts';

describe('percentages', () => {
  const percent = (percent: number | string) =>
    problems({
      prices: [
        { id: 'base', kind: 'fixed', name: 'Base', amount: 10 },
        { id: 'off', kind: 'percentage', name: 'Discount', of: ['base'], percent },
      ],
    });

  it('are no fractions', () => {
    expect(problems({ tax: { rate: 0.21, prices: 'net' } })).toEqual([
      'warning tax.rate: this is 0.21 per cent, less than one (it is in per cent: write 21 for 21 %)',
    ]);
    expect(percent(-0.1)[0]).toContain('warning prices[1].percent: this is -0.1 per cent');
    expect(percent('-0.10')[0]).toContain('write -10 for -10 %');
  });

  it('may be whole, none, or worked out', () => {
    expect(problems({ tax: { rate: 0, prices: 'net' } })).toEqual([]);
    expect([percent(-10), percent(0), percent(2.5), percent('quantity > 5 ? -0.5 : 0')]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
