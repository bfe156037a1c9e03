import type { Answers } from '../../contract/configuration/answers.ts';
import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import { roundTo } from '../../expressions/rounding.ts';
import { withAnswer } from '../answers.ts';
import type { Engine } from '../create-engine.ts';
import type { Resolved } from '../resolved.ts';

/**
 * Numbers at which a broken constraint may begin to hold, nearest to the present value first. Most conditions are linear in any
 * one number, so two points show where both sides of a comparison meet. Where they are not linear, trying the repair shows it.
 */
export function turningPoints(
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
    const scopesIn = ({ scope, repetitions }: Resolved) =>
      step === undefined ? [scope] : (repetitions.get(step) ?? []);
    const [before, after] = [scopesIn(resolved), scopesIn(moved)];
    return differences(holds).flatMap((difference) =>
      before.flatMap((scope, index) => {
        const [from, to] = [
          engine.run(difference, scope),
          after[index] && engine.run(difference, after[index]),
        ];
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

/** The values of a number feature are multiples of this. */
export const gridOf = ({ step, decimals = 0 }: FeatureState['feature']): number => step ?? 10 ** -decimals;

/** For each comparison in a condition, the difference between its two sides. */
function differences(expr: Expr): Expr[] {
  if (!Array.isArray(expr)) return [];
  const [operation, ...operands] = expr as readonly [string, ...Expr[]];
  if (/^[<>=!]=?$/.test(operation) && operands.length === 2) return [['-', ...operands]];
  return operands.flatMap(differences);
}
