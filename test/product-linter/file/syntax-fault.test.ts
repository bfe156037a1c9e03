import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syntaxFault } from '../../../src/product-linter/file/syntax-fault.ts';

describe('what keeps a text from being JSON', () => {
  it.each([
    ['{\n"a": 1\n"b": 2}', 3, '"\\"b\\"" stands where a comma or }', 'comma before it'],
    ['{\n"a": [1, 2,]}', 2, '"]" stands where a value', 'leave out the comma'],
    ['{\n"a": 1,\n}', 3, '"}" stands where a key', 'leave out the comma'],
    ['{\n// no\n"a": 1}', 2, 'where a key', 'no comments'],
    ["{'a': 1}", 1, '"\'" stands', 'double quotes'],
    ['{a: 1}', 1, '"a" stands', 'double quotes'],
    ['{"a": oak}', 1, '"oak" stands where a value', 'double quotes'],
    ['{"a" 1}', 1, 'a colon', 'closed'],
    ['{"a": [1', 1, 'the file ends where a comma or ]', 'closed'],
    ['', 1, 'the file ends where a value', 'closed'],
    ['{} x', 1, 'where the end is due', 'quotes'],
    ['{"a": 7,50}', 1, '"50" stands where a key', 'decimals have a point: 7.50'],
    ['{"a": -1,05,\n"b": 2}', 1, '"05" stands', 'decimals have a point: -1.05'],
    ['{"a": 7, 50}', 1, 'where a key', 'closed'],
    ['{“a”: 1}', 1, '"“" stands', 'straight quotes: "oak"'],
    ['{"a": „Eiche“}', 1, '"„" stands', 'straight quotes: "oak"'],
    ['{"a": "oak”,\n"b": 1}', 1, 'where a value', 'straight quotes'],
    ['{"p": "[a-z]\\d+"}', 1, 'where a value', 'a backslash in a text is written twice: \\\\d'],
    ['{"p": "\\n\\\\\\u00zz"}', 1, 'where a value', 'written twice: \\\\u'],
    ['{"p": "it’s\t"}', 1, 'where a value', 'closed'],
    ['{"a": 01}', 1, 'where a value', ''],
    ['{"a": "x\n"}', 1, 'where a value', 'closed'],
    ['{"a": 12x}', 1, '"12x" stands where a value', ''],
    ['{"a": null+}', 1, '"null+" stands where a value', ''],
    ['{"a": 1,\u00a0"b": 2}', 1, 'U+00A0 stands where a key', 'an ordinary space'],
    ['{"a": 1\u2028}', 1, 'U+2028 stands where a comma or }', 'an ordinary space'],
  ])('%j', (text, line, message, hint) => {
    const fault = syntaxFault(text);
    expect(fault?.line).toBe(line);
    expect(fault?.message).toContain(message);
    expect(fault?.hint).toContain(hint);
  });

  it('is found exactly where JSON.parse finds something, too', () => {
    const pieces = fc.constantFrom(
      ...'{ } [ ] : , "a" "\\u00e9" "\\x" 1 -0.5e3 01 true nul null \n x // \u00a0 \u0001'.split(' '),
    );
    const texts = fc.oneof(
      fc.json(),
      fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let isJson = true;
        try {
          JSON.parse(text);
        } catch {
          isJson = false;
        }
        expect([text, syntaxFault(text) === undefined]).toEqual([text, isJson]);
      }),
      { numRuns: 2000 },
    );
  });
});
