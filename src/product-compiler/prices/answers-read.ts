import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { namesRead } from '../names/names-read.ts';

/**
 * Ids of the features that somebody has to answer before these terms have a value, seen through what is worked out of them.
 * A feature that `has` asks about may be unanswered: `has(extra) ? width + extra : width`.
 */
export function answersRead(terms: readonly Expr[], draft: CompileContext): string[] {
  const seen = new Set<string>();
  const optional = new Set<string>();
  const look = (term: Expr): string[] => {
    askedAbout(term, optional);
    return [...namesRead(term)].flatMap((id) => {
      if (seen.has(id)) return [];
      seen.add(id);
      const value = draft.values.get(id);
      if (value !== undefined) return look(value);
      const type = draft.names.get(id)?.feature?.type;
      return type === undefined || type === 'hidden' ? [] : [id];
    });
  };
  return terms.flatMap(look).filter((id) => !optional.has(id));
}

/** Adds the names that a term asks `has` about. */
function askedAbout(term: Expr, found: Set<string>): void {
  if (!Array.isArray(term)) return;
  const [operation, ...operands] = term as readonly [string, ...Expr[]];
  for (const operand of operands)
    if (operation === 'has') namesRead(operand, [], found);
    else askedAbout(operand, found);
}
