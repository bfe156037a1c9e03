import type { Expr } from '../../contract/published/expr.ts';
import { ExpressionError } from '../../expressions/expression-error.ts';
import type { CallNode, ExpressionNode } from '../../expressions/expression-node.ts';
import { didYouMean } from './did-you-mean.ts';
import { functions } from '../../expressions/functions.ts';
import type { ExpressionSite } from '../expression-site.ts';
import { resolveMember } from './resolve-member.ts';
import { resolveName } from './resolve-name.ts';
import type { TranslationContext } from './translation-context.ts';

/**
 * Translates a parsed expression, resolving its names from where it stands.
 *
 * @throws {ExpressionError} for names and functions that don't exist, or can't be used there.
 */
export function toExpr(node: ExpressionNode, site: ExpressionSite, context: TranslationContext): Expr {
  const expr = translated(node, site, context);
  if (Array.isArray(expr)) context.nodes.set(expr, node);
  return expr;
}

function translated(node: ExpressionNode, site: ExpressionSite, context: TranslationContext): Expr {
  const each = (nodes: readonly ExpressionNode[]) => nodes.map((one) => toExpr(one, site, context));
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'name':
      return resolveName(node, site, context);
    case 'member':
      return resolveMember(node, site, context);
    case 'list':
      return ['list', ...each(node.items)];
    case 'operation': {
      const [first, ...rest] = each(node.operands);
      if (node.operator === '-' && rest.length === 0 && typeof first === 'number') return -first;
      return [node.operator, first!, ...rest];
    }
    case 'call':
      return call(node, site, context);
  }
}

function call(node: CallNode, site: ExpressionSite, context: TranslationContext): Expr {
  const limits = functions.get(node.name);
  if (!limits) {
    throw new ExpressionError(
      node.at,
      `there is no function ${node.name}`,
      didYouMean(node.name, functions.keys()),
    );
  }
  const [fewest, most] = limits;
  if (node.operands.length < fewest || node.operands.length > most) {
    const expected = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
    throw new ExpressionError(
      node.at,
      `${node.name} was given ${node.operands.length} values, and takes ${expected}`,
      `write ${example(node.name)}`,
    );
  }
  const special = calls[node.name];
  return special
    ? special(node, site, context)
    : [node.name, ...node.operands.map((one) => toExpr(one, site, context))];
}

const examples: Readonly<Record<string, string>> = {
  lookup: "lookup('table', width) or lookup('table', width, height)",
  subtotal: "subtotal('base', 'legs')",
  gradient: "gradient('wood')",
  round: 'round(x) or round(x, 0.5)',
  has: 'has(name)',
  count: 'count(panels) or count(panels.handle)',
};
const example = (name: string) => examples[name] ?? `${name}(…)`;

const calls: Readonly<
  Record<string, (node: CallNode, site: ExpressionSite, context: TranslationContext) => Expr>
> = {
  has(node, site, context) {
    const [operand] = node.operands;
    if (operand!.kind !== 'name' && operand!.kind !== 'member') {
      throw new ExpressionError(operand!.at, 'has() asks whether a name has a value', 'write has(name)');
    }
    return ['has', toExpr(operand!, site, context)];
  },
  count(node, site, context) {
    const [operand] = node.operands;
    const step = operand!.kind === 'name' ? context.names.get(operand!.name) : undefined;
    if (step?.kind === 'step' && step.step !== undefined) return ['#', step.id];
    return ['count', toExpr(operand!, site, context)];
  },
  lookup(node, site, context) {
    const [name, ...operands] = node.operands;
    const id = literal(name!, 'lookup', 'the id of a table');
    const found = context.tables.get(id);
    if (!found)
      throw new ExpressionError(name!.at, `there is no table "${id}"`, didYouMean(id, context.tables.keys()));
    const axes = found.table.y ? 2 : 1;
    if (operands.length !== axes) {
      throw new ExpressionError(
        node.at,
        `the table "${id}" is looked up by ${axes === 2 ? 'x and y' : 'x alone'}`,
        `write lookup('${id}', ${axes === 2 ? 'width, height' : 'width'})`,
      );
    }
    return context.lookUp(
      found.number,
      operands.map((one) => toExpr(one, site, context)),
    );
  },
  subtotal(node, site) {
    const { lines } = site;
    if (!lines) {
      throw new ExpressionError(
        node.at,
        'subtotal() is known in prices only',
        'move this into a price of kind "formula"',
      );
    }
    const ids = node.operands.flatMap((one) => {
      const id = literal(one, 'subtotal', 'the id of a price');
      const found = lines.get(id);
      if (found) return found;
      throw new ExpressionError(
        one.at,
        `no earlier price or group is called "${id}"`,
        didYouMean(id, lines.keys()),
      );
    });
    return ['subtotal', ...ids];
  },
  gradient(node, { gradients }) {
    if (!gradients)
      throw new ExpressionError(node.at, 'gradient() is known in drawings only', "write a colour: '#b5895a'");
    const id = literal(node.operands[0]!, 'gradient', 'the id of a gradient');
    if (gradients.includes(id)) return ['gradient', id];
    throw new ExpressionError(
      node.operands[0]!.at,
      `there is no gradient "${id}"`,
      didYouMean(id, gradients),
    );
  },
};

function literal(node: ExpressionNode, call: string, what: string): string {
  if (node.kind === 'literal' && typeof node.value === 'string') return node.value;
  throw new ExpressionError(node.at, `${call}() takes ${what} in quotes here`, `write ${example(call)}`);
}
