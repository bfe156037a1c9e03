import type { Expr } from '../../contract/published/expr.ts';
import { ExpressionError } from '../../expressions/expression-error.ts';
import type { ExpressionSite } from '../expression-site.ts';
import type { DeclaredName } from './declared-name.ts';

/** A name's value as an expression at this site reads it. @throws {ExpressionError} where there is one in every repetition. */
export function readName({ id, step }: DeclaredName, at: number, site: ExpressionSite): Expr {
  if (step === undefined) return ['$', id];
  if (step === site.step) return ['@', id];
  const all = `${step}.${id}`;
  throw new ExpressionError(
    at,
    `"${id}" has a value in every repetition of "${step}"`,
    `write sum(${all}), max(${all}) or another function over the list ${all}`,
  );
}
