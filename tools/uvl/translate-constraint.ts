import { constantOf } from './constant-of.ts';
import { all, any, type Condition, not, same } from './condition.ts';
import { Dropped } from './dropped.ts';
import type { Names } from './names.ts';
import { Numbers } from './numbers.ts';
import type { VariableBook } from './variable-book.ts';
import type { UvlTerm } from './uvl-model.ts';

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

/**
 * Makes a condition of a constraint.
 *
 * @param home the repeatable step in whose repetitions it is judged; `null` where there is none of them.
 * @throws {Dropped} where it names what is not there, or says what a product cannot.
 */
export function translateConstraint(
  term: UvlTerm,
  names: Names,
  book: VariableBook,
  home?: string | null,
): Condition {
  const numbers = new Numbers(names, home, book);
  const condition = (one: UvlTerm): Condition => {
    switch (one.is) {
      case 'name':
        return names.condition(one.path, home);
      case 'literal':
        if (typeof one.value === 'boolean') return one.value;
        throw new Dropped(`${JSON.stringify(one.value)} is neither true nor false`);
      case 'call':
        throw new Dropped(`${one.function}(…) is a number, and should be compared with one`);
      case 'operation':
        return operation(one.operator, one.operands);
    }
  };
  const operation = (operator: string, operands: readonly UvlTerm[]): Condition => {
    if (comparisons.includes(operator)) return comparison(operator, operands as [UvlTerm, UvlTerm]);
    if (['+', '-', '*', '/'].includes(operator)) {
      throw new Dropped(`"${operator}" makes a number, and should be compared with one`);
    }
    const [a, b] = operands.map((one) => condition(one)) as [Condition, Condition];
    if (operator === '!') return not(a);
    if (operator === '&') return all(a, b);
    if (operator === '|') return any(a, b);
    if (operator === '=>') return any(not(a), b);
    return same(a, b);
  };
  const comparison = (operator: string, [a, b]: [UvlTerm, UvlTerm]): Condition => {
    if (names.isBoolean(a) && names.isBoolean(b)) {
      const equal = same(condition(a), condition(b));
      if (operator === '==') return equal;
      if (operator === '!=') return not(equal);
      throw new Dropped('what is true or false cannot be larger or smaller');
    }
    const text = `${numbers.write(a)} ${operator} ${numbers.write(b)}`;
    return constantOf(text) ?? { is: 'test', text };
  };
  return condition(term);
}
