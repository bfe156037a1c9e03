import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpressionError } from '../../src/expressions/expression-error.ts';
import type { ExpressionNode } from '../../src/expressions/expression-node.ts';
import { maximumDepth, maximumLength, parseExpression } from '../../src/expressions/parse-expression.ts';

/** An expression with every bracket written out, to show what binds to what. */
function spelled(node: ExpressionNode): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value);
    case 'name':
      return node.name;
    case 'member':
      return node.path.join('.');
    case 'list':
      return `[${node.items.map(spelled).join(' ')}]`;
    case 'call':
      return `${node.name}(${node.operands.map(spelled).join(' ')})`;
    case 'operation':
      return `(${[node.operator, ...node.operands.map(spelled)].join(' ')})`;
  }
}

const failure = (source: string): ExpressionError => {
  try {
    parseExpression(source);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  throw new Error(`${source} was parsed`);
};

describe('what an expression means', () => {
  it.each([
    ['a + b * 2 - -3', '(- (+ a (* b 2)) (- 3))'],
    ['a - b - c', '(- (- a b) c)'],
    ['(a + b) * c % d', '(% (* (+ a b) c) d)'],
    ['!a && b || c', '(|| (&& (! a) b) c)'],
    ['a || b && c == d + 1', '(|| a (&& b (== c (+ d 1))))'],
    ['a ? 1 : b ? 2 : 3', '(?: a 1 (?: b 2 3))'],
    ['a ? b ? 1 : 2 : 3', '(?: a (?: b 1 2) 3)'],
    ['a < 1 ? a + 1 : 0', '(?: (< a 1) (+ a 1) 0)'],
    ['finish in ["oil", \'wax\',]', '(in finish ["oil" "wax"])'],
    ['!(x in [])', '(! (in x []))'],
    ['-x * y', '(* (- x) y)'],
    ['panels.glass.u_value', 'panels.glass.u_value'],
    ['max(25, area * 120)', 'max(25 (* area 120))'],
    ['.5 + 1e3', '(+ 0.5 1000)'],
    ['"it\\\'s \\u0041\\n"', '"it\'s A\\n"'],
    ['true != false', '(!= true false)'],
  ])('%s', (source, meaning) => {
    expect(spelled(parseExpression(source))).toBe(meaning);
  });

  it('says where each part stands', () => {
    const node = parseExpression('  width  > 900 ');
    expect([node.at, node.end]).toEqual([2, 14]);
  });
});

describe('what is wrong, where, and what to write instead', () => {
  it.each([
    ['a = 1', 3, 'does not compare', '=='],
    ['a === b', 3, '"===" is not an operator', '=='],
    ['a and b', 3, '"and" is not an operator', '&&'],
    ['not a', 1, '"not" is not an operator', '!'],
    ['a & b', 3, 'alone is not an operator', '&&'],
    ['a <> b', 3, '"<>" is not an operator', '!='],
    ['a ≤ b', 3, '"≤" is not an operator', '<='],
    ['x ^ 2', 3, 'no operator for powers', 'width * width'],
    ['x ** 2', 3, 'no operator for powers', 'width * width'],
    ['“oak”', 1, 'has no meaning here', 'straight quotes'],
    ['"oak', 1, 'never ends', 'close it with "'],
    ['"a\\q"', 3, 'backslash', '\\\\'],
    ['a < b < c', 7, 'do not chain', 'a < b && b < c'],
    ['a == b in c', 8, 'do not chain', '&&'],
    ['width 900', 7, 'without an operator', '&&'],
    ['1,5', 2, 'a comma does not start decimals', 'decimals have a point: 1.5'],
    ['width * (7,50 + 1)', 11, 'a comma does not start decimals', 'decimals have a point: 7.50'],
    ['1.200,50', 6, 'a comma does not start decimals', 'decimals have a point: 1200.50'],
    ['1, 5', 2, ', cannot stand here', 'leave it out'],
    ['max(1, 2', 9, 'stops too early', 'close with )'],
    ['(a', 3, 'stops too early', ')'],
    ['a ?  b', 7, 'stops too early', 'condition ? one : other'],
    ['a +', 4, 'stops too early', 'value'],
    ['width == null', 10, 'there is no null', '!has(name)'],
    ['x.foo(1)', 1, 'no functions of their own', 'foo(…)'],
    ['(a).b', 4, 'cannot stand here', 'name'],
    ['a.', 3, 'stops too early', 'name must follow'],
    ['{a: 1}', 1, 'no braces', 'square brackets'],
    ['a; b', 2, 'one value', 'leave it out'],
    ['1e999', 1, 'too large', 'smaller'],
    ['', 1, 'empty', 'leave the field out'],
    ['  ', 1, 'empty', 'leave the field out'],
  ])('%s', (source, column, message, hint) => {
    const error = failure(source);
    expect(error.column).toBe(column);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  });

  it('limits length and depth, but not chains', () => {
    expect(failure(' '.repeat(maximumLength + 1)).message).toContain('1000 are allowed');
    expect(failure('('.repeat(maximumDepth + 1)).message).toContain('nested more than 50');
    expect(failure('-'.repeat(400) + '1').message).toContain('nested more than 50');
    expect(() => parseExpression('('.repeat(50) + '1' + ')'.repeat(50))).not.toThrow();
    expect(() => parseExpression('1' + '+1'.repeat(499))).not.toThrow();
    expect(() => parseExpression('a?1:'.repeat(200) + '2')).not.toThrow();
  });
});

describe('whatever is written', () => {
  const pieces = fc.constantFrom(
    ...['a', 'width', '1', '.5', "'x'", '"', "'", '(', ')', '[', ']', ',', '.', '?', ':', '-', '!', '\\'],
    ...[
      '&&',
      '||',
      '==',
      '=',
      '<',
      '>=',
      'in',
      '+',
      '*',
      '/',
      '%',
      'true',
      'null',
      ' ',
      'max(',
      '\u2028',
      '😀',
    ],
  );
  const sources = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  );

  it('throws nothing but its own error, with a column in the source, and ends', () => {
    fc.assert(
      fc.property(sources, (source) => {
        try {
          const node = parseExpression(source);
          expect(node.end).toBeLessThanOrEqual(source.length);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          const { column, message, hint } = error as ExpressionError;
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual(source.length + 1);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
      }),
      { numRuns: 3000 },
    );
  });
});
