import type {
  PublishedConstraint,
  PublishedFeature,
  PublishedProduct,
} from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { append } from '../../product-compiler/append.ts';
import { askedOptions } from '../../product-compiler/names/asked-options.ts';
import {
  type CompileContext,
  every,
  type WrittenExpression,
} from '../../product-compiler/compile-context.ts';
import { attributesOfOption } from '../../product-compiler/names/resolve-name.ts';
import { environmentOf, boundsOf } from './environment-of.ts';
import { type Environment, abstractValueOf } from './abstract-value-of.ts';
import { canFail, canHold, constant } from './abstract-value.ts';
import { quoteOf } from '../quote-of.ts';
import { assume, withValue } from './assume.ts';
import { explainValues } from './explain-values.ts';

/** Reports conditions that can never hold (errors) or never fail (warnings), and options that can never be chosen. */
export function checkReachability(product: PublishedProduct, context: CompileContext): void {
  const here = environmentOf(product, false);
  const answered = environmentOf(product, true);
  const dead = new Set<Expr>();
  for (const written of context.written) {
    if (written.use !== undefined && written.site.option === undefined)
      checkCondition(written, here, answered, dead, context);
  }
  checkFeatures(product, here, dead, context);
  checkBounds(product, here, context);
  checkOptions(product, here, answered, context);
}

/** A rule's condition. */
function checkCondition(
  written: WrittenExpression,
  here: Environment,
  answered: Environment,
  dead: Set<Expr>,
  context: CompileContext,
): void {
  const { expr, path } = written;
  if (!canHold(abstractValueOf(expr, here))) {
    dead.add(expr);
    const [part, there] = failingPart(expr, here);
    context.error(
      path,
      `${quoteOf(written, context)(part)} is never true${explainValues(part, there)}`,
      'change the condition, or remove what it is for',
    );
  } else if (Array.isArray(expr) && !canFail(abstractValueOf(expr, answered))) {
    context.warn(
      path,
      `${written.source} is always true${explainValues(expr, answered)}`,
      'leave the condition out, or change it',
    );
  }
}

/** The part of a condition that cannot hold, and the circumstances it is asked in. */
function failingPart(expr: Expr, here: Environment): readonly [Expr, Environment] {
  if (!Array.isArray(expr) || expr[0] !== '&&') return [expr, here];
  const [, left = null, right = null] = expr as readonly [string, ...Expr[]];
  if (!canHold(abstractValueOf(left, here))) return failingPart(left, here);
  return failingPart(right, assume(left, true, here));
}

/** Several conditions of one feature may exclude each other, or its step's. */
function checkFeatures(
  product: PublishedProduct,
  here: Environment,
  dead: ReadonlySet<Expr>,
  context: CompileContext,
): void {
  for (const step of product.steps) {
    for (const feature of step.features) {
      const expr = every([step.visible, feature.visible]);
      if (expr === undefined || expr === step.visible || dead.has(expr) || expr === false) continue;
      if (canHold(abstractValueOf(expr, here)) || isOff(step.visible) || isOff(feature.visible)) continue;
      if ([step.visible, feature.visible].some((one) => one !== undefined && dead.has(one))) continue;
      context.error(
        context.names.get(feature.id)?.path ?? '',
        `"${feature.id}" is never asked: its conditions and those of its step exclude each other`,
        'change "visible" of the feature or the step, or the rules about them',
      );
    }
  }
}

/** Bounds of rules and of the feature itself may leave nothing between them. */
function checkBounds(product: PublishedProduct, here: Environment, context: CompileContext): void {
  for (const step of product.steps) {
    for (const { id, min, max } of [
      ...step.features,
      ...(step.repeat ? [{ ...step.repeat, id: step.id }] : []),
    ]) {
      const [low, high] = boundsOf(min, max, here);
      if (low <= high) continue;
      const message = `nothing fits "${id}": at least ${low} and at most ${high}`;
      context.error(context.names.get(id)?.path ?? '', message, 'change its bounds, or the rules about them');
    }
  }
}

/** Switched off on purpose: `"visible": false`. */
const isOff = (expr: Expr | undefined) => expr === false;

function checkOptions(
  product: PublishedProduct,
  here: Environment,
  answered: Environment,
  context: CompileContext,
): void {
  const about = new Map<string, PublishedConstraint[]>();
  for (const constraint of product.constraints) {
    for (const id of constraint.features) append(about, id, constraint);
  }
  for (const feature of product.steps.flatMap((step) => step.features)) {
    const rulesOut = (about.get(feature.id) ?? []).map((one) => ruling(one, feature, answered));
    for (const option of feature.options ?? []) {
      const path = context.origins.get(option) ?? '';
      const judged: Environment = { ...here, option: attributesOfOption(option) };
      const conditions = [option.visible, ...(option.enabled ?? []).map(({ when }) => when)];
      const never = `the option "${option.id}" can never be chosen`;
      if (option.visible === false) continue;
      const refusal = firstRefusal(conditions, judged);
      if (refusal !== undefined) {
        const site = context.written.find(
          ({ expr, site }) => expr === refusal && site.option?.id === option.id,
        );
        context.error(
          site?.path ?? path,
          `${never}${site ? `: ${site.source} is never true` : ', because its conditions exclude each other'}${explainValues(refusal, judged)}`,
          'change the condition, or remove the option',
        );
        continue;
      }
      const constraint = about.get(feature.id)?.[rulesOut.findIndex((rules) => rules(option.id))];
      if (constraint) {
        context.error(
          path,
          `${never}: ${context.origins.get(constraint) ?? 'a rule'} rules it out`,
          'change the rule, or remove the option',
        );
      }
    }
  }
}

/** The first condition that cannot hold, given those before it. */
function firstRefusal(conditions: readonly (Expr | undefined)[], here: Environment): Expr | undefined {
  let there = here;
  for (const one of conditions) {
    if (one === undefined) continue;
    if (!canHold(abstractValueOf(one, there))) return one;
    there = assume(one, true, there);
  }
  return undefined;
}

/** Tells whether a constraint never holds with an option, and is always judged. */
function ruling(
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
  // To the options that it does not ask for, it is all the same: there may be hundreds, and thousands of rules.
  let unasked: boolean | undefined;
  return (option) => (!asked || asked.has(option) ? never(option) : (unasked ??= never(option)));
}
