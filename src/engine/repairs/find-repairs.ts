import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { Answer, Answers } from '../../contract/configuration/answers.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Issue, Repair } from '../../contract/configuration/issue.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { withAnswer } from '../answers.ts';
import { openIds } from '../resolution-builder.ts';
import type { Engine, Resolved } from '../create-engine.ts';
import { concerns, moved, moves } from '../constraints/moves.ts';
import { roundTo } from '../../expressions/rounding.ts';
import { normalValue } from '../values/prepare-values.ts';

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
      .resolve(withAnswer(answers, path, answer, resolved))
      .issues.every(
        (one) => keyOf(one) !== keyOf(issue) && (one.kind === 'incomplete' || before.has(keyOf(one))),
      );
  };
  const found: Repair[] = [];
  let left = MOST_TRIALS;
  for (const repair of propose(engine, answers, resolved, issue)) {
    if (found.length === MOST_REPAIRS || left-- === 0) break;
    // Of a number's values the nearest is enough.
    const nearer = typeof repair.value === 'number' && found.some(({ path }) => path === repair.path);
    if (!nearer && mends(repair)) found.push(repair);
  }
  return found;
}

const keyOf = ({ path, code, reason }: Issue) => `${path} ${code} ${JSON.stringify(reason)}`;

/** Changes that may mend an issue, each worked out when it is asked for: mostly the first few are enough. */
function* propose(engine: Engine, answers: Answers, resolved: Resolved, issue: Issue): Generator<Repair> {
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
      if (Array.isArray(value)) yield* withoutClosed(state);
      else yield* oneMove(state);
      break;
    case 'constraint': {
      const broken = engine.product.constraints.filter(({ reason }) => reason === issue.reason);
      const involved = [path, ...(issue.others ?? [])].slice(0, MOST_TRIALS).map((at) => features.get(at)!);
      for (const one of involved) {
        if (one.by === 'derived') continue;
        if (one.feature.options || one.feature.type === 'yes_no') {
          yield* oneMove(one, broken);
          yield* withoutClosed(one);
        } else if (typeof one.value === 'number')
          for (const x of turningPoints(engine, answers, resolved, one, broken))
            yield { path: one.path, value: x };
      }
    }
  }
}

/** Every move of a feature that may turn one of these constraints. */
function* oneMove(state: FeatureState, broken?: readonly PublishedConstraint[]): Generator<Repair> {
  for (const move of moves(state))
    if (!broken || broken.some((constraint) => concerns({ constraint }, { state }, move)))
      yield { path: state.path, value: normalValue(state.feature, moved(state, move))! };
}

/** Of several options chosen, those on offer. The others go all at once: one by one, each would be a way of its own. */
function* withoutClosed({ path, value, options = [] }: FeatureState): Generator<Repair> {
  if (!Array.isArray(value)) return;
  const chosen = new Set(value);
  const open = openIds(options).filter((id) => chosen.has(id));
  if (open.length < value.length) yield { path, value: open };
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
  const moved = engine.resolve(withAnswer(answers, path, { value: then, by: 'user' }, resolved));
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
function gaps(expr: Expr): Expr[] {
  if (!Array.isArray(expr)) return [];
  const [operation, ...operands] = expr as readonly [string, ...Expr[]];
  if (/^[<>=!]=?$/.test(operation) && operands.length === 2) return [['-', ...operands]];
  return operands.flatMap(gaps);
}

/** What the values of a number are multiples of. */
const gridOf = ({ step, decimals = 0 }: FeatureState['feature']) => step ?? 10 ** -decimals;
