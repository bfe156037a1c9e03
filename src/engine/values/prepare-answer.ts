import type { Answer } from '../../contract/configuration/answers.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { addIssue } from '../add-issue.ts';
import type { Evaluate } from '../evaluate.ts';
import type { FeatureBuilder } from '../feature-builder.ts';
import { sameValue } from '../same-value.ts';
import { setValue } from '../set-value.ts';
import { firstInForce } from './bounds.ts';
import { firstUnmet, holds } from './conditions.ts';
import { defaultValue } from './default-value.ts';
import { normalValue } from './normal-value.ts';
import { prepareOptions } from './prepare-options.ts';
import { validateValue } from './validate-value.ts';

/**
 * Prepares the answers of a product. The function returned gives a visible feature its options and its value: the answer, else
 * the derived value, else the default.
 */
export function prepareAnswer(evaluate: Evaluate) {
  const offeredOptions = prepareOptions(evaluate);

  /** @param adjusted the value taken in place of the default, where that broke a constraint */
  return (builder: FeatureBuilder, given: Answer | undefined, adjusted: Value | undefined): void => {
    const { state, scope } = builder;
    const { path, feature } = state;
    if (feature.options) state.options = offeredOptions(feature.options, scope);
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
        defaultValue(state, adjusted ?? firstInForce(evaluate, feature.default, scope)?.value),
      );
      if (state.value !== undefined) state.by = 'default';
    }
    validateValue(evaluate, builder);
    const more = Array.isArray(answered) ? new Set(given!.value as string[]).size - answered.length : 0;
    if (more) addIssue(builder, { kind: 'conflict', code: 'unknown_option', params: { more } });
  };
}
