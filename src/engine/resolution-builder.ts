import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { FeatureState, OptionState } from '../contract/configuration/feature-state.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { StepState } from '../contract/configuration/resolution.ts';
import type { Value } from '../contract/configuration/value.ts';
import type { Scope } from '../expressions/scope.ts';
import type { PlacedConstraint } from './constraints/prepare-constraints.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** One feature in one repetition while it is being worked out. */
export interface FeatureBuilder {
  /** The issues are its own, so they can be added to. */
  readonly state: Mutable<Omit<FeatureState, 'issues'>> & { issues: Issue[] };
  readonly step: string;
  readonly scope: Scope;
  /** The constraints about it. */
  readonly constraints: PlacedConstraint[];
}

/** A configuration while it is being worked out: every feature, in the order they were, and the scopes they stand in. */
export interface ResolutionBuilder {
  readonly scope: Scope;
  /** By path. */
  readonly features: Map<string, FeatureBuilder>;
  readonly steps: Map<string, Mutable<StepState>>;
  /** Scopes of the repetitions of each repeatable step. */
  readonly repetitions: Map<string, readonly Scope[]>;
}

/** What a question says to expressions that may stay unanswered and does. Of other types: nothing, it is unset. */
const unanswered: { readonly [Type in PublishedFeature['type']]?: unknown } = {
  yes_no: false,
  multi_choice: [],
};

/** Gives a feature a value and puts it where expressions find it, with the attributes of the option chosen. */
export function setValue({ state, scope }: FeatureBuilder, value: Value | undefined): void {
  state.value = value;
  const { id, type, options, own, facts } = state.feature;
  const known = scope.repetition ?? scope.global;
  const entered = typeof value === 'object' && value && 'own' in value;
  known[id] = entered ? 'own' : (value ?? (state.required ? undefined : unanswered[type]));
  if (facts)
    known[facts] = entered
      ? { ...own?.attributes, own: value.own }
      : options!.find((one) => one.id === value)?.attributes;
}

/** Ids of the options that can be chosen. */
export const openIds = (options: readonly OptionState[]): string[] =>
  options.filter(({ available }) => available).map(({ option }) => option.id);

/** Whether two values are the same, lists and records by what is in them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => sameValue(one, b[index]));
  let more = Object.keys(b).length;
  // No list of keys of `a`: every state of a product comes through here on every edit.
  for (const key in a) {
    more -= 1;
    if (!sameValue(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
  }
  return more === 0;
}
