import type { Text } from '../../contract/product/text.ts';
import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';
import { hasMoves, isAdjustable } from './is-adjustable.ts';
import { brokenBy, type Move, movesOf } from './moves.ts';

/**
 * Marks the options, and the features, that a constraint rules out as the values stand. A default rules nothing out, because it
 * would give way; nor does a feature that can still be answered.
 */
export function ruleOut(
  all: readonly PlacedConstraint[],
  isBroken: (placed: PlacedConstraint) => boolean,
  features: ResolutionBuilder['features'],
): void {
  // Counted before anything is marked: a mark changes nothing for the other features.
  for (const placed of all) placed.undecided = placed.features.filter(isUndecided).length;
  for (const builder of features.values()) {
    const { state, constraints } = builder;
    if (!constraints.length || !hasMoves(builder)) continue;
    const itself = isUndecided(builder) ? 1 : 0;
    const decided = constraints.filter(({ undecided }) => undecided === itself);
    if (!decided.length) continue;
    const reasons = new Map<Move, Text>();
    for (const move of movesOf(state, false)) {
      const found = brokenBy(builder, move, decided, isBroken);
      if (found) reasons.set(move, found.constraint.reason);
    }
    if (!reasons.size) continue;
    if (!state.options) state.disabled ??= [...reasons.values()][0]!;
    else
      state.options = state.options.map((one) => {
        const reason = reasons.get(one.option.id);
        return reason === undefined ? one : { option: one.option, available: false, reason };
      });
  }
}

/** Whether the value of a feature can still change by itself, or be given without contradicting an answer. */
const isUndecided = (builder: FeatureBuilder) => isAdjustable(builder) || isUnanswered(builder);

const isUnanswered = ({ state: { visible, value, disabled } }: FeatureBuilder) =>
  visible && value === undefined && disabled === undefined;
