import type { Expr } from '../contract/published/expr.ts';
import type { Scope } from '../expressions/scope.ts';

/** The value of an expression of the product in a scope; unset is undefined. */
export type Evaluate = (expr: Expr, scope: Scope) => unknown;
