import type { PublishedConstraint } from '../contract/published.ts';
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
  for (const repair of propose(engine, answers, resolved, issue).slice(0, MOST_TRIALS)) {
    // Of a number's values the nearest is enough.
    const nearer = typeof repair.value === 'number' && found.some(({ path }) => path === repair.path);
    if (!nearer && found.length < MOST_REPAIRS && mends(repair)) found.push(repair);
  }
  return found;
}

const keyOf = ({ path, code, reason }: Issue) => `${path} ${code} ${JSON.stringify(reason)}`;

/** Changes that may mend an issue. */
function propose(engine: Engine, answers: Answers, resolved: Resolved, issue: Issue): Repair[] {
  const { features } = resolved;
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
      if (!Array.isArray(value)) return to(...alternatives({ state }));
      return to(
        value.filter((id) => state.options!.some(({ option, available }) => available && option.id === id)),
      );
    case 'constraint': {
      const broken = engine.product.constraints.filter(({ reason }) => reason === issue.reason);
      const involved = [path, ...(issue.others ?? [])].map((at) => features.get(at)!);
      return involved
        .filter(({ by }) => by !== 'derived')
        .flatMap((one) => {
          const finite = one.feature.options || one.feature.type === 'yes_no';
          const numbers = () => turningPoints(engine, answers, resolved, one, broken);
          const values = finite
            ? alternatives({ state: one })
            : typeof one.value === 'number'
              ? numbers()
              : [];
          return values.map((each) => ({ path: one.path, value: each }));
        });
    }
    default:
      return [];
  }
}

/**
 * Numbers at which a broken condition may turn, nearest to the value first. Most conditions are linear in any one number, so
 * two points tell where both sides of a comparison meet; where they are not, the trial that follows finds out.
 */
function turningPoints(
  engine: Engine,
  answers: Answers,
  resolved: Resolved,
  { path, value, min = -Infinity, max = Infinity, feature }: FeatureState,
  broken: readonly PublishedConstraint[],
): number[] {
  const grid = gridOf(feature);
  const now = value as number;
  const then = now + grid;
  const moved = engine.resolve(withAnswer(answers, path, { value: then, by: 'user' }));
  const points = broken.flatMap(({ holds, step }) => {
    const scopeIn = ({ scope, repetitions }: Resolved) =>
      step === undefined ? [scope] : (repetitions.get(step) ?? []);
    const [before, after] = [scopeIn(resolved), scopeIn(moved)];
    return gaps(holds).flatMap((gap) =>
      before.flatMap((scope, index) => {
        const [from, to] = [engine.run(gap, scope), after[index] && engine.run(gap, after[index])];
        if (typeof from !== 'number' || typeof to !== 'number' || from === to) return [];
        const meet = now + (from * grid) / (from - to);
        return [roundTo(meet, grid, 'down'), roundTo(meet, grid, 'up')].flatMap((x) => [
          x,
          x - grid,
          x + grid,
        ]);
      }),
    );
  });
  return [...new Set(points.map((x) => roundTo(x, grid, 'nearest')))]
    .filter((x) => x >= min && x <= max && x !== now)
    .sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

/** How far apart the two sides of each comparison in a condition are. */
function gaps(term: Term): Term[] {
  if (!Array.isArray(term)) return [];
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  if (/^[<>=!]=?$/.test(operation) && operands.length === 2) return [['-', ...operands]];
  return operands.flatMap(gaps);
}

/** What the values of a number are multiples of. */
const gridOf = ({ step, decimals = 0 }: FeatureState['feature']) => step ?? 10 ** -decimals;
