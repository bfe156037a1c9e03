import type {
  Bound,
  PublishedAvailability,
  PublishedConstraint,
  PublishedFeature,
  PublishedMeasure,
  PublishedOption,
  PublishedProduct,
  PublishedStep,
  PublishedVariable,
} from '../contract/published.ts';
import type { OptionState } from '../contract/resolution.ts';
import type { Term } from '../contract/term.ts';
import type { Text } from '../contract/text.ts';
import { type Compiled, compileTerm, type TermTables } from './evaluate.ts';
import { names, type Names } from './scope.ts';

export interface CompiledBound {
  readonly when?: Compiled | undefined;
  readonly value: Compiled;
  readonly reason?: Text | undefined;
}

export interface CompiledAvailability {
  readonly when: Compiled;
  readonly reason: Text;
}

export interface CompiledOption {
  readonly option: PublishedOption;
  readonly attributes: Readonly<Names>;
  readonly visible?: Compiled | undefined;
  readonly enabled: readonly CompiledAvailability[];
  /** The state of an option that can be chosen: one object for ever, so that nothing is drawn again. */
  readonly offered: OptionState;
}

export interface CompiledFeature {
  readonly kind: 'feature';
  readonly feature: PublishedFeature;
  readonly step: PublishedStep;
  readonly visible?: Compiled | undefined;
  readonly enabled: readonly CompiledAvailability[];
  readonly required?: Compiled | undefined;
  readonly defaults: readonly CompiledBound[];
  readonly derived: readonly CompiledBound[];
  readonly min: readonly CompiledBound[];
  readonly max: readonly CompiledBound[];
  readonly options: readonly CompiledOption[];
  /** `options` as states, where no option has a condition. */
  readonly allOffered?: readonly OptionState[] | undefined;
  /** Option id (or `own`) → attributes. */
  readonly attributes: Readonly<Record<string, Readonly<Names>>>;
}

export interface CompiledStep {
  readonly kind: 'step';
  readonly step: PublishedStep;
  readonly visible?: Compiled | undefined;
  readonly min: readonly CompiledBound[];
  readonly max: readonly CompiledBound[];
}

export interface CompiledValue {
  readonly kind: 'value';
  readonly id: string;
  readonly step?: string | undefined;
  readonly value: Compiled;
  readonly measure?: PublishedMeasure | undefined;
}

export interface CompiledConstraint {
  readonly constraint: PublishedConstraint;
  readonly holds: Compiled;
}

export type CompiledNode = CompiledFeature | CompiledStep | CompiledValue;

export interface CompiledProduct {
  readonly product: PublishedProduct;
  /** In the order they are worked out. */
  readonly nodes: readonly CompiledNode[];
  readonly constraints: readonly CompiledConstraint[];
  readonly messages: readonly {
    readonly message: PublishedProduct['messages'][number];
    readonly when: Compiled;
  }[];
  readonly leadTime?: Compiled | undefined;
}

/** Prepares a product for the engine: every expression becomes a function, once. */
export function compileProduct(product: PublishedProduct): CompiledProduct {
  const tables: TermTables = product;
  const compile = (term: Term) => compileTerm(term, tables);
  const maybe = (term: Term | undefined) => (term === undefined ? undefined : compile(term));
  const bounds = (list: readonly Bound[] = []): CompiledBound[] =>
    list.map(({ when, value, reason }) => ({ when: maybe(when), value: compile(value), reason }));
  const available = (list: readonly PublishedAvailability[] = []): CompiledAvailability[] =>
    list.map(({ when, reason }) => ({ when: compile(when), reason }));

  const option = (one: PublishedOption): CompiledOption => ({
    option: one,
    attributes: attributesOf(one.attributes, one.colour),
    visible: maybe(one.visible),
    enabled: available(one.enabled),
    offered: { option: one, available: true },
  });

  const feature = (one: PublishedFeature, step: PublishedStep): CompiledFeature => {
    const options = (one.options ?? []).map(option);
    const attributes: Record<string, Readonly<Names>> = Object.create(null) as Record<string, Names>;
    for (const each of options) attributes[each.option.id] = each.attributes;
    if (one.own) attributes['own'] = attributesOf(one.own.attributes);
    return {
      kind: 'feature',
      feature: one,
      step,
      visible: maybe(one.visible),
      enabled: available(one.enabled),
      required: maybe(one.required),
      defaults: bounds(one.default),
      derived: bounds(one.derived),
      min: bounds(one.min),
      max: bounds(one.max),
      options,
      allOffered: options.every((each) => !each.visible && !each.enabled.length)
        ? options.map((each) => each.offered)
        : undefined,
      attributes,
    };
  };

  const value = (one: PublishedMeasure | PublishedVariable): CompiledValue => ({
    kind: 'value',
    id: one.id,
    step: one.step,
    value: compile(one.value),
    measure: 'unit' in one ? one : undefined,
  });

  const nodes = new Map<string, CompiledNode>();
  for (const step of product.steps) {
    nodes.set(step.id, {
      kind: 'step',
      step,
      visible: maybe(step.visible),
      min: bounds(step.repeat?.min),
      max: bounds(step.repeat?.max),
    });
    for (const one of step.features) nodes.set(one.id, feature(one, step));
  }
  for (const one of [...product.measures, ...product.variables]) nodes.set(one.id, value(one));

  // Steps that read nothing may be missing from the order; they come first.
  const ordered = new Set(product.order);
  const order = [
    ...[...nodes.keys()].filter((id) => !ordered.has(id) && nodes.get(id)!.kind === 'step'),
    ...product.order,
  ];
  return {
    product,
    nodes: order.map((id) => nodes.get(id)!),
    constraints: product.constraints.map((constraint) => ({ constraint, holds: compile(constraint.holds) })),
    messages: product.messages.map((message) => ({ message, when: compile(message.when) })),
    leadTime: maybe(product.lead_time_days),
  };
}

/** Attributes as expressions read them; a colour counts as one, so that a drawing can use it. */
function attributesOf(attributes: PublishedOption['attributes'], colour?: string): Readonly<Names> {
  const all = names();
  if (colour !== undefined) all['colour'] = colour;
  return Object.assign(all, attributes);
}
