import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { PublishedMessage } from '../../contract/published/published-message.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { compileCombination } from './compile-combination.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { namedFeatures } from './named-features.ts';
import { namedOptions } from './named-options.ts';
import { repeatedStepOf } from './repeated-step-of.ts';
import type { RuleInput, RuleOf } from '../product-input-types.ts';

interface CompiledRules {
  readonly constraints: PublishedConstraint[];
  readonly messages: PublishedMessage[];
}

/** The rules about several features at once, as constraints and messages. */
export function compileRules(context: CompileContext): CompiledRules {
  const rules: CompiledRules = { constraints: [], messages: [] };
  (context.input.rules ?? []).forEach((rule, index) => {
    const path = `rules[${index}]`;
    context.at = path;
    const compiled = compileConstraint(rule, path, context);
    if (compiled) {
      context.origins.set(compiled, path);
      rules.constraints.push(compiled);
    } else if (rule.type === 'message') rules.messages.push(compileMessage(rule, path, context));
  });
  return rules;
}

function compileConstraint(
  rule: RuleInput,
  path: string,
  context: CompileContext,
): PublishedConstraint | undefined {
  switch (rule.type) {
    case 'requires': {
      const [when, then, step] = compilePair(rule.when, rule.then, 'then', path, context);
      return constraintOn([when, then], ['||', ['!', when], then], rule.reason, step, context);
    }
    case 'excludes': {
      const [when, not, step] = compilePair(rule.when, rule.not, 'not', path, context);
      return constraintOn([when, not], ['!', ['&&', when, not]], rule.reason, step, context);
    }
    case 'combination':
      return compileCombination(rule, path, context);
    case 'allow':
    case 'enabled':
      return excludeOwn(rule, path, context);
    default:
      return undefined;
  }
}

/** The two conditions of a rule, and the repeatable step that they are evaluated in. */
function compilePair(
  when: string,
  other: string,
  key: string,
  path: string,
  context: CompileContext,
): [Expr, Expr, string | undefined] {
  const step = repeatedStepOf([when, other], path, context);
  return [
    context.expr(when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    context.expr(other, `${path}.${key}`, { step }, { is: 'boolean' }, 'rule'),
    step,
  ];
}

function constraintOn(
  named: readonly Expr[],
  holds: Expr,
  reason: PublishedConstraint['reason'],
  step: string | undefined,
  context: CompileContext,
): PublishedConstraint {
  const features = namedFeatures(named, context);
  return defined({ holds, features, named: namedOptions(holds, features, context), step, reason });
}

/** A rule that leaves out what the shopper enters, which is no option, becomes a constraint on the choice. */
function excludeOwn(
  rule: RuleOf<'allow' | 'enabled'>,
  path: string,
  context: CompileContext,
): PublishedConstraint | undefined {
  const name = context.names.get(rule.feature);
  if (name?.feature?.type !== 'choice' || !name.feature.own) return undefined;
  const isAllow = rule.type === 'allow';
  if (isAllow ? rule.options.includes('own') : rule.option !== 'own') return undefined;
  const chosen: Expr = [name.step === undefined ? '$' : '@', rule.feature];
  const notOwn: Expr = ['!=', chosen, 'own'];
  const option = { id: 'own', attributes: name.feature.own.attributes ?? {} };
  const condition = () => context.condition(rule.when, `${path}.when`, { step: name.step, option }, 'rule');
  // An allow rule was compiled, and its problems reported, with the options.
  const when = isAllow ? withoutTraces(context, condition) : condition();
  const free: Expr | undefined = isAllow ? when && ['!', when] : (when ?? true);
  return constraintOn(
    [when ?? null, chosen],
    free === undefined ? notOwn : ['||', free, notOwn],
    rule.reason,
    name.step,
    context,
  );
}

/** Does work again that has left its problems and expressions before. */
function withoutTraces<T>(context: CompileContext, work: () => T): T {
  const [problems, written] = [context.problems.length, context.written.length];
  const result = work();
  context.problems.length = problems;
  context.written.length = written;
  return result;
}

function compileMessage(rule: RuleOf<'message'>, path: string, context: CompileContext): PublishedMessage {
  const about = rule.feature === undefined ? undefined : context.names.get(rule.feature)?.step;
  const step = about ?? repeatedStepOf([rule.when], path, context);
  return defined({
    level: rule.level,
    when: context.expr(rule.when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    text: rule.text,
    feature: rule.feature,
    step,
  });
}
