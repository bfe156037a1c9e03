import type { Expr } from '../contract/published/expr.ts';
import type { CompileContext, WrittenExpression } from '../product-compiler/compile-context.ts';

/** Quotes the part of an expression that a term was made of. */
export function quoteOf(written: WrittenExpression, draft: CompileContext): (term: Expr) => string {
  return (term) => {
    if (!Array.isArray(term)) return JSON.stringify(term);
    const node = draft.nodes.get(term);
    return node ? written.source.slice(node.at, node.end) : written.source;
  };
}
