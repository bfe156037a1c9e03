import type { TokenReader } from './token-reader.ts';
import type { UvlOperator, UvlTerm } from './uvl-model.ts';

/** How tightly an operator binds, as the grammar of UVL orders its alternatives. */
const strength: Readonly<Record<string, number>> = {
  '<=>': 1,
  '=>': 2,
  '|': 3,
  '&': 4,
  '==': 6,
  '!=': 6,
  '<': 6,
  '<=': 6,
  '>': 6,
  '>=': 6,
  '+': 7,
  '-': 7,
  '*': 8,
  '/': 8,
};
/** `!a & b` is `(!a) & b`, but `!a == b` is `!(a == b)`: an equation is one constraint. */
const NOT = 5;
const MINUS = 9;
const functions = ['sum', 'avg', 'len', 'floor', 'ceil'] as const;

/**
 * Parses a constraint of UVL: `!`, `&`, `|`, `=>`, `<=>`, comparisons, arithmetic, `sum`, `avg`, `len`, `floor` and `ceil`.
 * Operators of one strength are taken from left to right, implications too.
 *
 * @throws {UvlError} where something is missing or does not belong there. Leaves what stands behind the constraint.
 */
export function parseConstraint(reader: TokenReader, above = 0): UvlTerm {
  let left = operand(reader);
  for (;;) {
    const sign = reader.next.text;
    const binds = reader.is(sign) && Object.hasOwn(strength, sign) ? strength[sign]! : 0;
    if (binds <= above) return left;
    reader.take();
    left = {
      is: 'operation',
      operator: sign as UvlOperator,
      operands: [left, parseConstraint(reader, binds)],
    };
  }
}

function operand(reader: TokenReader): UvlTerm {
  if (reader.accept('!')) {
    return { is: 'operation', operator: '!', operands: [parseConstraint(reader, NOT)] };
  }
  if (reader.accept('-')) {
    return {
      is: 'operation',
      operator: '-',
      operands: [{ is: 'literal', value: 0 }, parseConstraint(reader, MINUS)],
    };
  }
  if (reader.accept('(')) {
    const inner = parseConstraint(reader);
    reader.expect(')');
    return inner;
  }
  const { kind, text, quoted } = reader.next;
  if (kind === 'number') return { is: 'literal', value: Number(reader.take().text) };
  if (kind === 'text') return { is: 'literal', value: reader.take().text };
  if (kind !== 'name') throw reader.error(`a feature or value is missing before ${text}`);
  if (!quoted && (text === 'true' || text === 'false')) {
    reader.take();
    return { is: 'literal', value: text === 'true' };
  }
  const path = reader.path('a feature');
  const called = functions.find((one) => !quoted && one === text);
  if (called === undefined || path.length > 1 || !reader.accept('(')) return { is: 'name', path };
  const operands = [parseConstraint(reader)];
  while (reader.accept(',')) operands.push(parseConstraint(reader));
  reader.expect(')');
  return { is: 'call', function: called, operands };
}
