import type {
  Bound,
  PublishedAvailability,
  PublishedFeature,
} from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { availabilities, readsOption } from './availabilities.ts';
import { defined } from '../../contract/defined.ts';
import { type CompileContext, every } from '../compile-context.ts';
import { featureDetails } from './feature-details.ts';
import type { FeatureInput, ExpressionSite, StepInput, ExpectedType } from '../expression-site.ts';
import { compileChecks } from './compile-checks.ts';
import { compileOptions } from './compile-options.ts';
import type { RulesBySubject } from '../rules/rules-by-subject.ts';

type Literal = string | number | boolean | readonly string[];
type ValueInput = Literal | { readonly expression: string };

/** A feature with everything that was said about it, in its own entry and in rules. */
export function compileFeature(
  feature: FeatureInput,
  path: string,
  step: StepInput,
  targets: RulesBySubject,
  draft: CompileContext,
): PublishedFeature {
  draft.at = path;
  const place: ExpressionSite = { owner: feature.id, step: step.repeat ? step.id : undefined };
  const { id, type, name } = feature;
  const published = defined({
    id,
    type,
    name,
    help: 'help' in feature ? feature.help : undefined,
    visible: publishVisible(feature, path, place, targets, draft),
    enabled: publishEnabled(feature, path, place, targets, draft),
    required: publishRequired(feature, path, place, targets, draft),
    default: publishDefaults(feature, path, place, targets, draft),
    derived: publishDerived(feature, path, place, targets, draft),
    options: compileOptions(feature, path, place, targets, draft),
    min: publishBounds(feature, 'min', path, place, targets, draft),
    max: publishBounds(feature, 'max', path, place, targets, draft),
    checks: compileChecks(feature, [place.step === undefined ? '$' : '@', id]),
    ...featureDetails(feature, path, draft),
  });
  const { options, own } = published;
  return type === 'choice' && (own ?? options?.some(({ attributes }) => attributes))
    ? { ...published, facts: `${id}.` }
    : published;
}

type Step = [
  feature: FeatureInput,
  path: string,
  place: ExpressionSite,
  targets: RulesBySubject,
  draft: CompileContext,
];

function publishVisible(...[feature, path, place, targets, draft]: Step): Expr | undefined {
  const own = 'visible' in feature ? feature.visible : undefined;
  return every([
    draft.condition(own, `${path}.visible`, place, 'rule'),
    ...targets
      .of(feature.id, 'visible')
      .map(({ rule, path }) => draft.condition(rule.when, `${path}.when`, place, 'rule')),
  ]);
}

/** What mentions `option` is about each option, and goes there. */
function publishEnabled(
  ...[feature, path, place, targets, draft]: Step
): PublishedAvailability[] | undefined {
  const own = 'enabled' in feature ? availabilities(feature.enabled, `${path}.enabled`) : [];
  const rules = targets.of(feature.id, 'enabled').filter(({ rule }) => rule.option === undefined);
  const all = [...own, ...rules.map(({ rule, path }) => ({ ...rule, path }))];
  const enabled = all
    .filter(({ when }) => !readsOption(when) || !('options' in feature))
    .map(({ when, reason, path }) => ({
      when: draft.term(when, `${path}.when`, place, { is: 'boolean' }, 'rule'),
      reason,
    }));
  return enabled.length === 0 ? undefined : enabled;
}

/** A rule takes the place of what is required unless said otherwise. */
function publishRequired(...[feature, path, place, targets, draft]: Step): Expr | undefined {
  if (feature.type === 'hidden' || feature.type === 'computed') return undefined;
  const rules = targets.of(feature.id, 'required');
  const usual = ['choice', 'number', 'date'].includes(feature.type) && rules.length === 0;
  const own = feature.required ?? usual;
  const terms = [
    ...(own === false ? [] : [draft.term(own, `${path}.required`, place, { is: 'boolean' })]),
    ...rules.map(({ rule, path }) => draft.term(rule.when, `${path}.when`, place, { is: 'boolean' }, 'rule')),
  ];
  return terms.length === 0 ? undefined : terms.reduce((left, right) => ['||', left, right]);
}

/** Rules first, then the feature's own default. What can be ticked and need not be is unticked. */
function publishDefaults(...[feature, path, place, targets, draft]: Step): Bound[] | undefined {
  const bounds = targets
    .of(feature.id, 'default')
    .map(({ rule, path }) => conditional(rule, path, feature, place, draft));
  const own = 'default' in feature ? feature.default : undefined;
  if (own !== undefined) bounds.push({ value: valueTerm(own, `${path}.default`, feature, place, draft) });
  else if (!('required' in feature) || feature.required === undefined || feature.required === false) {
    if (feature.type === 'yes_no') bounds.push({ value: false });
    if (feature.type === 'multi_choice') bounds.push({ value: ['list'] });
  }
  return bounds.length === 0 ? undefined : bounds;
}

function publishDerived(...[feature, path, place, targets, draft]: Step): Bound[] | undefined {
  const bounds = targets
    .of(feature.id, 'value')
    .map(({ rule, path }) => conditional(rule, path, feature, place, draft));
  if (feature.type === 'computed') {
    const wanted: ExpectedType = { is: 'value', feature: feature.id };
    const value = draft.term(feature.value, `${path}.value`, place, wanted);
    draft.values.set(feature.id, value);
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
  place: ExpressionSite,
  draft: CompileContext,
): Bound {
  return defined({
    when: draft.condition(rule.when, `${path}.when`, place, 'rule'),
    value: valueTerm(rule.value, `${path}.value`, feature, place, draft),
    reason: rule.reason,
  });
}

function valueTerm(
  value: ValueInput,
  path: string,
  feature: FeatureInput,
  place: ExpressionSite,
  draft: CompileContext,
): Expr {
  if (Array.isArray(value)) return ['list', ...(value as readonly string[])];
  if (typeof value !== 'object') return value;
  const { expression } = value as { readonly expression: string };
  return draft.term(expression, `${path}.expression`, place, { is: 'value', feature: feature.id });
}

function publishBounds(
  feature: FeatureInput,
  key: 'min' | 'max',
  path: string,
  place: ExpressionSite,
  targets: RulesBySubject,
  draft: CompileContext,
): Bound[] | undefined {
  if (feature.type !== 'number' && feature.type !== 'multi_choice') return undefined;
  const wanted: ExpectedType =
    feature.type === 'number' ? { is: 'unit', unit: feature.unit ?? 'none' } : { is: 'number' };
  const own = feature[key];
  const bounds: Bound[] =
    own === undefined ? [] : [{ value: draft.term(own, `${path}.${key}`, place, wanted) }];
  for (const { rule, path } of targets.of(feature.id, 'bounds')) {
    if (rule[key] === undefined) {
      if (rule.min === undefined && rule.max === undefined && key === 'min') {
        draft.error(path, 'the rule says nothing', 'give "min" or "max"');
      }
      continue;
    }
    const when = draft.condition(
      rule.when,
      `${path}.when`,
      place,
      key === 'max' && rule.min !== undefined ? undefined : 'rule',
    );
    const value = draft.term(rule[key], `${path}.${key}`, place, wanted);
    bounds.push(defined({ when, value, reason: rule.reason }));
  }
  return bounds.length === 0 ? undefined : bounds;
}
