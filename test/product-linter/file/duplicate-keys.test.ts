import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { duplicateKeys } from '../../../src/product-linter/file/duplicate-keys.ts';

describe('keys that stand twice', () => {
  it.each([
    ['{"a": 1,\n"a": 2}', [{ path: 'a', key: 'a', offset: 9, earlier: 1 }]],
    [
      '{"s": [{}, {"f": {"x": 1,\n"y": [1, 2],\n"x": 2}}]}',
      [{ path: 's[1].f.x', key: 'x', offset: 39, earlier: 18 }],
    ],
    ['{"a": 1, "\\u0061": 2}', [{ path: 'a', key: 'a', offset: 9, earlier: 1 }]],
    [
      '{"a": 1,\n"a": 2,\n"a": 3}',
      [
        { path: 'a', key: 'a', offset: 9, earlier: 1 },
        { path: 'a', key: 'a', offset: 17, earlier: 9 },
      ],
    ],
    ['[{"a": 1}, {"a": 1}]', []],
    ['{"a": {"a": "a"}, "b": ["a", "a", "{\\"a\\":1,\\"a\\""]}', []],
    ['{"": {"": ""}, "b": {"": 1,\n"": 2}}', [{ path: 'b.', key: '', offset: 28, earlier: 21 }]],
    ['{"__proto__": 1, "constructor": 2}', []],
  ])('%j', (text, keys) => {
    expect(duplicateKeys(parseTree(text)!)).toEqual(keys);
  });

  it('are not in what was written from a value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(duplicateKeys(parseTree(text)!)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
