import type { PublishedAvailability, PublishedOption } from '../../contract/published.ts';
import type { Term } from '../../contract/term.ts';
import { availabilities, readsOption } from './availabilities.ts';
import { didYouMean } from './closest.ts';
import { defined } from './defined.ts';
import type { Draft } from './draft.ts';
import { refuseDuplicates } from './duplicates.ts';
import type { FeatureInput, FeatureOf, Place } from './place.ts';
import { attributesOfOption } from './resolve-name.ts';
import type { Targets } from './targets.ts';

type Choice = FeatureOf<'choice'> | FeatureOf<'multi_choice'>;
type OptionInput = Choice['options'][number];

/** The options of a choice with their conditions: their own, those of rules, and those of the feature that mention `option`. */
export function publishOptions(
  feature: FeatureInput,
  path: string,
  place: Place,
  targets: Targets,
  draft: Draft,
): PublishedOption[] | undefined {
  if (!('options' in feature)) return undefined;
  refuseDuplicates(feature.options, `${path}.options`, 'option', draft);
  const allowed = allowRules(feature, place, targets, draft);
  checkRuleOptions(feature, targets, draft);
  return feature.options.map((option, index) => {
    const at = `${path}.options[${index}]`;
    draft.at = at;
    if (option.id === 'own') {
      draft.error(`${at}.id`, '"own" means what the shopper enters', 'choose another id');
    }
    const here: Place = { ...place, option: { id: option.id, attributes: attributesOfOption(option) } };
    const enabled: PublishedAvailability[] = [
      ...conditions(feature, option, path, at, targets).map(({ when, reason, path }) => ({
        when: draft.term(when, `${path}.when`, here, { is: 'boolean' }, 'option'),
        reason,
      })),
      ...allowed
        .filter(({ options }) => !options.includes(option.id))
        .map(({ when, reason }) => ({ when, reason })),
    ];
    const published: PublishedOption = defined({
      id: option.id,
      name: option.name,
      help: option.help,
      colour: option.colour,
      image: option.image,
      attributes: option.attributes || option.colour ? attributesOfOption(option) : undefined,
      custom_properties: option.custom_properties,
      visible: draft.condition(option.visible, `${at}.visible`, here, 'option'),
      enabled: enabled.length === 0 ? undefined : enabled,
    });
    draft.origins.set(published, at);
    return published;
  });
}

/** Everything that `option` has to be judged by. */
function conditions(feature: Choice, option: OptionInput, path: string, at: string, targets: Targets) {
  const rules = targets.of(feature.id, 'enabled').map(({ rule, path }) => ({ ...rule, path }));
  return [
    ...availabilities(option.enabled, `${at}.enabled`),
    ...availabilities(feature.enabled, `${path}.enabled`).filter(({ when }) => readsOption(when)),
    ...rules.filter((rule) =>
      rule.option === undefined ? readsOption(rule.when) : rule.option === option.id,
    ),
  ];
}

/** Allow rules as availabilities of the options that they leave out. */
function allowRules(feature: Choice, place: Place, targets: Targets, draft: Draft) {
  return targets.of(feature.id, 'allow').map(({ rule, path }) => {
    const when = draft.condition(rule.when, `${path}.when`, place, 'rule');
    const not: Term = when === undefined ? false : ['!', when];
    return { options: rule.options, when: not, reason: rule.reason };
  });
}

function checkRuleOptions(feature: Choice, targets: Targets, draft: Draft): void {
  const own = feature.type === 'choice' && feature.own !== undefined;
  const ids = [...feature.options.map(({ id }) => id), ...(own ? ['own'] : [])];
  const check = (id: string, path: string) => {
    if (!ids.includes(id)) draft.error(path, `"${feature.id}" has no option "${id}"`, didYouMean(id, ids));
  };
  for (const { rule, path } of targets.of(feature.id, 'enabled')) {
    if (rule.option !== undefined) check(rule.option, `${path}.option`);
  }
  for (const { rule, path } of targets.of(feature.id, 'allow')) {
    rule.options.forEach((id, index) => check(id, `${path}.options[${index}]`));
  }
}
