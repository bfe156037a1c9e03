import { describe, expect, it } from 'vitest';
import { parseConstraint } from '../../../../tools/uvl/parser/parse-constraint.ts';
import { parseUvl } from '../../../../tools/uvl/parser/parse-uvl.ts';
import { TokenReader } from '../../../../tools/uvl/parser/token-reader.ts';
import type { UvlFeature, UvlTerm } from '../../../../tools/uvl/parser/uvl-model.ts';

const written = (term: UvlTerm): string => {
  if (term.is === 'literal') return JSON.stringify(term.value);
  if (term.is === 'name') return term.path.join('.');
  const operands = term.operands.map(written);
  if (term.is === 'call') return `${term.function}(${operands.join(', ')})`;
  return operands.length === 1
    ? `(${term.operator}${operands[0]!})`
    : `(${operands.join(` ${term.operator} `)})`;
};
const parsed = (text: string) => written(parseConstraint(new TokenReader(text, 1)));
const tree = ({ name, groups }: UvlFeature): unknown =>
  groups.length ? { [name]: groups.map(({ kind, features }) => [kind, ...features.map(tree)]) } : name;

describe('parseConstraint', () => {
  it.each([
    ['A', 'A'],
    ['!A & B | C', '(((!A) & B) | C)'],
    ['A | B & C', '(A | (B & C))'],
    ['A => B | C', '(A => (B | C))'],
    ['A => B <=> C => D', '((A => B) <=> (C => D))'],
    ['A => B => C', '((A => B) => C)'],
    ['!(A & B)', '(!(A & B))'],
    ['!a.x == 3', '(!(a.x == 3))'],
    ['a + b * 2 - 1 <= 4', '(((a + (b * 2)) - 1) <= 4)'],
    ['-a < -2.5', '((0 - a) < (0 - 2.5))'],
    ["name == 'x y' & ok", '((name == "x y") & ok)'],
    ['"a b"."c d" > 1', '(a b.c d > 1)'],
    [
      'sum(weight) < 3 & avg(Motor, "my price") > len(Name)',
      '((sum(weight) < 3) & (avg(Motor, my price) > len(Name)))',
    ],
    ['sum & "true" | true', '((sum & true) | true)'],
  ])('reads %s', (text, expected) => expect(parsed(text)).toBe(expected));

  it.each([
    ['A &', 'a feature or value is missing before the end of the line'],
    ['(A', '")" should stand before the end of the line'],
    ['A $ B', '"$" means nothing here'],
    ['=> A', 'a feature or value is missing before =>'],
  ])('refuses %s', (text, message) => expect(() => parsed(text)).toThrow(`line 1: ${message}`));
});

describe('parseUvl', () => {
  it('reads the same tree by tabs, spaces and whatever stands in comments', () => {
    const lines = [
      'features',
      '#"My root"',
      '##optional',
      '###A // the first',
      '###B {x 1}',
      '##[1..*]',
      '###C',
    ];
    const expected = {
      'My root': [
        ['optional', 'A', 'B'],
        ['cardinality', 'C'],
      ],
    };
    for (const indent of ['\t', '  ', '     ']) {
      const source = lines.map((line) => line.replaceAll('#', indent)).join('\r\n');
      expect(tree(parseUvl(`/* features\n nonsense */\n${source}`).root)).toEqual(expected);
    }
  });

  it('reads types, cardinalities and attributes over several lines', () => {
    const { root, constraints } = parseUvl(
      [
        'features',
        '  Integer "Shock absorber" cardinality [2..*] {weight -1.5, abstract,',
        "    name 'it // is', list [1, 'b', [true]], nested {a 1, b {c false}},",
        '    constraint A => B, constraints [A, !B]}',
        '    [2]',
        '      A',
        '      B',
      ].join('\n'),
    );
    expect(root).toMatchObject({
      type: 'Integer',
      name: 'Shock absorber',
      cardinality: { min: 2, max: Infinity },
    });
    expect(Object.fromEntries(root.attributes)).toEqual({
      weight: -1.5,
      abstract: true,
      name: 'it // is',
      list: [1, 'b', [true]],
      nested: { a: 1, b: { c: false } },
    });
    expect(root.groups[0]).toMatchObject({ kind: 'cardinality', min: 2, max: 2 });
    expect(constraints.map(({ term, line }) => `${line}: ${written(term)}`)).toEqual([
      '2: (A => B)',
      '2: A',
      '2: (!B)',
    ]);
  });

  it('takes words of the language as names where they are quoted, or cannot be meant', () => {
    const { root } = parseUvl('features\n A\n  mandatory\n   "Integer"\n   Real\n   String Integer');
    expect(root.groups[0]!.features.map(({ name, type }) => [name, type])).toEqual([
      ['Integer', 'Boolean'],
      ['Real', 'Boolean'],
      ['Integer', 'String'],
    ]);
  });

  it.each([
    ['', 'line 1: there are no features'],
    ['constraints\n A', 'line 1: there are no features'],
    ['features\n A\n B', 'line 3: "B" stands beside the root; there is one root feature'],
    [
      'features\n A\n  some\n   B',
      'line 3: "some" is no group; write mandatory, optional, alternative, or, or [1..3]',
    ],
    ['features\n A {x 1', 'line 2: a bracket is never closed'],
    ['features\n A\n/* and so on', 'line 3: a comment is never closed'],
    ['features\n A\n  [3..1]\n   B', 'line 3: from 3 to 1 there is nothing'],
    ['features\n A {x =}', 'line 2: "=" means nothing here'],
    ['features\n A B', 'line 2: "B" cannot stand here'],
    ['feature\n A', 'line 1: "feature" is no section; there are features and constraints'],
  ])('refuses %j', (source, message) => expect(() => parseUvl(source)).toThrow(message));
});
