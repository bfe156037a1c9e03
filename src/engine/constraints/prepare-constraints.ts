import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { Text } from '../../contract/product/text.ts';
import type { FeatureBuilder, ResolutionBuilder } from '../resolution-builder.ts';
import type { Evaluator } from '../../expressions/create-evaluator.ts';
import { adjustDefaults, type Tries } from './adjust-defaults.ts';
import { brokenBy, givesWay, isAnswered, isFinite, type Move, moves } from './moves.ts';
import { formatPath } from '../feature-path.ts';
import { type Scope, scopesOf } from '../../expressions/scope.ts';
import { addError } from '../values/prepare-values.ts';

/** A constraint where it applies, with the features it is about there. */
export interface PlacedConstraint {
  readonly constraint: PublishedConstraint;
  readonly holds: Evaluator;
  readonly scope: Scope;
  readonly drafts: readonly FeatureBuilder[];
  /** How many of these would give way, once it is asked what the others rule out. */
  loose?: number;
  /** What would be broken in its place if a default gave way to it. */
  inTheWay?: PlacedConstraint | undefined;
}

/** Rules on what features say together, for one configuration worked out. */
export interface Constraints {
  /** Lets defaults give way where they break a constraint. @returns whether any did: then all is to be worked out anew. */
  giveWay(tries: Tries): boolean;
  /**
   * Adds a conflict for every broken constraint, to the last of its features that somebody answered. Where a default could
   * not give way, the features of what was in its way are named too.
   */
  report(): void;
  /**
   * Marks what a constraint rules out as things stand. A value that nobody chose rules nothing out, because it would give way,
   * nor does a question that may still be answered.
   */
  ruleOut(): void;
}

/**
 * Prepares the constraints of a product. The function returned finds for each, in every repetition it speaks of, the
 * features it names.
 */
export function prepareConstraints({ constraints }: PublishedProduct, ready: (expr: Expr) => Evaluator) {
  const prepared = constraints.map((constraint) => ({ constraint, holds: ready(constraint.holds) }));
  return (drafts: ResolutionBuilder): Constraints => {
    const { features } = drafts;
    const all: PlacedConstraint[] = [];
    let repeated: Map<string, FeatureBuilder[]> | undefined;
    for (const { constraint, holds } of prepared) {
      const { step, features: ids } = constraint;
      for (const here of scopesOf(drafts, step)) {
        const about = ids.flatMap(
          (id) =>
            features.get(id) ??
            features.get(formatPath(id, step, here.index)) ??
            // Named from outside its step: every repetition of it.
            (repeated ??= byFeature(features)).get(id) ??
            [],
        );
        const placed = { constraint, holds, scope: here, drafts: about };
        all.push(placed);
        for (const draft of about) draft.constraints.push(placed);
      }
    }
    return constraintsAmong(all, features);
  };
}

/** The drafts of each feature, one a repetition. */
function byFeature(features: ResolutionBuilder['features']): Map<string, FeatureBuilder[]> {
  const drafts = new Map<string, FeatureBuilder[]>();
  for (const draft of features.values()) {
    const { id } = draft.state.feature;
    const known = drafts.get(id);
    if (known) known.push(draft);
    else drafts.set(id, [draft]);
  }
  return drafts;
}

function constraintsAmong(
  all: readonly PlacedConstraint[],
  features: ResolutionBuilder['features'],
): Constraints {
  const isOpen = ({ state: { required, value } }: FeatureBuilder) => required && value === undefined;
  const incomplete = [...features.values()].some(isOpen);

  /** Broken, and not only because of what must be answered and is not yet, or would follow from it. */
  const isBroken = ({ holds, scope, drafts }: PlacedConstraint) =>
    holds(scope) !== true &&
    !drafts.some(
      ({ state: { required, value, feature } }) =>
        value === undefined && (required || (incomplete && feature.derived)),
    );

  /** Known once nothing was left to exchange. */
  let broken: readonly PlacedConstraint[] | undefined;

  return {
    giveWay: (tries) => adjustDefaults((broken = all.filter(isBroken)), isBroken, features, tries),

    report() {
      for (const placed of broken ?? all.filter(isBroken)) {
        const visible = ({ state }: FeatureBuilder) => state.visible;
        const here = placed.drafts.filter(visible);
        const draft = here.findLast(isAnswered) ?? here.at(-1);
        const others = new Set([...here, ...(placed.inTheWay?.drafts.filter(visible) ?? [])]);
        if (draft && others.delete(draft))
          addError(draft, 'conflict', 'constraint', placed.constraint.reason, {
            others: Array.from(others, ({ state }) => state.path),
          });
      }
    },

    ruleOut() {
      // By what stands now: what is marked on the way changes nothing for the others.
      const isLoose = (draft: FeatureBuilder) => givesWay(draft) || isUnanswered(draft);
      for (const placed of all) placed.loose = placed.drafts.filter(isLoose).length;
      for (const draft of features.values()) {
        const { state, constraints } = draft;
        if (!constraints.length || !isFinite(draft)) continue;
        const itself = isLoose(draft) ? 1 : 0;
        const firm = constraints.filter(({ loose }) => loose === itself);
        if (!firm.length) continue;
        const reasons = new Map<Move, Text>();
        for (const move of moves(state, false)) {
          const found = brokenBy(draft, move, firm, isBroken);
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
    },
  };
}

const isUnanswered = ({ state: { visible, value, disabled } }: FeatureBuilder) =>
  visible && value === undefined && disabled === undefined;
