import type { Expr } from '../../contract/published/expr.ts';

/** Called with what certainly does not fit: where, what, and what to write instead. */
export type Report = (expr: Expr, message: string, hint: string) => void;
