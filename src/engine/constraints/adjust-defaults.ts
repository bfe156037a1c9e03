import type { Value } from '../../contract/configuration/value.ts';
import { type FeatureBuilder, type ResolutionBuilder, setValue } from '../resolution-builder.ts';
import { brokenBy, concerns, givesWay, isAnswered, type Move, moved, moves } from './moves.ts';
import type { PlacedConstraint } from './prepare-constraints.ts';

/** What was tried so far to mend one configuration, and what came of it. */
export interface Tries {
  /** Values that defaults gave way to, by path. */
  readonly shifts: Map<string, Value>;
  /** Feature path and move → how often it was made. That what it leads to stood there before counts as once. */
  readonly made: Map<string, number>;
  /** How often constraints were asked what a move would do. */
  looks: number;
}

/** How often a move is made: there, and once more back again. Of a multiple choice, each option is taken and left by itself. */
const MOST_TIMES = 2;

/**
 * How often, on average, a constraint is asked about each value of each feature it is about. So work grows with the product,
 * whatever its rules are.
 */
const MOST_LOOKS = 6;

/** A move of a default, with its name in `Tries`. */
type Way = readonly [draft: FeatureBuilder, move: Move, name: string];

/**
 * Lets defaults give way where they break a constraint: values that nobody chose are exchanged, in place and in
 * `tries.shifts`, until nothing is broken or nothing is left to try. `MOST_TIMES` and `MOST_LOOKS` bound what is done.
 *
 * @param broken the constraints that are broken.
 * @returns whether anything was exchanged.
 */
export function adjustDefaults(
  broken: readonly PlacedConstraint[],
  isBroken: (placed: PlacedConstraint) => boolean,
  features: ResolutionBuilder['features'],
  tries: Tries,
): boolean {
  const { shifts, made } = tries;
  // What no default is about, none can mend.
  const queue = new Set(broken.filter(({ drafts }) => drafts.some(givesWay)));
  if (!queue.size) return false;
  /** For each constraint, the values of the features it is about. */
  let size = 0;
  for (const { state, constraints } of features.values())
    size += constraints.length * (state.feature.options?.length ?? 2);
  /** What a move broke when it was looked at last. Asked first, it mostly spares asking all the others. */
  const witnesses = new Map<string, PlacedConstraint>();
  /** What would take the last move back. That only begins anew, so everything else comes first. */
  let back: string | undefined;

  const look = (placed: PlacedConstraint) => {
    tries.looks += 1;
    return isBroken(placed);
  };

  /** Whether a move that breaks nothing mends all that is waiting. */
  const mendsAll = (draft: FeatureBuilder, move: Move) => {
    for (const one of queue) if (!one.drafts.includes(draft) || !concerns(one, draft, move)) return false;
    return true;
  };

  /**
   * Whether what a move breaks instead could only be mended by taking it back. Where nobody's answer is at stake it is made
   * all the same: a conflict is better told where somebody gave one.
   */
  const isInVain = (draft: FeatureBuilder, placed: PlacedConstraint, against: PlacedConstraint) =>
    draft.state.feature.type !== 'multi_choice' &&
    placed.drafts.some(isAnswered) &&
    !against.drafts.some((one) => one !== draft && givesWay(one)) &&
    !look(against);

  /**
   * A move with which this holds: the first that mends all there is to mend, or else that breaks nothing else, or else the
   * first. Back to what was there before only where there is no other.
   */
  const wayOut = (placed: PlacedConstraint): Way | undefined => {
    const ranked: Way[] = [];
    for (const draft of placed.drafts.filter(givesWay))
      for (const move of moves(draft.state)) {
        if (tries.looks > MOST_LOOKS * size || !concerns(placed, draft, move)) continue;
        const name = `${draft.state.path} ${move}`;
        const against =
          brokenBy(draft, move, [placed, witnesses.get(name)], look) ??
          brokenBy(draft, move, draft.constraints, look);
        if (against === placed) continue;
        if (against) witnesses.set(name, against);
        placed.inTheWay ??= against;
        const times = made.get(name) ?? 0;
        if (times === MOST_TIMES || (against && isInVain(draft, placed, against))) continue;
        const rank = name === back ? 4 : times ? 3 : against ? 2 : mendsAll(draft, move) ? 0 : 1;
        if (!rank) return [draft, move, name];
        ranked[rank] ??= [draft, move, name];
      }
    return ranked.find(Boolean);
  };

  for (const placed of queue) {
    queue.delete(placed);
    const way = isBroken(placed) && wayOut(placed);
    if (!way) continue;
    const [draft, move, name] = way;
    const { path, value: before } = draft.state;
    const value = moved(draft.state, move);
    made.set(name, (made.get(name) ?? 0) + 1);
    // Of a multiple choice, the same move leads back.
    back = Array.isArray(value) ? name : `${path} ${before as Move}`;
    made.set(back, made.get(back) ?? 1);
    shifts.set(path, value);
    setValue(draft, value);
    for (const one of draft.constraints) if (concerns(one, draft, move)) queue.add(one);
  }
  return back !== undefined;
}
