import type { Answer, Answers, FeatureState, Issue, Repair } from '../contract/resolution.ts';
import type { Term } from '../contract/term.ts';
import type { Value } from '../contract/value.ts';
import { withAnswer } from './answers.ts';
import type { Engine, Resolved } from './engine.ts';
import { roundTo } from './rounding.ts';
import { alternatives } from './settle.ts';

/** Repairs offered for an issue, and changes tried for it. */
const MOST_REPAIRS = 3;
const MOST_TRIALS = 24;

/**
 * One-click ways out of an issue, best first: single changes, each tried to the end. After any of them the issue is gone and
 * nothing is broken that was not before; at most something more is asked.
 */
export function findRepairs(
  engine: Engine,
  answers: Answers,
  resolved: Resolved,
  issue: Issue,
): readonly Repair[] {
  if (issue.repairs) return issue.repairs;
  const before = new Set(resolved.issues.map(keyOf));
  const mends = ({ path, value }: Repair) => {
    const answer: Answer = { value, by: 'user' };
    return engine
      .resolve(withAnswer(answers, path, answer))
      .issues.every(
        (one) => keyOf(one) !== keyOf(issue) && (one.kind === 'incomplete' || before.has(keyOf(one))),
      );
  };
  const found: Repair[] = [];
  for (const repair of propose(engine, resolved, issue).slice(0, MOST_TRIALS))
    if (found.length < MOST_REPAIRS && mends(repair)) found.push(repair);
  return found;
}

const keyOf = ({ path, code, reason }: Issue) => `${path} ${code} ${JSON.stringify(reason)}`;

/** Changes that may mend an issue. */
function propose({ product }: Engine, { features }: Resolved, issue: Issue): Repair[] {
  const state = features.get(issue.path);
  if (!state) return [];
  const { path, value, feature } = state;
  const to = (...values: Value[]) => values.map((one) => ({ path, value: one }));
  switch (issue.code) {
    case 'too_small':
      return to(roundTo(state.min!, gridOf(feature), 'up'));
    case 'too_large':
      return to(roundTo(state.max!, gridOf(feature), 'down'));
    case 'not_a_multiple':
      return to(roundTo(value as number, gridOf(feature), 'nearest'));
    case 'unknown_option':
    case 'option_unavailable':
      return Array.isArray(value)
        ? to(
            value.filter((id) =>
              state.options!.some(({ option, available }) => available && option.id === id),
            ),
          )
        : to(...alternatives({ state }));
    case 'constraint': {
      const term: Term = [
        'list',
        ...product.constraints.filter(({ reason }) => reason === issue.reason).map((one) => one.holds),
      ];
      return [path, ...(issue.others ?? [])].flatMap((at) => others(features.get(at)!, term));
    }
    default:
      return [];
  }
}

/** Other values of a feature that may end a conflict. */
function others(state: FeatureState, term: Term): Repair[] {
  const { path, feature, value } = state;
  if (state.by === 'derived') return [];
  const values: Value[] =
    feature.options || feature.type === 'yes_no'
      ? alternatives({ state })
      : typeof value === 'number'
        ? boundaries(term, value, state)
        : [];
  return values.map((one) => ({ path, value: one }));
}

/** Numbers at which a condition may turn: those it mentions, and one step to either side, nearest to the value first. */
function boundaries(
  term: Term,
  now: number,
  { min = -Infinity, max = Infinity, feature }: FeatureState,
): number[] {
  const grid = gridOf(feature);
  return [...new Set(mentioned(term).flatMap((x) => [x, x - grid, x + grid]))]
    .filter((x) => x >= min && x <= max && x !== now)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

const mentioned = (term: Term): number[] =>
  typeof term === 'number'
    ? [term]
    : Array.isArray(term)
      ? (term as readonly Term[]).slice(1).flatMap(mentioned)
      : [];

/** What the values of a number are multiples of. */
const gridOf = ({ step, decimals = 0 }: FeatureState['feature']) => step ?? 10 ** -decimals;
