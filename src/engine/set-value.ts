import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { Value } from '../contract/configuration/value.ts';
import type { FeatureBuilder } from './feature-builder.ts';

/** What expressions read of an optional feature that is unanswered. Features of other types are unset. */
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
