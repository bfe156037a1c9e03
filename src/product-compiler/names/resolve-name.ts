import type { Expr } from '../../contract/published/expr.ts';
import { ExpressionError } from '../../expressions/expression-error.ts';
import type { MemberNode, NameNode } from '../../expressions/expression-node.ts';
import { didYouMean } from './closest.ts';
import type { CompileContext } from '../compile-context.ts';
import { functions } from '../../expressions/functions.ts';
import type { Attributes, FeatureInput, DeclaredName, ExpressionSite } from '../expression-site.ts';

/** The term of a bare name. */
export function resolveName({ name, at }: NameNode, site: ExpressionSite, context: CompileContext): Expr {
  if (name === 'quantity') return ['$', 'quantity'];
  if (name === 'index') {
    if (site.index === true || site.step !== undefined) return ['index'];
    throw new ExpressionError(at, 'index is known in repetitions only', 'use it in a step that repeats');
  }
  const found = context.names.get(name);
  if (!found) throw unknown(name, at, context);
  if (found.kind === 'step') {
    throw new ExpressionError(
      at,
      `"${name}" is a step and has no value`,
      found.step === undefined
        ? 'name one of its features'
        : `write count(${name}), or ${name}.feature for the values in all its repetitions`,
    );
  }
  return read(found, at, site);
}

/** The term of `panels.width`, `legs.max_kg`, `panels.glass.u_value` or `option.max_kg`. */
export function resolveMember({ path, at }: MemberNode, site: ExpressionSite, context: CompileContext): Expr {
  const [first, second, third, ...more] = path as readonly [string, string, ...string[]];
  if (more.length > 0) throw tooDeep(at);
  if (first === 'option') {
    if (third !== undefined) throw tooDeep(at);
    return optionAttribute(second, at, site);
  }
  const found = context.names.get(first);
  if (!found) throw unknown(first, at, context);
  if (found.kind !== 'step') {
    if (third !== undefined) throw tooDeep(at);
    return ['.', read(found, at, site), attributeOf(found, second, at)];
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

/** A name's value from where the expression stands. */
function read(name: DeclaredName, at: number, site: ExpressionSite): Expr {
  if (name.step === undefined) return ['$', name.id];
  if (name.step === site.step) return ['@', name.id];
  const all = `${name.step}.${name.id}`;
  throw new ExpressionError(
    at,
    `"${name.id}" has a value in every repetition of "${name.step}"`,
    `write sum(${all}), max(${all}) or another function over the list ${all}`,
  );
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

/** Attributes of each answer of a choice, its own entry last. The colour counts as one. */
function attributesOfChoice(choice: Extract<FeatureInput, { type: 'choice' }>): Attributes[] {
  const all = choice.options.map(attributesOfOption);
  return choice.own ? [...all, choice.own.attributes ?? {}] : all;
}

/** Attributes of an option as expressions read them. */
export const attributesOfOption = (option: {
  readonly colour?: string | undefined;
  readonly attributes?: Attributes | undefined;
}): Attributes => ({
  ...(option.colour === undefined ? {} : { colour: option.colour }),
  ...option.attributes,
});

const tooDeep = (at: number) =>
  new ExpressionError(
    at,
    'there are too many dots',
    'write step.feature, choice.attribute or step.choice.attribute',
  );

function unknown(name: string, at: number, context: CompileContext): ExpressionError {
  if (functions.has(name)) return new ExpressionError(at, `"${name}" is a function`, `write ${name}(…)`);
  const isOption = [...context.names.values()].some(
    ({ feature }) => feature && 'options' in feature && feature.options.some((option) => option.id === name),
  );
  return new ExpressionError(
    at,
    `there is no "${name}"`,
    isOption
      ? `an option is a text in quotes: "${name}"`
      : didYouMean(name, [...context.names.keys(), 'quantity']),
  );
}
