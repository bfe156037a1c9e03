import type { Term } from '../../contract/term.ts';
import type { Draft } from './draft.ts';

/** Whether a term is a length in mm, as far as can be told: `width`, `max(panels.width)`, `width + 2 * edge`; not `width * height`. */
export const isLength = (term: Term, draft: Draft): boolean => exponent(term, draft, new Map()) === 1;

/**
 * The power of mm that a number has; 0 for plain numbers, NaN for what no power of mm is.
 *
 * @param known powers of variables met before. Those in a circle are refused elsewhere and are NaN meanwhile.
 */
function exponent(term: Term, draft: Draft, known: Map<string, number>): number {
  if (!Array.isArray(term)) return 0;
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  const of = (index: number) => exponent(operands[index]!, draft, known);
  switch (operation) {
    case '$':
    case '@':
    case '[]': {
      const id = operands.at(-1) as string;
      const name = draft.names.get(id);
      if (name?.kind === 'variable' && !known.has(id)) {
        known.set(id, NaN);
        known.set(id, exponent(draft.values.get(id) ?? null, draft, known));
      }
      return known.get(id) ?? (name?.unit === 'mm' ? 1 : 0);
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
