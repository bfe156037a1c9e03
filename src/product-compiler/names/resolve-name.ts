import type { Expr } from '../../contract/published/expr.ts';
import { ExpressionError } from '../../expressions/expression-error.ts';
import type { NameNode } from '../../expressions/expression-node.ts';
import type { ExpressionSite } from '../expression-site.ts';
import { readName } from './read-name.ts';
import type { TranslationContext } from './translation-context.ts';
import { unknownName } from './unknown-name.ts';

/** Translates a bare name. */
export function resolveName({ name, at }: NameNode, site: ExpressionSite, context: TranslationContext): Expr {
  if (name === 'quantity') return ['$', 'quantity'];
  if (name === 'index') {
    if (site.index === true || site.step !== undefined) return ['index'];
    throw new ExpressionError(at, 'index is known in repetitions only', 'use it in a step that repeats');
  }
  const found = context.names.get(name);
  if (!found) throw unknownName(name, at, context);
  if (found.kind === 'step') {
    throw new ExpressionError(
      at,
      `"${name}" is a step and has no value`,
      found.step === undefined
        ? 'name one of its features'
        : `write count(${name}), or ${name}.feature for the values in all its repetitions`,
    );
  }
  return readName(found, at, site);
}
