import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { top } from '../support/product-of.ts';
import { problemsOf } from '../support/problems-of.ts';

const problems = (pattern: string, max_length = 100) =>
  problemsOf({ steps: [{ ...top, features: [{ id: 't', type: 'text', name: 'T', pattern, max_length }] }] });

describe('patterns', () => {
  it.each([
    'RAL ?[0-9]{4}',
    '(RAL|NCS) ?\\d{4}',
    '[^@]+@[^@]+\\.[a-z]{2,10}',
    '([A-Z]\\d)+',
    '(?:\\d{3}){2}',
    '\\p{L}+( \\p{L}+)?',
    '[a-z(|)*+]+',
    '(?=.*\\d).*',
    '\\(a\\)+',
    '(RAL ?\\d+|NCS ?S? ?\\d+.*|Pantone ?\\d+ ?[A-Z]*|.*wood)',
  ])('%s is fine', (pattern) => {
    expect(problems(pattern)).toEqual([]);
  });

  it.each([
    ['(a+)+', 'a repeated group has repetitions'],
    ['(a|aa)*', 'a repeated group has repetitions or alternatives'],
    ['((a?)b){2,}', 'a repeated group'],
    ['([a-z]*\\d)+', 'a repeated group'],
    ['(a*){10}', 'a repeated group'],
    ['(a)\\1', 'it refers back'],
    ['(a|a)'.repeat(40), 'it has too many repetitions'],
    ['a?'.repeat(40), 'it has too many repetitions'],
    ['.*.*.*.*.*', 'it has too many repetitions without an end'],
  ])('%s could take for ever', (pattern, message) => {
    expect(problems(pattern)[0]).toContain(
      `steps[0].features[0].pattern: the pattern could take for ever: ${message}`,
    );
  });

  it.each(['[a-', '(', 'a**', '\\'])('%s is none', (pattern) => {
    expect(problems(pattern)[0]).toContain('is not a regular expression');
  });

  it('counts against the length of what may be entered', () => {
    expect(problems('.*x.*y.*', 200)).toEqual([]);
    expect(problems('.*x.*y.*', 5000)[0]).toContain('lower max_length (5000)');
  });

  it('that pass are quick on any text', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      'a*',
      'a+',
      'b?',
      '(a|b)',
      '(ab)+',
      '(a+)',
      'a{1,3}',
      '|',
      '.*',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const pattern = pieces.join('');
        fc.pre(problems(pattern, 60).length === 0);
        const started = performance.now();
        new RegExp(`^(?:${pattern})$`, 'u').test(`${'a'.repeat(30)}${'ab'.repeat(14)}!`);
        expect(performance.now() - started).toBeLessThan(500);
      }),
      { numRuns: 500 },
    );
  });
});
