import * as defaults from '../../contract/product/defaults.ts';
import type {
  Bound,
  PublishedAvailability,
  PublishedFeature,
} from '../../contract/published/published-product.ts';
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

/** A feature with everything that was said about it, in its own entry and in rules. */
export function compileFeature(
  feature: FeatureInput,
  path: string,
  step: StepInput,
  targets: RulesBySubject,
  context: CompileContext,
): PublishedFeature {
  context.at = path;
  const site: ExpressionSite = { owner: feature.id, step: step.repeat ? step.id : undefined };
  const { id, type, name } = feature;
  const published = defined({
    id,
    type,
    name,
    help: 'help' in feature ? feature.help : undefined,
    visible: publishVisible(feature, path, site, targets, context),
    enabled: publishEnabled(feature, path, site, targets, context),
    required: publishRequired(feature, path, site, targets, context),
    default: publishDefaults(feature, path, site, targets, context),
    derived: publishDerived(feature, path, site, targets, context),
    options: compileOptions(feature, path, site, targets, context),
    min: publishBounds(feature, 'min', path, site, targets, context),
    max: publishBounds(feature, 'max', path, site, targets, context),
    checks: compileChecks(feature, [site.step === undefined ? '$' : '@', id]),
    ...featureDetails(feature, path, context),
  });
  const { options, own } = published;
  return type === 'choice' && (own ?? options?.some(({ attributes }) => attributes))
    ? { ...published, facts: `${id}.` }
    : published;
}

type Step = [
  feature: FeatureInput,
  path: string,
  site: ExpressionSite,
  targets: RulesBySubject,
  context: CompileContext,
];

function publishVisible(...[feature, path, site, targets, context]: Step): Expr | undefined {
  const own = 'visible' in feature ? feature.visible : undefined;
  return conjunction([
    context.condition(own, `${path}.visible`, site, 'rule'),
    ...targets
      .of(feature.id, 'visible')
      .map(({ rule, path }) => context.condition(rule.when, `${path}.when`, site, 'rule')),
  ]);
}

/** What mentions `option` is about each option, and goes there. */
function publishEnabled(
  ...[feature, path, site, targets, context]: Step
): PublishedAvailability[] | undefined {
  const own = 'enabled' in feature ? availabilities(feature.enabled, `${path}.enabled`) : [];
  const rules = targets.of(feature.id, 'enabled').filter(({ rule }) => rule.option === undefined);
  const all = [...own, ...rules.map(({ rule, path }) => ({ ...rule, path }))];
  const enabled = all
    .filter(({ when }) => !readsOption(when) || !('options' in feature))
    .map(({ when, reason, path }) => ({
      when: context.expr(when, `${path}.when`, site, { is: 'boolean' }, 'rule'),
      reason,
    }));
  return enabled.length === 0 ? undefined : enabled;
}

/** A rule takes the place of what is required unless said otherwise. */
function publishRequired(...[feature, path, site, targets, context]: Step): Expr | undefined {
  if (feature.type === 'hidden' || feature.type === 'computed') return undefined;
  const rules = targets.of(feature.id, 'required');
  const usual = ['choice', 'number', 'date'].includes(feature.type) && rules.length === 0;
  const own = feature.required ?? usual;
  const exprs = [
    ...(own === false ? [] : [context.expr(own, `${path}.required`, site, { is: 'boolean' })]),
    ...rules.map(({ rule, path }) =>
      context.expr(rule.when, `${path}.when`, site, { is: 'boolean' }, 'rule'),
    ),
  ];
  return exprs.length === 0 ? undefined : exprs.reduce((left, right) => ['||', left, right]);
}

/** Rules first, then the feature's own default. What can be ticked and need not be is unticked. */
function publishDefaults(...[feature, path, site, targets, context]: Step): Bound[] | undefined {
  const bounds = targets
    .of(feature.id, 'default')
    .map(({ rule, path }) => conditional(rule, path, feature, site, context));
  const own = 'default' in feature ? feature.default : undefined;
  if (own !== undefined) bounds.push({ value: valueTerm(own, `${path}.default`, feature, site, context) });
  else if (!('required' in feature) || feature.required === undefined || feature.required === false) {
    if (feature.type === 'yes_no') bounds.push({ value: false });
    if (feature.type === 'multi_choice') bounds.push({ value: ['list'] });
  }
  return bounds.length === 0 ? undefined : bounds;
}

function publishDerived(...[feature, path, site, targets, context]: Step): Bound[] | undefined {
  const bounds = targets
    .of(feature.id, 'value')
    .map(({ rule, path }) => conditional(rule, path, feature, site, context));
  if (feature.type === 'computed') {
    const wanted: ExpectedType = { is: 'value', feature: feature.id };
    const value = context.expr(feature.value, `${path}.value`, site, wanted);
    context.values.set(feature.id, value);
    bounds.push({ value });
  }
  return bounds.length === 0 ? undefined : bounds;
}

function conditional(
  rule: {
    readonly when?: string | boolean | undefined;
    readonly value: ValueInput;
    readonly reason?: Bound['reason'] | undefined;
  },
  path: string,
  feature: FeatureInput,
  site: ExpressionSite,
  context: CompileContext,
): Bound {
  return defined({
    when: context.condition(rule.when, `${path}.when`, site, 'rule'),
    value: valueTerm(rule.value, `${path}.value`, feature, site, context),
    reason: rule.reason,
  });
}

function valueTerm(
  value: ValueInput,
  path: string,
  feature: FeatureInput,
  site: ExpressionSite,
  context: CompileContext,
): Expr {
  if (Array.isArray(value)) return ['list', ...(value as readonly string[])];
  if (typeof value !== 'object') return value;
  const { expression } = value as { readonly expression: string };
  return context.expr(expression, `${path}.expression`, site, { is: 'value', feature: feature.id });
}

function publishBounds(
  feature: FeatureInput,
  key: 'min' | 'max',
  path: string,
  site: ExpressionSite,
  targets: RulesBySubject,
  context: CompileContext,
): Bound[] | undefined {
  if (feature.type !== 'number' && feature.type !== 'multi_choice') return undefined;
  const wanted: ExpectedType =
    feature.type === 'number' ? { is: 'unit', unit: feature.unit ?? defaults.numberUnit } : { is: 'number' };
  const own = feature[key];
  const bounds: Bound[] =
    own === undefined ? [] : [{ value: context.expr(own, `${path}.${key}`, site, wanted) }];
  for (const { rule, path } of targets.of(feature.id, 'bounds')) {
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
    const value = context.expr(rule[key], `${path}.${key}`, site, wanted);
    bounds.push(defined({ when, value, reason: rule.reason }));
  }
  return bounds.length === 0 ? undefined : bounds;
}
