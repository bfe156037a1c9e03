import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../../src/product-linter/file/duplicate-keys.ts';

describe('keys that stand twice', () => {
  it.each([
    ['{"a": 1,\n"a": 2}', [{ path: 'a', key: 'a', line: 2, earlier: 1 }]],
    [
      '{"s": [{}, {"f": {"x": 1,\n"y": [1, 2],\n"x": 2}}]}',
      [{ path: 's[1].f.x', key: 'x', line: 3, earlier: 1 }],
    ],
    ['{"a": 1, "\\u0061": 2}', [{ path: 'a', key: 'a', line: 1, earlier: 1 }]],
    [
      '{"a": 1,\n"a": 2,\n"a": 3}',
      [
        { path: 'a', key: 'a', line: 2, earlier: 1 },
        { path: 'a', key: 'a', line: 3, earlier: 2 },
      ],
    ],
    ['[{"a": 1}, {"a": 1}]', []],
    ['{"a": {"a": "a"}, "b": ["a", "a", "{\\"a\\":1,\\"a\\""]}', []],
    ['{"": {"": ""}, "b": {"": 1,\n"": 2}}', [{ path: 'b.', key: '', line: 2, earlier: 1 }]],
    ['{"__proto__": 1, "constructor": 2}', []],
  ])('%j', (text, keys) => {
    expect(duplicateKeys(text)).toEqual(keys);
  });

  it('are not in what was written from a value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(duplicateKeys(text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
