import type { Expr } from '../../contract/published/expr.ts';
import { askedOptions } from '../names/asked-options.ts';
import type { CompileContext } from '../compile-context.ts';

/** Of each multiple choice that a condition only asks for options by name: those, in the product's order. */
export function namedOptions(
  condition: Expr,
  features: readonly string[],
  context: CompileContext,
): Record<string, string[]> | undefined {
  const named = features.flatMap((id): [string, string[]][] => {
    const feature = context.names.get(id)?.feature;
    const asked = feature?.type === 'multi_choice' && askedOptions(condition, id);
    // Of what it reads through variables only, its own term says nothing.
    if (!asked || !asked.size) return [];
    return [[id, feature.options.map((option) => option.id).filter((option) => asked.has(option))]];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}
