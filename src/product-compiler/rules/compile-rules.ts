import type { PublishedConstraint, PublishedMessage } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { combination } from './combination.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { namedFeatures } from './named-features.ts';
import { namedOptions } from './named-options.ts';
import type { RuleInput } from '../expression-site.ts';
import { repetitionAtHand } from './repetition-at-hand.ts';
import type { RuleOf } from './rules-by-subject.ts';

interface PublishedRules {
  readonly constraints: PublishedConstraint[];
  readonly messages: PublishedMessage[];
}

/** The rules about several features at once, as constraints and messages. */
export function compileRules(draft: CompileContext): PublishedRules {
  const rules: PublishedRules = { constraints: [], messages: [] };
  (draft.input.rules ?? []).forEach((rule, index) => {
    const path = `rules[${index}]`;
    draft.at = path;
    const published = constraint(rule, path, draft);
    if (published) {
      draft.origins.set(published, path);
      rules.constraints.push(published);
    } else if (rule.type === 'message') rules.messages.push(message(rule, path, draft));
  });
  return rules;
}

function constraint(rule: RuleInput, path: string, draft: CompileContext): PublishedConstraint | undefined {
  switch (rule.type) {
    case 'requires': {
      const [when, then, step] = pair(rule.when, rule.then, 'then', path, draft);
      return constrained([when, then], ['||', ['!', when], then], rule.reason, step, draft);
    }
    case 'excludes': {
      const [when, not, step] = pair(rule.when, rule.not, 'not', path, draft);
      return constrained([when, not], ['!', ['&&', when, not]], rule.reason, step, draft);
    }
    case 'combination':
      return combination(rule, path, draft);
    case 'allow':
    case 'enabled':
      return withoutOwn(rule, path, draft);
    default:
      return undefined;
  }
}

function pair(
  when: string,
  other: string,
  key: string,
  path: string,
  draft: CompileContext,
): [Expr, Expr, string | undefined] {
  const step = repetitionAtHand([when, other], path, draft);
  return [
    draft.term(when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    draft.term(other, `${path}.${key}`, { step }, { is: 'boolean' }, 'rule'),
    step,
  ];
}

function constrained(
  named: readonly Expr[],
  holds: Expr,
  reason: PublishedConstraint['reason'],
  step: string | undefined,
  draft: CompileContext,
): PublishedConstraint {
  const features = namedFeatures(named, draft);
  return defined({ holds, features, named: namedOptions(holds, features, draft), step, reason });
}

/** What the shopper enters is no option; a rule that leaves it out becomes a constraint on the choice. */
function withoutOwn(
  rule: RuleOf<'allow' | 'enabled'>,
  path: string,
  draft: CompileContext,
): PublishedConstraint | undefined {
  const name = draft.names.get(rule.feature);
  if (name?.feature?.type !== 'choice' || !name.feature.own) return undefined;
  const isAllow = rule.type === 'allow';
  if (isAllow ? rule.options.includes('own') : rule.option !== 'own') return undefined;
  const chosen: Expr = [name.step === undefined ? '$' : '@', rule.feature];
  const other: Expr = ['!=', chosen, 'own'];
  const option = { id: 'own', attributes: name.feature.own.attributes ?? {} };
  const condition = () => draft.condition(rule.when, `${path}.when`, { step: name.step, option }, 'rule');
  // An allow rule was translated (and reported, where wrong) with the options already.
  const when = isAllow ? quietly(draft, condition) : condition();
  const free: Expr | undefined = isAllow ? when && ['!', when] : (when ?? true);
  return constrained(
    [when ?? null, chosen],
    free === undefined ? other : ['||', free, other],
    rule.reason,
    name.step,
    draft,
  );
}

/** Works without leaving problems or expressions behind that another place reports already. */
function quietly<T>(draft: CompileContext, work: () => T): T {
  const [problems, written] = [draft.problems.length, draft.written.length];
  const result = work();
  draft.problems.length = problems;
  draft.written.length = written;
  return result;
}

function message(rule: RuleOf<'message'>, path: string, draft: CompileContext): PublishedMessage {
  const about = rule.feature === undefined ? undefined : draft.names.get(rule.feature)?.step;
  const step = about ?? repetitionAtHand([rule.when], path, draft);
  return defined({
    level: rule.level,
    when: draft.term(rule.when, `${path}.when`, { step }, { is: 'boolean' }, 'rule'),
    text: rule.text,
    feature: rule.feature,
    step,
  });
}
