import type { Availability } from '../../contract/product/feature.ts';
import type { ExpressionNode } from '../../expressions/expression-node.ts';
import { parseExpression } from '../../expressions/parse-expression.ts';

/** One or several availabilities, with their places in the file. */
export function availabilities(
  enabled: Availability | readonly Availability[] | undefined,
  path: string,
): (Availability & { readonly path: string })[] {
  if (enabled === undefined) return [];
  if (!Array.isArray(enabled)) return [{ ...(enabled as Availability), path }];
  return (enabled as readonly Availability[]).map((one, index) => ({ ...one, path: `${path}[${index}]` }));
}

/** Whether an expression mentions `option`. One that cannot be read does not; its own place will report it. */
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
