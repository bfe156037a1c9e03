import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { namesRead } from '../names/names-read.ts';

/**
 * Features that a condition needs answered: those it names, through measures and variables too. What it only asks `has`
 * about may stay unanswered.
 */
export function namedFeatures(terms: readonly Expr[], draft: CompileContext): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (term: Expr): void => {
    for (const name of namesNeeded(term)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const value = draft.values.get(name);
      if (value !== undefined) visit(value);
      else if (draft.names.get(name)?.feature) found.add(name);
    }
  };
  terms.forEach(visit);
  return [...found];
}

/** What a term reads without asking whether it is there. Remembered, because many rules may name the same variable. */
function namesNeeded(term: Expr): ReadonlySet<string> {
  if (!Array.isArray(term)) return new Set();
  const names = known.get(term) ?? namesRead(term, ['has']);
  known.set(term, names);
  return names;
}

const known = new WeakMap<object, ReadonlySet<string>>();
