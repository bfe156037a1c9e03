import type { Expr } from '../contract/published/expr.ts';
import type { ExpressionSite } from './expression-site.ts';

/** What an expression has to yield. */
export type ExpectedType =
  | { readonly is: 'boolean' | 'text' | 'number' }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'measure'; readonly unit: string }
  | { readonly is: 'money' }
  | { readonly is: 'value'; readonly feature: string }
  | { readonly is: 'any' };

/** What a condition decides about; only such conditions must be able to hold and to fail. */
export type ConditionUse = 'rule' | 'option';

/** An expression of the product as it was written, for the linter. */
export interface WrittenExpression {
  readonly source: string;
  readonly path: string;
  readonly expr: Expr;
  readonly site: ExpressionSite;
  readonly expected: ExpectedType;
  readonly use: ConditionUse | undefined;
}
