import type { Expr } from '../contract/published/expr.ts';
import type { CompileContext, WrittenExpression } from '../product-compiler/compile-context.ts';

/** Quotes the part of an expression that a term was made of. */
export function quoteOf(written: WrittenExpression, context: CompileContext): (expr: Expr) => string {
  return (expr) => {
    if (!Array.isArray(expr)) return JSON.stringify(expr);
    const node = context.nodes.get(expr);
    return node ? written.source.slice(node.at, node.end) : written.source;
  };
}
