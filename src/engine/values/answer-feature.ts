import type { Answer } from '../../contract/configuration/answers.ts';
import { addIssue } from '../add-issue.ts';
import type { FeatureBuilder } from '../feature-builder.ts';
import { sameValue } from '../same-value.ts';
import { setValue } from '../set-value.ts';
import { firstInForce } from './bounds.ts';
import { firstUnmet, holds } from './conditions.ts';
import { defaultValue } from './default-value.ts';
import { normalValue } from './normal-value.ts';
import { offeredOptions } from './offered-options.ts';
import type { Pass } from './pass.ts';
import { validateValue } from './validate-value.ts';

/** Gives a visible feature its options and its value: the answer, else the derived value, else the default. */
export function answerFeature(pass: Pass, builder: FeatureBuilder, given: Answer | undefined): void {
  const { evaluate, adjusted } = pass;
  const { state, scope } = builder;
  const { path, feature } = state;
  if (feature.options) state.options = offeredOptions(pass, feature.options, scope);
  const unmet = firstUnmet(evaluate, feature.enabled, scope);
  if (unmet) {
    state.disabled = unmet.reason;
    if (given && given.value !== null)
      addIssue(builder, {
        kind: 'conflict',
        code: 'feature_unavailable',
        reason: unmet.reason,
        repairs: [{ path, value: null }],
      });
    return;
  }
  state.required = feature.required !== undefined && holds(evaluate, feature.required, scope);
  const derived = firstInForce(evaluate, feature.derived, scope);
  const due = derived && normalValue(feature, derived.value);
  const answered = given && feature.type !== 'computed' ? normalValue(feature, given.value) : undefined;
  // An answer equal to the derived value counts as derived: items sent and read back stay the same configuration.
  if (derived && (answered === undefined || sameValue(due, answered))) {
    state.by = 'derived';
    setValue(builder, due);
  } else if (given) {
    state.by = given.by;
    // Where an answer is required, an empty choice of several is none.
    const empty = Array.isArray(answered) && !answered.length;
    setValue(builder, empty && state.required ? undefined : answered);
    if (derived)
      addIssue(builder, {
        kind: 'conflict',
        code: 'derived_differs',
        reason: derived.reason,
        repairs: [{ path, value: due ?? null }],
      });
  } else {
    setValue(
      builder,
      defaultValue(state, adjusted.get(path) ?? firstInForce(evaluate, feature.default, scope)?.value),
    );
    if (state.value !== undefined) state.by = 'default';
  }
  validateValue(evaluate, builder);
  const more = Array.isArray(answered) ? new Set(given!.value as string[]).size - answered.length : 0;
  if (more) addIssue(builder, { kind: 'conflict', code: 'unknown_option', params: { more } });
}
