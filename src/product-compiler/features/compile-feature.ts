import * as defaults from '../../contract/product/defaults.ts';
import type { Bound } from '../../contract/published/bound.ts';
import type { PublishedAvailability } from '../../contract/published/published-option.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { availabilities } from './availabilities.ts';
import { defined } from '../../contract/defined.ts';
import { type CompileContext } from '../compile-context.ts';
import { featureDetails } from './feature-details.ts';
import type { ExpressionSite } from '../expression-site.ts';
import { compileChecks } from './compile-checks.ts';
import { compileOptions } from './compile-options.ts';
import type { RulesBySubject } from '../rules/rules-by-subject.ts';
import type { FeatureInput, StepInput } from '../product-input-types.ts';
import type { ExpectedType } from '../written-expression.ts';
import { conjunction } from '../conjunction.ts';
import { readsOption } from './reads-option.ts';

type Literal = string | number | boolean | readonly string[];
type ValueInput = Literal | { readonly expression: string };

/** A feature on its way, and the rules of its product. */
interface Subject {
  readonly feature: FeatureInput;
  readonly path: string;
  readonly site: ExpressionSite;
  readonly rules: RulesBySubject;
  readonly context: CompileContext;
}

/** A feature with everything that its own entry and rules say about it. */
export function compileFeature(
  feature: FeatureInput,
  path: string,
  step: StepInput,
  rules: RulesBySubject,
  context: CompileContext,
): PublishedFeature {
  context.at = path;
  const site: ExpressionSite = { owner: feature.id, step: step.repeat ? step.id : undefined };
  const subject: Subject = { feature, path, site, rules, context };
  const { id, type, name } = feature;
  const compiled = defined({
    id,
    type,
    name,
    help: 'help' in feature ? feature.help : undefined,
    visible: compileVisible(subject),
    enabled: compileEnabled(subject),
    required: compileRequired(subject),
    default: compileDefault(subject),
    derived: compileDerived(subject),
    options: compileOptions(feature, path, site, rules, context),
    min: compileBounds(subject, 'min'),
    max: compileBounds(subject, 'max'),
    checks: compileChecks(feature, [site.step === undefined ? '$' : '@', id]),
    ...featureDetails(feature, path, context),
  });
  const { options, own } = compiled;
  return type === 'choice' && (own ?? options?.some(({ attributes }) => attributes))
    ? { ...compiled, facts: `${id}.` }
    : compiled;
}

function compileVisible({ feature, path, site, rules, context }: Subject): Expr | undefined {
  const own = 'visible' in feature ? feature.visible : undefined;
  return conjunction([
    context.condition(own, `${path}.visible`, site, 'rule'),
    ...rules
      .of(feature.id, 'visible')
      .map(({ rule, path }) => context.condition(rule.when, `${path}.when`, site, 'rule')),
  ]);
}

/** Conditions that read `option` are about each option, and compiled with those. */
function compileEnabled({
  feature,
  path,
  site,
  rules,
  context,
}: Subject): PublishedAvailability[] | undefined {
  const own = 'enabled' in feature ? availabilities(feature.enabled, `${path}.enabled`) : [];
  const byRules = rules.of(feature.id, 'enabled').filter(({ rule }) => rule.option === undefined);
  const all = [...own, ...byRules.map(({ rule, path }) => ({ ...rule, path }))];
  const enabled = all
    .filter(({ when }) => !readsOption(when) || !('options' in feature))
    .map(({ when, reason, path }) => ({
      when: context.expr(when, `${path}.when`, site, { is: 'boolean' }, 'rule'),
      reason,
    }));
  return enabled.length === 0 ? undefined : enabled;
}

/** A rule takes the place of the default. */
function compileRequired({ feature, path, site, rules, context }: Subject): Expr | undefined {
  if (feature.type === 'hidden' || feature.type === 'computed') return undefined;
  const byRules = rules.of(feature.id, 'required');
  const byDefault = ['choice', 'number', 'date'].includes(feature.type) && byRules.length === 0;
  const own = feature.required ?? byDefault;
  const exprs = [
    ...(own === false ? [] : [context.expr(own, `${path}.required`, site, { is: 'boolean' })]),
    ...byRules.map(({ rule, path }) =>
      context.expr(rule.when, `${path}.when`, site, { is: 'boolean' }, 'rule'),
    ),
  ];
  return exprs.length === 0 ? undefined : exprs.reduce((left, right) => ['||', left, right]);
}

/** Rules first, then the feature's own default. What can be ticked and is not required is unticked. */
function compileDefault(subject: Subject): Bound[] | undefined {
  const { feature, path, rules } = subject;
  const bounds = rules.of(feature.id, 'default').map(({ rule, path }) => compileBound(rule, path, subject));
  const own = 'default' in feature ? feature.default : undefined;
  if (own !== undefined) bounds.push({ value: compileValue(own, `${path}.default`, subject) });
  else if (!('required' in feature) || feature.required === undefined || feature.required === false) {
    if (feature.type === 'yes_no') bounds.push({ value: false });
    if (feature.type === 'multi_choice') bounds.push({ value: ['list'] });
  }
  return bounds.length === 0 ? undefined : bounds;
}

function compileDerived(subject: Subject): Bound[] | undefined {
  const { feature, path, site, rules, context } = subject;
  const bounds = rules.of(feature.id, 'value').map(({ rule, path }) => compileBound(rule, path, subject));
  if (feature.type === 'computed') {
    const expected: ExpectedType = { is: 'value', feature: feature.id };
    const value = context.expr(feature.value, `${path}.value`, site, expected);
    context.values.set(feature.id, value);
    bounds.push({ value });
  }
  return bounds.length === 0 ? undefined : bounds;
}

function compileBound(
  rule: {
    readonly when?: string | boolean | undefined;
    readonly value: ValueInput;
    readonly reason?: Bound['reason'] | undefined;
  },
  path: string,
  subject: Subject,
): Bound {
  const { site, context } = subject;
  return defined({
    when: context.condition(rule.when, `${path}.when`, site, 'rule'),
    value: compileValue(rule.value, `${path}.value`, subject),
    reason: rule.reason,
  });
}

function compileValue(value: ValueInput, path: string, { feature, site, context }: Subject): Expr {
  if (Array.isArray(value)) return ['list', ...(value as readonly string[])];
  if (typeof value !== 'object') return value;
  const { expression } = value as { readonly expression: string };
  return context.expr(expression, `${path}.expression`, site, { is: 'value', feature: feature.id });
}

function compileBounds(
  { feature, path, site, rules, context }: Subject,
  key: 'min' | 'max',
): Bound[] | undefined {
  if (feature.type !== 'number' && feature.type !== 'multi_choice') return undefined;
  const expected: ExpectedType =
    feature.type === 'number' ? { is: 'unit', unit: feature.unit ?? defaults.numberUnit } : { is: 'number' };
  const own = feature[key];
  const bounds: Bound[] =
    own === undefined ? [] : [{ value: context.expr(own, `${path}.${key}`, site, expected) }];
  for (const { rule, path } of rules.of(feature.id, 'bounds')) {
    if (rule[key] === undefined) {
      if (rule.min === undefined && rule.max === undefined && key === 'min') {
        context.error(path, 'the rule says nothing', 'give "min" or "max"');
      }
      continue;
    }
    const when = context.condition(
      rule.when,
      `${path}.when`,
      site,
      key === 'max' && rule.min !== undefined ? undefined : 'rule',
    );
    const value = context.expr(rule[key], `${path}.${key}`, site, expected);
    bounds.push(defined({ when, value, reason: rule.reason }));
  }
  return bounds.length === 0 ? undefined : bounds;
}
