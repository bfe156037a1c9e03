import type { Expr } from '../../contract/published/expr.ts';
import type { CompileContext } from '../compile-context.ts';
import { namesRead } from '../names/names-read.ts';

/**
 * Features that a condition needs answered: those it names, through measures and variables too. Those that it only asks
 * `has` about may stay unanswered.
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

/** The names that an expression reads outside `has`. Cached, because many rules may name the same variable. */
function namesNeeded(expr: Expr): ReadonlySet<string> {
  if (!Array.isArray(expr)) return new Set();
  const names = cache.get(expr) ?? namesRead(expr, ['has']);
  cache.set(expr, names);
  return names;
}

const cache = new WeakMap<object, ReadonlySet<string>>();
