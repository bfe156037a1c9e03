import type { Expr } from '../contract/published/expr.ts';
import type { CompileContext } from '../product-compiler/compile-context.ts';
import type { WrittenExpression } from '../product-compiler/written-expression.ts';

/** The words that a compiled expression, or a part of it, was written in. */
export type Quote = (expr: Expr) => string;

/** Quotes the parts of an expression. */
export function quoteOf(written: WrittenExpression, context: CompileContext): Quote {
  return (expr) => {
    if (!Array.isArray(expr)) return JSON.stringify(expr);
    const node = context.nodes.get(expr);
    return node ? written.source.slice(node.at, node.end) : written.source;
  };
}
