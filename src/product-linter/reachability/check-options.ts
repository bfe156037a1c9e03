import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedOption } from '../../contract/published/published-option.ts';
import { append } from '../../product-compiler/append.ts';
import type { CompileContext } from '../../product-compiler/compile-context.ts';
import { askedOptions } from '../../product-compiler/names/asked-options.ts';
import { attributesOfOption } from '../../product-compiler/names/attributes-of-option.ts';
import { abstractValueOf } from './abstract-value-of.ts';
import { canHold, constant } from './abstract-value.ts';
import { assume, withValue } from './assume.ts';
import type { Environment } from './environment.ts';
import { explainValues } from './explain-values.ts';

/** Reports options that can never be chosen, because of their own conditions or of a constraint. */
export function checkOptions(
  product: PublishedProduct,
  any: Environment,
  answered: Environment,
  context: CompileContext,
): void {
  const constraintsOn = new Map<string, PublishedConstraint[]>();
  for (const constraint of product.constraints) {
    for (const id of constraint.features) append(constraintsOn, id, constraint);
  }
  for (const feature of product.steps.flatMap((step) => step.features)) {
    const exclusions = (constraintsOn.get(feature.id) ?? []).map((constraint) => ({
      constraint,
      excludes: excluder(constraint, feature, answered),
    }));
    for (const option of feature.options ?? []) {
      if (option.visible === false || refuseContradiction(option, any, context)) continue;
      const found = exclusions.find(({ excludes }) => excludes(option.id));
      if (!found) continue;
      context.error(
        context.origins.get(option) ?? '',
        `the option "${option.id}" can never be chosen: ${context.origins.get(found.constraint) ?? 'a rule'} rules it out`,
        'change the rule, or remove the option',
      );
    }
  }
}

/** Refuses an option whose own conditions can never hold together. @returns whether that is so. */
function refuseContradiction(option: PublishedOption, any: Environment, context: CompileContext): boolean {
  const environment: Environment = { ...any, option: attributesOfOption(option) };
  const conditions = [option.visible, ...(option.enabled ?? []).map(({ when }) => when)];
  const contradiction = firstContradiction(conditions, environment);
  if (contradiction === undefined) return false;
  const written = context.written.find(
    ({ expr, site }) => expr === contradiction && site.option?.id === option.id,
  );
  const cause = written ? `: ${written.source} is never true` : ', because its conditions exclude each other';
  context.error(
    written?.path ?? context.origins.get(option) ?? '',
    `the option "${option.id}" can never be chosen${cause}${explainValues(contradiction, environment)}`,
    'change the condition, or remove the option',
  );
  return true;
}

/** The first condition that cannot hold, given those before it. */
function firstContradiction(
  conditions: readonly (Expr | undefined)[],
  environment: Environment,
): Expr | undefined {
  let narrowed = environment;
  for (const condition of conditions) {
    if (condition === undefined) continue;
    if (!canHold(abstractValueOf(condition, narrowed))) return condition;
    narrowed = assume(condition, true, narrowed, abstractValueOf);
  }
  return undefined;
}

/** Tells of each option whether a constraint is always evaluated with it, and never holds. */
function excluder(
  { holds, features }: PublishedConstraint,
  feature: PublishedFeature,
  answered: Environment,
): (option: string) => boolean {
  const others = features.filter((id) => id !== feature.id);
  if (feature.type !== 'choice' || others.some((id) => answered.names.get(id)?.unset !== false))
    return () => false;
  const never = (option: string) =>
    !canHold(abstractValueOf(holds, withValue(answered, feature.id, constant(option))));
  const asked = askedOptions(holds, feature.id);
  // Options that it does not ask for by name all fare alike: there may be hundreds of them, and thousands of rules.
  let unasked: boolean | undefined;
  return (option) => (!asked || asked.has(option) ? never(option) : (unasked ??= never(option)));
}
