import type { UvlTerm } from '../parser/uvl-model.ts';

const LONGEST = 1000;

/** A constraint as a sentence, which shoppers read where it does not hold. */
export function reasonOf(term: UvlTerm): string {
  const text = sentence(term);
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `${short.charAt(0).toUpperCase()}${short.slice(1)}.`;
}

const comparisons = ['==', '!=', '<', '<=', '>', '>='];

const words: Readonly<Record<string, string>> = {
  '<=>': 'only together with',
  '=>': 'needs',
  '|': 'or',
  '&': 'and',
  '==': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

function sentence(term: UvlTerm): string {
  if (term.is !== 'operation') return term.is === 'name' ? `${phrase(term)} has to be chosen` : phrase(term);
  const [a, b] = term.operands as [UvlTerm, UvlTerm?];
  if (term.operator === '!') {
    return a.is === 'operation' && a.operator === '&'
      ? `${phrase(a.operands[0]!)} does not go with ${phrase(a.operands[1]!)}`
      : `${phrase(a)} is not possible`;
  }
  if (term.operator === '=>') {
    const refused = refusals(b!);
    return refused
      ? `${phrase(a)} does not go with ${refused.map((one) => phrase(one)).join(' or ')}`
      : `${phrase(a)} needs ${phrase(b!)}`;
  }
  return phrase(term);
}

/** `!a & !b`: a and b. */
function refusals(term: UvlTerm): readonly UvlTerm[] | undefined {
  if (term.is !== 'operation') return undefined;
  if (term.operator === '!') return term.operands;
  if (term.operator !== '&') return undefined;
  const [a, b] = term.operands.map(refusals);
  return a && b && [...a, ...b];
}

/** Operators whose operands need no brackets. */
const loose = ['=>', '<=>'];

const isOther = (term: UvlTerm, operator: string) => term.is === 'operation' && term.operator !== operator;

function phrase(term: UvlTerm, inside = false): string {
  switch (term.is) {
    case 'literal':
      return typeof term.value === 'string' ? `“${term.value}”` : String(term.value);
    case 'name':
      return `“${term.path.join(' ')}”`;
    case 'call':
      return call(term.function, term.operands);
    case 'operation': {
      const { operator, operands } = term;
      if (operator === '!') return `not ${phrase(operands[0]!, true)}`;
      const [a, b] = operands.map((one) => phrase(one, !loose.includes(operator) && isOther(one, operator)));
      const text = `${a!} ${words[operator] ?? operator} ${b!}`;
      return inside && !comparisons.includes(operator) ? `(${text})` : text;
    }
  }
}

const called = {
  sum: 'the total',
  avg: 'the average',
  len: 'the length of',
  floor: 'the whole part of',
  ceil: 'the next whole number from',
};

function call(name: keyof typeof called, operands: readonly UvlTerm[]): string {
  const [first, second] = operands.map((one) => phrase(one));
  return second === undefined ? `${called[name]} ${first!}` : `${called[name]} ${second} of ${first!}`;
}
