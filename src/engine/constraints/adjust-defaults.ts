import type { Value } from '../../contract/configuration/value.ts';
import type { FeatureBuilder, PlacedConstraint } from '../feature-builder.ts';
import type { ResolutionBuilder } from '../resolution-builder.ts';
import { setValue } from '../set-value.ts';
import { isAdjustable, isAnswered } from './is-adjustable.ts';
import { brokenBy, concerns, type Move, movesOf, valueAfter } from './moves.ts';

/** The state of the search for defaults that break no constraint, over all rounds of one resolution. */
export interface AdjustmentSearch {
  /** What was taken in place of a default, by path. */
  readonly adjusted: Map<string, Value>;
  /** Feature path and move → how often it was made. The value that was there at first counts as made once. */
  readonly made: Map<string, number>;
  /** How many constraints were checked for a move. */
  checks: number;
}

/** How often a move is made: once, and once more after it was taken back. Adding and removing an option are the same move. */
const MOST_TIMES = 2;

/** How often, on average, a constraint is checked for each value of its features. This bounds the work by the size of the product. */
const MOST_CHECKS = 6;

/** A move of a default, with its key in `AdjustmentSearch.made`. */
type Candidate = readonly [builder: FeatureBuilder, move: Move, key: string];

/**
 * Exchanges defaults that break a constraint for other values, in place and in `search.adjusted`, until nothing is broken or
 * nothing is left to try. `MOST_TIMES` and `MOST_CHECKS` bound the effort.
 *
 * @param broken the constraints that are broken.
 * @returns whether anything was exchanged.
 */
export function adjustDefaults(
  broken: readonly PlacedConstraint[],
  isBroken: (placed: PlacedConstraint) => boolean,
  features: ResolutionBuilder['features'],
  search: AdjustmentSearch,
): boolean {
  const { adjusted, made } = search;
  // Without a default among its features, a constraint stays broken.
  const queue = new Set(broken.filter((placed) => placed.features.some(isAdjustable)));
  if (!queue.size) return false;
  /** The number of values of its features, summed over all constraints. */
  let size = 0;
  for (const { state, constraints } of features.values())
    size += constraints.length * (state.feature.options?.length ?? 2);
  /** What each move broke when it was last tried. Checked first, it mostly makes checking all the others unnecessary. */
  const brokenLast = new Map<string, PlacedConstraint>();
  /** The move that would undo the last one. It leads back to the start, so every other move is preferred. */
  let undo: string | undefined;

  const check = (placed: PlacedConstraint) => {
    search.checks += 1;
    return isBroken(placed);
  };

  /** Whether a move that breaks nothing repairs everything in the queue. */
  const repairsAll = (builder: FeatureBuilder, move: Move) => {
    for (const one of queue)
      if (!one.features.includes(builder) || !concerns(one, builder, move)) return false;
    return true;
  };

  /**
   * Whether only undoing the move could repair what it breaks instead. Where no answer is involved, the move is made all the
   * same: a conflict is better reported where somebody gave an answer.
   */
  const isFutile = (builder: FeatureBuilder, placed: PlacedConstraint, instead: PlacedConstraint) =>
    builder.state.feature.type !== 'multi_choice' &&
    placed.features.some(isAnswered) &&
    !instead.features.some((one) => one !== builder && isAdjustable(one)) &&
    !check(instead);

  /**
   * The move that repairs a constraint best: one that repairs the whole queue, else one that breaks nothing else, else one that
   * was not made before, else any. Undoing the last move is the last resort.
   */
  const bestMove = (placed: PlacedConstraint): Candidate | undefined => {
    const ranked: Candidate[] = [];
    for (const builder of placed.features.filter(isAdjustable))
      for (const move of movesOf(builder.state)) {
        if (search.checks > MOST_CHECKS * size || !concerns(placed, builder, move)) continue;
        const key = `${builder.state.path} ${move}`;
        const instead =
          brokenBy(builder, move, [placed, brokenLast.get(key)], check) ??
          brokenBy(builder, move, builder.constraints, check);
        if (instead === placed) continue;
        if (instead) brokenLast.set(key, instead);
        placed.blockedBy ??= instead;
        const times = made.get(key) ?? 0;
        if (times === MOST_TIMES || (instead && isFutile(builder, placed, instead))) continue;
        const rank = key === undo ? 4 : times ? 3 : instead ? 2 : repairsAll(builder, move) ? 0 : 1;
        if (!rank) return [builder, move, key];
        ranked[rank] ??= [builder, move, key];
      }
    return ranked.find(Boolean);
  };

  const make = ([builder, move, key]: Candidate) => {
    const { path, value: before } = builder.state;
    const value = valueAfter(builder.state, move);
    made.set(key, (made.get(key) ?? 0) + 1);
    // Adding an option and removing it again are the same move.
    undo = Array.isArray(value) ? key : `${path} ${before as Move}`;
    made.set(undo, made.get(undo) ?? 1);
    adjusted.set(path, value);
    setValue(builder, value);
    for (const one of builder.constraints) if (concerns(one, builder, move)) queue.add(one);
  };

  for (const placed of queue) {
    queue.delete(placed);
    const best = isBroken(placed) && bestMove(placed);
    if (best) make(best);
  }
  return undo !== undefined;
}
