import type { Expr } from '../../contract/published/expr.ts';
import { askedOptions } from '../names/asked-options.ts';
import type { CompileContext } from '../compile-context.ts';

/** Multiple choice → the options that a condition asks it for by name, in the product's order; left out where it asks anything else. */
export function namedOptions(
  condition: Expr,
  features: readonly string[],
  context: CompileContext,
): Record<string, string[]> | undefined {
  const named = features.flatMap((id): [string, string[]][] => {
    const feature = context.names.get(id)?.feature;
    const asked = feature?.type === 'multi_choice' && askedOptions(condition, id);
    // Read through variables only: the condition itself does not say what is asked.
    if (!asked || !asked.size) return [];
    return [[id, feature.options.map((option) => option.id).filter((option) => asked.has(option))]];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
