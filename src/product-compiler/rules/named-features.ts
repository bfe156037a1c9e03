import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { namesRead } from '../names/names-read.ts';

/**
 * Features that a condition needs answered: those it names, through measures and variables too. What it only asks `has`
 * about may stay unanswered.
 */
export function namedFeatures(exprs: readonly Expr[], context: CompileContext): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (expr: Expr): void => {
    for (const name of namesNeeded(expr)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const value = context.values.get(name);
      if (value !== undefined) visit(value);
      else if (context.names.get(name)?.feature) found.add(name);
    }
  };
  exprs.forEach(visit);
  return [...found];
}

/** What a term reads without asking whether it is there. Remembered, because many rules may name the same variable. */
function namesNeeded(expr: Expr): ReadonlySet<string> {
  if (!Array.isArray(expr)) return new Set();
  const names = known.get(expr) ?? namesRead(expr, ['has']);
  known.set(expr, names);
  return names;
}

const known = new WeakMap<object, ReadonlySet<string>>();
