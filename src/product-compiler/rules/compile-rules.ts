import type { PublishedConstraint } from '../../contract/published/published-constraint.ts';
import type { PublishedMessage } from '../../contract/published/published-message.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { combination } from './combination.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { namedFeatures } from './named-features.ts';
import { namedOptions } from './named-options.ts';
import { repetitionAtHand } from './repetition-at-hand.ts';
import type { RuleInput, RuleOf } from '../product-input-types.ts';

interface PublishedRules {
  readonly constraints: PublishedConstraint[];
  readonly messages: PublishedMessage[];
}

/** The rules about several features at once, as constraints and messages. */
export function compileRules(context: CompileContext): PublishedRules {
  const rules: PublishedRules = { constraints: [], messages: [] };
  (context.input.rules ?? []).forEach((rule, index) => {
    const path = `rules[${index}]`;
    context.at = path;
    const published = constraint(rule, path, context);
    if (published) {
      context.origins.set(published, path);
      rules.constraints.push(published);
    } else if (rule.type === 'message') rules.messages.push(message(rule, path, context));
  });
  return rules;
}

function constraint(rule: RuleInput, path: string, context: CompileContext): PublishedConstraint | undefined {
  switch (rule.type) {
    case 'requires': {
      const [when, then, step] = pair(rule.when, rule.then, 'then', path, context);
      return constrained([when, then], ['||', ['!', when], then], rule.reason, step, context);
    }
    case 'excludes': {
      const [when, not, step] = pair(rule.when, rule.not, 'not', path, context);
      return constrained([when, not], ['!', ['&&', when, not]], rule.reason, step, context);
    }
    case 'combination':
      return combination(rule, path, context);
    case 'allow':
    case 'enabled':
      return withoutOwn(rule, path, context);
    default:
      return undefined;
  }
}

function pair(
  when: string,
  other: string,
  key: string,
  path: string,
  context: CompileContext,
): [Expr, Expr, string | undefined] {
  const step = repetitionAtHand([when, other], path, context);
  return [
    context.expr(when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    context.expr(other, `${path}.${key}`, { step }, { is: 'boolean' }, 'rule'),
    step,
  ];
}

function constrained(
  named: readonly Expr[],
  holds: Expr,
  reason: PublishedConstraint['reason'],
  step: string | undefined,
  context: CompileContext,
): PublishedConstraint {
  const features = namedFeatures(named, context);
  return defined({ holds, features, named: namedOptions(holds, features, context), step, reason });
}

/** What the shopper enters is no option; a rule that leaves it out becomes a constraint on the choice. */
function withoutOwn(
  rule: RuleOf<'allow' | 'enabled'>,
  path: string,
  context: CompileContext,
): PublishedConstraint | undefined {
  const name = context.names.get(rule.feature);
  if (name?.feature?.type !== 'choice' || !name.feature.own) return undefined;
  const isAllow = rule.type === 'allow';
  if (isAllow ? rule.options.includes('own') : rule.option !== 'own') return undefined;
  const chosen: Expr = [name.step === undefined ? '$' : '@', rule.feature];
  const other: Expr = ['!=', chosen, 'own'];
  const option = { id: 'own', attributes: name.feature.own.attributes ?? {} };
  const condition = () => context.condition(rule.when, `${path}.when`, { step: name.step, option }, 'rule');
  // An allow rule was translated (and reported, where wrong) with the options already.
  const when = isAllow ? quietly(context, condition) : condition();
  const free: Expr | undefined = isAllow ? when && ['!', when] : (when ?? true);
  return constrained(
    [when ?? null, chosen],
    free === undefined ? other : ['||', free, other],
    rule.reason,
    name.step,
    context,
  );
}

/** Works without leaving problems or expressions behind that another place reports already. */
function quietly<T>(context: CompileContext, work: () => T): T {
  const [problems, written] = [context.problems.length, context.written.length];
  const result = work();
  context.problems.length = problems;
  context.written.length = written;
  return result;
}

function message(rule: RuleOf<'message'>, path: string, context: CompileContext): PublishedMessage {
  const about = rule.feature === undefined ? undefined : context.names.get(rule.feature)?.step;
  const step = about ?? repetitionAtHand([rule.when], path, context);
  return defined({
    level: rule.level,
    when: context.expr(rule.when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    text: rule.text,
    feature: rule.feature,
    step,
  });
}
