import type { Expr } from '../../contract/published/expr.ts';
import { ExpressionError } from '../../expressions/expression-error.ts';
import type { MemberNode } from '../../expressions/expression-node.ts';
import type { ExpressionSite } from '../expression-site.ts';
import type { Attributes, FeatureOf } from '../product-input-types.ts';
import { attributesOfOption } from './attributes-of-option.ts';
import type { DeclaredName } from './declared-name.ts';
import { didYouMean } from './did-you-mean.ts';
import { readName } from './read-name.ts';
import type { TranslationContext } from './translation-context.ts';
import { unknownName } from './unknown-name.ts';

/** Translates `panels.width`, `legs.max_kg`, `panels.glass.u_value` or `option.max_kg`. */
export function resolveMember(
  { path, at }: MemberNode,
  site: ExpressionSite,
  context: TranslationContext,
): Expr {
  const [first, second, third, ...more] = path as readonly [string, string, ...string[]];
  if (more.length > 0) throw tooDeep(at);
  if (first === 'option') {
    if (third !== undefined) throw tooDeep(at);
    return optionAttribute(second, at, site);
  }
  const found = context.names.get(first);
  if (!found) throw unknownName(first, at, context);
  if (found.kind !== 'step') {
    if (third !== undefined) throw tooDeep(at);
    return ['.', readName(found, at, site), attributeOf(found, second, at)];
  }
  const inner = context.names.get(second);
  if (found.step === undefined) {
    throw new ExpressionError(
      at,
      `the step "${first}" does not repeat`,
      `write ${[second, third].filter(Boolean).join('.')}`,
    );
  }
  if (!inner || inner.kind === 'step' || inner.step !== found.id) {
    const inside = [...context.names.values()].filter((one) => one.step === found.id && one.kind !== 'step');
    throw new ExpressionError(
      at,
      `there is no "${second}" in the step "${first}"`,
      didYouMean(
        second,
        inside.map((one) => one.id),
      ),
    );
  }
  if (third === undefined) return ['[]', first, second];
  return ['.[]', first, second, attributeOf(inner, third, at)];
}

function optionAttribute(name: string, at: number, { option }: ExpressionSite): Expr {
  if (!option) {
    throw new ExpressionError(
      at,
      'option is known only where an option is judged',
      'use it in "visible", "enabled" or "price" of an option, or name the choice: legs.max_kg',
    );
  }
  const { id, attributes, fixed } = option;
  if (Object.hasOwn(attributes, name)) return fixed === true ? attributes[name]! : ['option', name];
  throw new ExpressionError(
    at,
    `the option "${id}" has no attribute "${name}"`,
    `add it to its "attributes", or ${didYouMean(name, Object.keys(attributes))}`,
  );
}

function attributeOf(name: DeclaredName, attribute: string, at: number): string {
  const all = name.feature?.type === 'choice' ? attributesOfChoice(name.feature) : undefined;
  if (!all) {
    throw new ExpressionError(
      at,
      `"${name.id}" has no attributes`,
      'only the options of a choice have attributes',
    );
  }
  const known = new Set(all.flatMap((one) => Object.keys(one)));
  if (known.has(attribute)) return attribute;
  throw new ExpressionError(
    at,
    `no option of "${name.id}" has an attribute "${attribute}"`,
    `add it to "attributes" of its options, or ${didYouMean(attribute, known)}`,
  );
}

/** Attributes of each answer of a choice, its own entry last. */
function attributesOfChoice(choice: FeatureOf<'choice'>): Attributes[] {
  const all = choice.options.map(attributesOfOption);
  return choice.own ? [...all, choice.own.attributes ?? {}] : all;
}

const tooDeep = (at: number) =>
  new ExpressionError(
    at,
    'there are too many dots',
    'write step.feature, choice.attribute or step.choice.attribute',
  );
