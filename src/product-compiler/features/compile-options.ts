import type { PublishedAvailability, PublishedOption } from '../../contract/published/published-option.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { append } from '../append.ts';
import { availabilities } from './availabilities.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { refuseDuplicates } from '../refuse-duplicates.ts';
import type { ExpressionSite } from '../expression-site.ts';
import type { RulesBySubject } from '../rules/rules-by-subject.ts';
import type { FeatureInput, FeatureOf } from '../product-input-types.ts';
import { didYouMean } from '../names/did-you-mean.ts';
import { attributesOfOption } from '../names/attributes-of-option.ts';
import { readsOption } from './reads-option.ts';

type Choice = FeatureOf<'choice'> | FeatureOf<'multi_choice'>;
type OptionInput = Choice['options'][number];

/** The options of a choice with their conditions: their own, those of rules, and those of the feature that read `option`. */
export function compileOptions(
  feature: FeatureInput,
  path: string,
  site: ExpressionSite,
  rules: RulesBySubject,
  context: CompileContext,
): PublishedOption[] | undefined {
  if (!('options' in feature)) return undefined;
  refuseDuplicates(feature.options, `${path}.options`, 'option', context);
  const allowed = allowRules(feature, site, rules, context);
  checkRuleOptions(feature, rules, context);
  const availabilitiesOf = availabilitiesByOption(feature, path, rules);
  return feature.options.map((option, index) => {
    const at = `${path}.options[${index}]`;
    context.at = at;
    if (option.id === 'own') {
      context.error(`${at}.id`, '"own" means what the shopper enters', 'choose another id');
    }
    const optionSite: ExpressionSite = {
      ...site,
      option: { id: option.id, attributes: attributesOfOption(option) },
    };
    const enabled: PublishedAvailability[] = [
      ...availabilitiesOf(option, at).map(({ when, reason, path }) => ({
        when: context.expr(when, `${path}.when`, optionSite, { is: 'boolean' }, 'option'),
        reason,
      })),
      ...allowed
        .filter(({ options }) => !options.has(option.id))
        .map(({ when, reason }) => ({ when, reason })),
    ];
    const compiled: PublishedOption = defined({
      id: option.id,
      name: option.name,
      help: option.help,
      colour: option.colour,
      image: option.image,
      attributes: option.attributes || option.colour ? attributesOfOption(option) : undefined,
      custom_properties: option.custom_properties,
      visible: context.condition(option.visible, `${at}.visible`, optionSite, 'option'),
      enabled: enabled.length === 0 ? undefined : enabled,
    });
    context.origins.set(compiled, at);
    return compiled;
  });
}

/** The availabilities of each option, its own and those of rules. Sorted once for all of them: products have thousands of rules. */
function availabilitiesByOption(feature: Choice, path: string, rules: RulesBySubject) {
  const byRules = rules.of(feature.id, 'enabled').map(({ rule, path }, index) => ({ ...rule, path, index }));
  const own = availabilities(feature.enabled, `${path}.enabled`).filter(({ when }) => readsOption(when));
  const general = byRules.filter(({ option, when }) => option === undefined && readsOption(when));
  const named = new Map<string | undefined, typeof byRules>();
  for (const rule of byRules) append(named, rule.option, rule);
  return (option: OptionInput, at: string) => [
    ...availabilities(option.enabled, `${at}.enabled`),
    ...own,
    ...[...general, ...(named.get(option.id) ?? [])].sort((a, b) => a.index - b.index),
  ];
}

/** Rules of type allow, as availabilities of the options that they leave out. */
function allowRules(feature: Choice, site: ExpressionSite, rules: RulesBySubject, context: CompileContext) {
  return rules.of(feature.id, 'allow').map(({ rule, path }) => {
    const when = context.condition(rule.when, `${path}.when`, site, 'rule');
    const not: Expr = when === undefined ? false : ['!', when];
    return { options: new Set(rule.options), when: not, reason: rule.reason };
  });
}

function checkRuleOptions(feature: Choice, rules: RulesBySubject, context: CompileContext): void {
  const own = feature.type === 'choice' && feature.own !== undefined;
  const ids = new Set([...feature.options.map(({ id }) => id), ...(own ? ['own'] : [])]);
  const check = (id: string, path: string) => {
    if (!ids.has(id)) context.error(path, `"${feature.id}" has no option "${id}"`, didYouMean(id, ids));
  };
  for (const { rule, path } of rules.of(feature.id, 'enabled')) {
    if (rule.option !== undefined) check(rule.option, `${path}.option`);
  }
  for (const { rule, path } of rules.of(feature.id, 'allow')) {
    rule.options.forEach((id, index) => check(id, `${path}.options[${index}]`));
  }
}
