import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Value } from '../../contract/configuration/value.ts';
import { type FeatureBuilder, openIds, setValue } from '../resolution-builder.ts';
import type { PlacedConstraint } from './prepare-constraints.ts';

/**
 * A change of one feature: the other of yes and no, an option to choose instead or, of a multiple choice, an option to take,
 * or to leave if it is chosen.
 */
export type Move = string | boolean;

type State = Pick<FeatureState, 'feature' | 'options' | 'value'>;

/** The moves of a feature. Those that leave one of several options come last, and only if `leaving`. */
export function moves({ feature, options, value }: State, leaving = feature.type === 'multi_choice'): Move[] {
  if (!options) return [true, false].filter((one) => one !== value);
  const open = openIds(options);
  const chosen = new Set<unknown>([value].flat());
  const others = open.filter((id) => !chosen.has(id));
  return leaving ? [...others, ...open.filter((id) => chosen.has(id))] : others;
}

/** The value that a move leads to. */
export function moved({ feature, value }: State, move: Move): Value {
  if (feature.type !== 'multi_choice') return move;
  const chosen = (value ?? []) as Move[];
  return (chosen.includes(move) ? chosen.filter((id) => id !== move) : [...chosen, move]) as string[];
}

/** Whether a move can change how a constraint comes out. One that only asks for some options by name is not about the others. */
export function concerns(
  { constraint }: Pick<PlacedConstraint, 'constraint'>,
  { state }: { readonly state: State },
  move: Move,
): boolean {
  const ids = constraint.named?.[state.feature.id];
  return !ids || ids.includes(move as string);
}

/** The first of these constraints that would be broken after a move, and that the move is about. */
export function brokenBy(
  draft: FeatureBuilder,
  move: Move,
  constraints: readonly (PlacedConstraint | undefined)[],
  isBroken: (placed: PlacedConstraint) => boolean,
): PlacedConstraint | undefined {
  const before = draft.state.value;
  setValue(draft, moved(draft.state, move));
  const found = constraints.find((one) => one && concerns(one, draft, move) && isBroken(one));
  setValue(draft, before);
  return found;
}

/** A feature with few values, which can be tried one after the other. */
export const isFinite = ({ state: { feature, visible, disabled } }: FeatureBuilder) =>
  visible && disabled === undefined && (feature.options !== undefined || feature.type === 'yes_no');

/** Nobody chose its value: it gives way to what somebody did. */
export const givesWay = (draft: FeatureBuilder) => draft.state.by === 'default' && isFinite(draft);

/** Somebody did. */
export const isAnswered = ({ state: { by } }: FeatureBuilder) => by === 'user' || by === 'import';
