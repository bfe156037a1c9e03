import { describe, expect, it } from 'vitest';
import type { ProductInput } from '../../src/contract/product/product.ts';
import { panels, top } from '../product-compiler/support/product-of.ts';
import { problems } from './support/problems.ts';

type Feature = ProductInput['steps'][number]['features'][number];

const measure = (unit: 'm' | 'm2' | 'm3' | 'kg', value: string) =>
  problems({
    measures: [
      { id: 'a', unit: 'm2', value: 'width * length' },
      { id: 'm', unit, value },
    ],
  });

describe('measures', () => {
  it.each([
    ['m', 'sum(panels.panel_width) / 1000', 'lengths are mm already; the measure turns them into m)'],
    ['m', '0.001 * (width + 40)', 'lengths are mm already'],
    ['m2', 'width * length / 1000000', 'the measure turns them into m2)'],
    ['m2', '2 * ((width / 1000) * (length / 1000))', '(width / 1000) converts'],
    ['m3', 'width * length * width / 1000000000', 'into m3'],
    ['m2', 'width * length * 1000000', 'lengths are mm already'],
    ['m', 'width / 100', 'lengths are mm already'],
  ] as const)('are not turned into %s by %s and by the measure', (unit, value, told) => {
    const [found, ...others] = measure(unit, value);
    expect(found).toContain('warning measures[1].value: ');
    expect(found).toContain(told);
    expect(others).toEqual([]);
  });

  it.each([
    ['m', 'width * length / 1000'],
    ['m2', 'width * 1000'],
    ['m2', 'a * 1000000'],
    ['m2', 'width * length * 110 / 100'],
    ['m', 'count(panels) * 1000'],
    ['m', 'width * 2 / 3'],
    ['kg', 'width * length * 27 * 680 / 1000000'],
  ] as const)('may have a factor that is no conversion: %s from %s', (unit, value) => {
    expect(measure(unit, value)).toEqual([]);
  });

  it('may be divided by 100 for per cents', () => {
    const waste: Feature = { id: 'waste', type: 'number', name: 'Waste', unit: 'percent', default: 10 };
    const steps = [{ ...top, features: [...top.features, waste] }, panels];
    const value = 'width * length / 100 * waste';
    expect(problems({ steps, measures: [{ id: 'm', unit: 'm2', value }] })).toEqual([]);
  });
});
