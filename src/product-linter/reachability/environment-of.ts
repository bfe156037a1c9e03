import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Bound } from '../../contract/published/bound.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedStep } from '../../contract/published/published-step.ts';
import { roundTo } from '../../expressions/rounding.ts';
import { abstractValueOf } from './abstract-value-of.ts';
import {
  anyBoolean,
  joinAll,
  anyText,
  top,
  interval,
  orUnset,
  type AbstractValue,
  oneOfTexts,
} from './abstract-value.ts';
import { boundsOf } from './bounds-of.ts';
import { monotone } from './interval-arithmetic.ts';
import type { Environment } from './environment.ts';
import { attributesOfOption } from '../../product-compiler/names/attributes-of-option.ts';

interface Assumptions {
  /** Every question that is always asked, and must be answered, has been. */
  readonly answered: boolean;
}

/** What the names of a product may stand for. Bounds count, so this is about configurations that can be submitted. */
export function environmentOf(product: PublishedProduct, { answered }: Assumptions): Environment {
  const names = new Map<string, AbstractValue>();
  const sizes = new Map<string, readonly [number, number]>();
  const attributes: Environment['attributes'] = new Map(
    product.steps.flatMap((step) => step.features).map((feature) => [feature.id, attributesOf(feature)]),
  );
  const environment: Environment = { names, anywhere: names, sizes, attributes, tables: product };
  names.set('quantity', interval(product.quantity.min, product.quantity.max));

  const nodes = new Map<string, () => void>();
  for (const step of product.steps) {
    nodes.set(step.id, () => {
      if (!step.repeat) return;
      const [low, high] = range(step.repeat.min, step.repeat.max, environment);
      sizes.set(step.id, [step.visible === undefined ? Math.max(0, low) : 0, high]);
    });
    for (const feature of step.features) {
      nodes.set(feature.id, () => names.set(feature.id, featureValue(feature, step, answered, environment)));
    }
  }
  for (const { id, value } of product.variables)
    nodes.set(id, () => names.set(id, abstractValueOf(value, environment)));
  for (const { id, value, scale, round, minimum = 0 } of product.measures) {
    nodes.set(id, () => {
      const measured = (x: number) => {
        const exact = Number((x * scale).toPrecision(15));
        return Math.max(minimum, round ? roundTo(exact, round.to, round.mode) : exact);
      };
      names.set(id, monotone(abstractValueOf(value, environment), measured));
    });
  }
  for (const id of product.order) nodes.get(id)?.();
  return environment;
}

function featureValue(
  feature: PublishedFeature,
  step: PublishedStep,
  answered: boolean,
  environment: Environment,
): AbstractValue {
  const always = feature.visible === undefined && feature.enabled === undefined && step.visible === undefined;
  if (feature.type === 'computed') {
    const values = feature.derived ?? [];
    const joined = joinAll(values.map(({ value }) => abstractValueOf(value, environment)));
    return orUnset(joined, joined.unset || !always || values.every(({ when }) => when !== undefined));
  }
  return orUnset(answerValue(feature, environment), !(answered && always && feature.required === true));
}

function answerValue(feature: PublishedFeature, environment: Environment): AbstractValue {
  const ids = feature.options?.map((option) => option.id) ?? [];
  switch (feature.type) {
    case 'choice':
      return oneOfTexts(feature.own ? [...ids, 'own'] : ids);
    case 'multi_choice':
      return { unset: false, list: { of: oneOfTexts(ids), size: [0, ids.length] } };
    case 'yes_no':
      return anyBoolean;
    case 'number':
      return interval(...range(feature.min, feature.max, environment));
    case 'text':
    case 'date':
    case 'file':
      return anyText;
    default:
      return top;
  }
}

/** The interval that unconditional bounds leave. */
function range(
  min: readonly Bound[] | undefined,
  max: readonly Bound[] | undefined,
  environment: Environment,
): readonly [number, number] {
  const [low, high] = boundsOf(min, max, environment);
  // An empty one is reported by `checkBounds`, and must not make everything else impossible.
  return low <= high ? [low, high] : [-Infinity, Infinity];
}

function attributesOf(feature: PublishedFeature) {
  const all = new Map((feature.options ?? []).map((option) => [option.id, attributesOfOption(option)]));
  if (feature.own) all.set('own', feature.own.attributes ?? {});
  return all;
}
