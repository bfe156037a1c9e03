import { constantOf } from './constant-of.ts';
import { all, any, type Condition, not, iff } from './condition.ts';
import { Inexpressible } from './inexpressible.ts';
import type { ConstraintNames } from './constraint-names.ts';
import { NumberWriter } from './number-writer.ts';
import type { VariableBook } from './variable-book.ts';
import type { UvlTerm } from '../parser/uvl-model.ts';

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

/**
 * Translates a constraint into a condition.
 *
 * @param home the repeatable step in whose repetitions it is evaluated; `null` where there are no repetitions of it.
 * @throws {Inexpressible} for unknown names, and for what a product cannot express.
 */
export function translateConstraint(
  term: UvlTerm,
  names: ConstraintNames,
  book: VariableBook,
  home?: string | null,
): Condition {
  const numbers = new NumberWriter(names, home, book);
  const condition = (one: UvlTerm): Condition => {
    switch (one.is) {
      case 'name':
        return names.condition(one.path, home);
      case 'literal':
        if (typeof one.value === 'boolean') return one.value;
        throw new Inexpressible(`${JSON.stringify(one.value)} is neither true nor false`);
      case 'call':
        throw new Inexpressible(`${one.function}(…) is a number, and should be compared with one`);
      case 'operation':
        return operation(one.operator, one.operands);
    }
  };
  const operation = (operator: string, operands: readonly UvlTerm[]): Condition => {
    if (comparisons.includes(operator)) return comparison(operator, operands as [UvlTerm, UvlTerm]);
    if (['+', '-', '*', '/'].includes(operator)) {
      throw new Inexpressible(`"${operator}" makes a number, and should be compared with one`);
    }
    const [a, b] = operands.map((one) => condition(one)) as [Condition, Condition];
    if (operator === '!') return not(a);
    if (operator === '&') return all(a, b);
    if (operator === '|') return any(a, b);
    if (operator === '=>') return any(not(a), b);
    return iff(a, b);
  };
  const comparison = (operator: string, [a, b]: [UvlTerm, UvlTerm]): Condition => {
    if (names.isBoolean(a) && names.isBoolean(b)) {
      const equal = iff(condition(a), condition(b));
      if (operator === '==') return equal;
      if (operator === '!=') return not(equal);
      throw new Inexpressible('what is true or false cannot be larger or smaller');
    }
    const text = `${numbers.write(a)} ${operator} ${numbers.write(b)}`;
    return constantOf(text) ?? { is: 'test', text };
  };
  return condition(term);
}
