import type { Answers } from '../../contract/configuration/answers.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Issue, Repair } from '../../contract/configuration/issue.ts';
import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import { roundTo } from '../../expressions/rounding.ts';
import { availableIds } from '../available-ids.ts';
import { concerns, movesOf, valueAfter } from '../constraints/moves.ts';
import type { Engine } from '../create-engine.ts';
import type { Resolved } from '../resolved.ts';
import { normalValue } from '../values/normal-value.ts';
import { gridOf, turningPoints } from './turning-points.ts';

/** How many changes are tried for an issue. */
export const MOST_TRIALS = 24;

/** Changes that may repair an issue. A generator, because the first few are mostly enough. */
export function* proposeRepairs(
  engine: Engine,
  answers: Answers,
  resolved: Resolved,
  issue: Issue,
): Generator<Repair> {
  const { features } = resolved;
  const state = features.get(issue.path);
  if (!state) return;
  const { path, value, feature, min, max } = state;
  switch (issue.code) {
    case 'too_small':
      yield { path, value: roundTo(min!, gridOf(feature), 'up') };
      break;
    case 'too_large':
      yield { path, value: roundTo(max!, gridOf(feature), 'down') };
      break;
    case 'not_a_multiple':
      yield { path, value: roundTo(value as number, gridOf(feature), 'nearest') };
      break;
    case 'unknown_option':
    case 'option_unavailable':
      if (Array.isArray(value)) yield* withoutUnavailable(state);
      else yield* singleMoves(state);
      break;
    case 'constraint': {
      const broken = engine.product.constraints.filter(({ reason }) => reason === issue.reason);
      const involved = [path, ...(issue.others ?? [])].slice(0, MOST_TRIALS).map((at) => features.get(at)!);
      for (const one of involved) {
        if (one.by === 'derived') continue;
        if (one.feature.options || one.feature.type === 'yes_no') {
          yield* singleMoves(one, broken);
          yield* withoutUnavailable(one);
        } else if (typeof one.value === 'number')
          for (const x of turningPoints(engine, answers, resolved, one, broken))
            yield { path: one.path, value: x };
      }
    }
  }
}

/** Every move of a feature that may change the outcome of one of these constraints; without them, every move. */
function* singleMoves(state: FeatureState, broken?: readonly PublishedConstraint[]): Generator<Repair> {
  for (const move of movesOf(state))
    if (!broken || broken.some((constraint) => concerns({ constraint }, { state }, move)))
      yield { path: state.path, value: normalValue(state.feature, valueAfter(state, move))! };
}

/** A multiple choice without all its unavailable options at once: one by one, each would take a repair of its own. */
function* withoutUnavailable({ path, value, options = [] }: FeatureState): Generator<Repair> {
  if (!Array.isArray(value)) return;
  const chosen = new Set(value);
  const available = availableIds(options).filter((id) => chosen.has(id));
  if (available.length < value.length) yield { path, value: available };
}
