import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { LineMap } from '../../../src/product-linter/file/line-map.ts';
import { offsetOf } from '../../../src/product-linter/file/offset-of.ts';

const lineOf = (text: string, path: string) =>
  new LineMap(text).positionOf(offsetOf(parseTree(text)!, path)).line;

const text = `{
  "id": "a",
  "steps": [
    {"name": "x, [ \\" {"},
    {
      "name": {
        "en": "Oak"
      }
    }
  ]
}`;

describe('the line of a path', () => {
  it.each([
    ['', 1],
    ['id', 2],
    ['steps', 3],
    ['steps[0]', 4],
    ['steps[0].name', 4],
    ['steps[1]', 5],
    ['steps[1].name.en', 7],
    // What is missing is told by the line of what should hold it.
    ['steps[1].id', 5],
    ['steps[7].id', 3],
    ['nowhere.at.all', 1],
  ])('%s is on line %i', (path, line) => {
    expect(lineOf(text, path)).toBe(line);
  });

  it('is that of the key that counts, where one stands twice', () => {
    expect(lineOf('{"a": {"b": 1},\n"a": {\n"b": 2}}', 'a.b')).toBe(3);
  });

  it('is found in any JSON, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 3 }), (value, indent) => {
        const json = JSON.stringify({ before: value, wanted: [value, 'here'] }, null, indent);
        const lines = json.split('\n');
        const line = lineOf(json, 'wanted[1]');
        expect(lines[line - 1]).toContain('"here"');
      }),
    );
  });
});
