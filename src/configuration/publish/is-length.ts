import type { Term } from '../../contract/term.ts';
import type { Draft } from './draft.ts';

/** Whether a term is a length in mm, as far as can be told: `width`, `max(panels.width)`, `width + 2 * edge`; not `width * height`. */
export const isLength = (term: Term, draft: Draft): boolean => exponent(term, draft, 0) === 1;

/** The power of mm that a number has; 0 for plain numbers, NaN for what no power of mm is. */
function exponent(term: Term, draft: Draft, depth: number): number {
  if (!Array.isArray(term)) return 0;
  // Variables that read each other in a circle are refused elsewhere.
  if (depth > 100) return NaN;
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  const of = (index: number) => exponent(operands[index]!, draft, depth + 1);
  switch (operation) {
    case '$':
    case '@':
    case '[]': {
      const name = draft.names.get(operands.at(-1) as string);
      if (name?.kind === 'variable') return exponent(draft.values.get(name.id) ?? null, draft, depth + 1);
      return name?.unit === 'mm' ? 1 : 0;
    }
    case '*':
      return of(0) + of(1);
    case '/':
      return of(0) - of(1);
    case '?:':
      return Math.max(of(1), of(2));
    case '+':
    case '-':
    case '%':
    case 'min':
    case 'max':
    case 'sum':
    case 'avg':
    case 'abs':
    case 'ceil':
    case 'floor':
    case 'round':
      return Math.max(...operands.map((_, index) => of(index)));
    default:
      return 0;
  }
}
