import type { Expr } from './expr.ts';

export interface PublishedVariable {
  readonly id: string;
  readonly step?: string;
  readonly value: Expr;
}
