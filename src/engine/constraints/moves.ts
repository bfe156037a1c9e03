import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { availableIds } from '../available-ids.ts';
import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import { setValue } from '../set-value.ts';

/**
 * A change of one feature: the other of yes and no, another option or, for a multiple choice, an option to add, or to remove if
 * it is chosen.
 */
export type Move = string | boolean;

type State = Pick<FeatureState, 'feature' | 'options' | 'value'>;

/** The moves of a feature. Those that remove an option of a multiple choice come last, and only with `removals`. */
export function movesOf(
  { feature, options, value }: State,
  removals = feature.type === 'multi_choice',
): Move[] {
  if (!options) return [true, false].filter((one) => one !== value);
  const available = availableIds(options);
  const chosen = new Set<unknown>([value].flat());
  const others = available.filter((id) => !chosen.has(id));
  return removals ? [...others, ...available.filter((id) => chosen.has(id))] : others;
}

/** The value of a feature after a move. */
export function valueAfter({ feature, value }: State, move: Move): Value {
  if (feature.type !== 'multi_choice') return move;
  const chosen = (value ?? []) as Move[];
  return (chosen.includes(move) ? chosen.filter((id) => id !== move) : [...chosen, move]) as string[];
}

/** Whether a move can change the outcome of a constraint. One that only names some options does not depend on the others. */
export function concerns(
  { constraint }: Pick<PlacedConstraint, 'constraint'>,
  { state }: { readonly state: State },
  move: Move,
): boolean {
  const ids = constraint.named?.[state.feature.id];
  return !ids || ids.includes(move as string);
}

/** The first of these constraints that a move would break. */
export function brokenBy(
  builder: FeatureBuilder,
  move: Move,
  constraints: readonly (PlacedConstraint | undefined)[],
  isBroken: (placed: PlacedConstraint) => boolean,
): PlacedConstraint | undefined {
  const before = builder.state.value;
  setValue(builder, valueAfter(builder.state, move));
  const found = constraints.find((one) => one && concerns(one, builder, move) && isBroken(one));
  setValue(builder, before);
  return found;
}
