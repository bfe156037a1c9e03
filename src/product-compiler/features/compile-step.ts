import * as defaults from '../../contract/product/defaults.ts';
import type { Bound } from '../../contract/published/bound.ts';
import type { PublishedStep } from '../../contract/published/published-step.ts';
import { defined } from '../../contract/defined.ts';
import { type CompileContext } from '../compile-context.ts';
import { compileFeature } from './compile-feature.ts';
import type { ExpressionSite } from '../expression-site.ts';
import type { RulesBySubject } from '../rules/rules-by-subject.ts';
import type { StepInput } from '../product-input-types.ts';
import { conjunction } from '../conjunction.ts';

/** A step with its features, conditions and bounds. */
export function compileStep(
  step: StepInput,
  path: string,
  rules: RulesBySubject,
  context: CompileContext,
): PublishedStep {
  context.at = path;
  const site: ExpressionSite = { owner: step.id };
  const visible = conjunction([
    context.condition(step.visible, `${path}.visible`, site, 'rule'),
    ...rules
      .ofStep(step.id, 'visible')
      .map(({ rule, path }) => context.condition(rule.when, `${path}.when`, site, 'rule')),
  ]);
  const repeat = step.repeat && compileRepeat(step, `${path}.repeat`, site, rules, context);
  return defined({
    id: step.id,
    name: step.name,
    help: step.help,
    visible,
    repeat,
    features: step.features.map((feature, index) =>
      compileFeature(feature, `${path}.features[${index}]`, step, rules, context),
    ),
  });
}

function compileRepeat(
  step: StepInput,
  path: string,
  site: ExpressionSite,
  rules: RulesBySubject,
  context: CompileContext,
): NonNullable<PublishedStep['repeat']> {
  const { min = defaults.repeatMin, max = defaults.repeatMax, default: given, item_name } = step.repeat!;
  if (min > max) context.error(path, `min ${min} is above max ${max}`, `write "max": ${min} or more`);
  else if (given !== undefined && (given < min || given > max)) {
    context.error(`${path}.default`, `${given} is not between min ${min} and max ${max}`, `write ${min}`);
  }
  const lowest: Bound[] = [{ value: min }];
  const highest: Bound[] = [{ value: max }];
  for (const { rule, path } of rules.ofStep(step.id, 'repetitions')) {
    const when = context.condition(rule.when, `${path}.when`, site, 'rule');
    const bound = (key: 'count' | 'min' | 'max', to: Bound[][]) => {
      if (rule[key] === undefined) return;
      const value = context.expr(rule[key], `${path}.${key}`, site, { is: 'number' });
      for (const list of to) list.push(defined({ when, value, reason: rule.reason }));
    };
    if (rule.count === undefined && rule.min === undefined && rule.max === undefined) {
      context.error(path, 'the rule says nothing', 'give "count", "min" or "max"');
    }
    bound('count', [lowest, highest]);
    bound('min', [lowest]);
    bound('max', [highest]);
  }
  return { default: given ?? min, min: lowest, max: highest, item_name };
}
