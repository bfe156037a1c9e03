import type {
  Bound,
  PublishedFeature,
  PublishedProduct,
  PublishedStep,
} from '../../contract/published/published-product.ts';
import { attributesOfOption } from '../../product-compiler/names/resolve-name.ts';
import { roundTo } from '../../expressions/rounding.ts';
import { type Environment, abstractValueOf } from './abstract-value-of.ts';
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
import { monotone } from './interval-arithmetic.ts';

/**
 * What the names of a product may stand for. Bounds count, so this is about configurations that can be submitted.
 *
 * @param answered every question that is always asked and must be answered has been.
 */
export function environmentOf(product: PublishedProduct, answered: boolean): Environment {
  const names = new Map<string, AbstractValue>();
  const sizes = new Map<string, readonly [number, number]>();
  const attributes: Environment['attributes'] = new Map(
    product.steps.flatMap((step) => step.features).map((feature) => [feature.id, attributesOf(feature)]),
  );
  const here: Environment = { names, anywhere: names, sizes, attributes, tables: product };
  names.set('quantity', interval(product.quantity.min, product.quantity.max));

  const nodes = new Map<string, () => void>();
  for (const step of product.steps) {
    nodes.set(step.id, () => {
      if (!step.repeat) return;
      const [low, high] = range(step.repeat.min, step.repeat.max, here);
      sizes.set(step.id, [step.visible === undefined ? Math.max(0, low) : 0, high]);
    });
    for (const feature of step.features) {
      nodes.set(feature.id, () => names.set(feature.id, featureValue(feature, step, answered, here)));
    }
  }
  for (const { id, value } of product.variables)
    nodes.set(id, () => names.set(id, abstractValueOf(value, here)));
  for (const { id, value, scale, round, minimum = 0 } of product.measures) {
    nodes.set(id, () => {
      const measured = (x: number) => {
        const exact = Number((x * scale).toPrecision(15));
        return Math.max(minimum, round ? roundTo(exact, round.to, round.mode) : exact);
      };
      names.set(id, monotone(abstractValueOf(value, here), measured));
    });
  }
  for (const id of product.order) nodes.get(id)?.();
  return here;
}

function featureValue(
  feature: PublishedFeature,
  step: PublishedStep,
  answered: boolean,
  here: Environment,
): AbstractValue {
  const always = feature.visible === undefined && feature.enabled === undefined && step.visible === undefined;
  if (feature.type === 'computed') {
    const values = feature.derived ?? [];
    const may = joinAll(values.map(({ value }) => abstractValueOf(value, here)));
    return orUnset(may, may.unset || !always || values.every(({ when }) => when !== undefined));
  }
  return orUnset(answerValue(feature, here), !(answered && always && feature.required === true));
}

function answerValue(feature: PublishedFeature, here: Environment): AbstractValue {
  const ids = feature.options?.map((option) => option.id) ?? [];
  switch (feature.type) {
    case 'choice':
      return oneOfTexts(feature.own ? [...ids, 'own'] : ids);
    case 'multi_choice':
      return { unset: false, list: { of: oneOfTexts(ids), size: [0, ids.length] } };
    case 'yes_no':
      return anyBoolean;
    case 'number':
      return interval(...range(feature.min, feature.max, here));
    case 'text':
    case 'date':
    case 'file':
      return anyText;
    default:
      return top;
  }
}

/** Between what unconditional bounds leave, or anything where that is nothing. */
function range(
  min: readonly Bound[] | undefined,
  max: readonly Bound[] | undefined,
  here: Environment,
): readonly [number, number] {
  const [low, high] = boundsOf(min, max, here);
  // Bounds that leave nothing are reported elsewhere, and must not make everything else impossible.
  return low <= high ? [low, high] : [-Infinity, Infinity];
}

/** The least and the most that unconditional bounds leave. A bound that may be unset may not be there. */
export function boundsOf(
  min: readonly Bound[] | undefined,
  max: readonly Bound[] | undefined,
  here: Environment,
): readonly [number, number] {
  const ends = (bounds: readonly Bound[] = []) =>
    bounds
      .filter(({ when }) => when === undefined)
      .map(({ value }) => abstractValueOf(value, here))
      .flatMap((one) => (one.numbers && !one.unset ? [one.numbers] : []));
  const low = Math.max(-Infinity, ...ends(min).map(([least]) => least));
  return [low, Math.min(Infinity, ...ends(max).map(([, most]) => most))];
}

function attributesOf(feature: PublishedFeature) {
  const all = new Map((feature.options ?? []).map((option) => [option.id, attributesOfOption(option)]));
  if (feature.own) all.set('own', feature.own.attributes ?? {});
  return all;
}
