import type { PublishedFeature } from '../contract/published.ts';
import type { FeatureState, StepState } from '../contract/resolution.ts';
import type { Value } from '../contract/value.ts';
import { names, type Names, type Scope } from './scope.ts';
import type { PlacedConstraint } from './settle.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** One feature in one repetition while it is being worked out. */
export interface Draft {
  readonly state: Mutable<FeatureState>;
  readonly step: string;
  readonly scope: Scope;
  /** The constraints about it. */
  readonly constraints: PlacedConstraint[];
}

/** A configuration while it is being worked out: every feature, in the order they were, and the scopes they stand in. */
export interface Drafts {
  readonly scope: Scope;
  /** By path. */
  readonly features: Map<string, Draft>;
  readonly steps: Map<string, Mutable<StepState>>;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: Map<string, readonly Scope[]>;
}

/** Gives a feature a value and puts it where expressions find it, with the attributes of the option chosen. */
export function setValue({ state, scope }: Draft, value: Value | undefined): void {
  state.value = value;
  const { id, options, own } = state.feature;
  const known = scope.repetition ?? scope.global;
  const entered = typeof value === 'object' && value && 'own' in value;
  known[id] = entered ? 'own' : (value ?? undefined);
  const facts = factsOf(state.feature);
  if (!facts) return;
  const option = entered ? own : options!.find((one) => one.id === value);
  const attributes = option && attributesOf(option);
  known[facts] = entered ? Object.assign(names(), attributes, { own: value.own }) : attributes;
}

const places = new WeakMap<PublishedFeature, string>();

/** The name that the attributes of the option chosen go by; empty where a feature is no choice, or its options have none. */
function factsOf(feature: PublishedFeature): string {
  let place = places.get(feature);
  if (place === undefined) {
    const { id, type, own, options = [] } = feature;
    const any = own || options.some(({ colour, attributes }) => colour ?? attributes);
    places.set(feature, (place = type === 'choice' && any ? `${id}.` : ''));
  }
  return place;
}

interface Described {
  readonly colour?: string;
  readonly attributes?: NonNullable<PublishedFeature['own']>['attributes'];
}

/** Options are tried by the thousand to see what they would break: each has its names made once. */
const made = new WeakMap<Described, Names>();

/** Attributes of an option as expressions read them; its colour counts as one, so that a drawing can use it. */
export function attributesOf(option: Described): Names {
  let all = made.get(option);
  if (!all) made.set(option, (all = Object.assign(names(), { colour: option.colour }, option.attributes)));
  return all;
}

/** Whether two values are the same, lists and records by what is in them. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => same(one, b[index]));
  let more = Object.keys(b).length;
  // No list of keys of `a`: every state of a product comes through here on every edit.
  for (const key in a) {
    more -= 1;
    if (!same(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
  }
  return more === 0;
}
