import { ExpressionError } from '../../expressions/expression-error.ts';
import type { ExpressionNode } from '../../expressions/expression-node.ts';
import { parseExpression } from '../../expressions/parse-expression.ts';
import type { CompileContext } from '../compile-context.ts';

/**
 * The repeatable step whose repetitions a rule is evaluated in, told by the bare names in its expressions: `width > 900`
 * about the width of a panel holds or fails in each panel. Undefined where none of the names is in a repetition.
 */
export function repeatedStepOf(
  sources: readonly (string | undefined)[],
  path: string,
  context: CompileContext,
): string | undefined {
  const steps = new Set<string>();
  for (const source of sources) if (source !== undefined) collectSteps(parsed(source), steps, context);
  if (steps.size > 1) {
    const all = [...steps].map((one) => `"${one}"`).join(' and ');
    context.error(
      path,
      `the rule is about names in the repetitions of ${all}`,
      'name those of one step only, and lists such as max(panels.width) of the other',
    );
  }
  return [...steps][0];
}

function parsed(source: string): ExpressionNode | undefined {
  try {
    return parseExpression(source);
  } catch (error) {
    // Reported where the expression is compiled.
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function collectSteps(node: ExpressionNode | undefined, steps: Set<string>, context: CompileContext): void {
  if (!node) return;
  if (node.kind === 'name' || node.kind === 'member') {
    const name = context.names.get(node.kind === 'name' ? node.name : node.path[0]!);
    if (name && name.kind !== 'step' && name.step !== undefined) steps.add(name.step);
  } else if (node.kind === 'list') for (const one of node.items) collectSteps(one, steps, context);
  else if ('operands' in node) for (const one of node.operands) collectSteps(one, steps, context);
}
