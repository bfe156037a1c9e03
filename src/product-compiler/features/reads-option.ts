import type { ExpressionNode } from '../../expressions/expression-node.ts';
import { parseExpression } from '../../expressions/parse-expression.ts';

/** Whether an expression reads `option`. False for one that cannot be parsed, which is reported where it is compiled. */
export function readsOption(source: string): boolean {
  try {
    return mentions(parseExpression(source));
  } catch {
    return false;
  }
}

function mentions(node: ExpressionNode): boolean {
  if (node.kind === 'member') return node.path[0] === 'option';
  if (node.kind === 'list') return node.items.some(mentions);
  return 'operands' in node && node.operands.some(mentions);
}
