import * as defaults from '../../contract/product/defaults.ts';
import type { PublishedPrice } from '../../contract/published/published-price.ts';
import type { Expr } from '../../contract/published/expr.ts';
import type { Text } from '../../contract/product/text.ts';
import { defined } from '../../contract/defined.ts';
import type { CompileContext } from '../compile-context.ts';
import { joinTexts } from './join-texts.ts';
import type { ExpressionSite } from '../expression-site.ts';
import type { FeatureInput } from '../product-input-types.ts';
import { attributesOfOption } from '../names/attributes-of-option.ts';

/**
 * Prices of options and yes/no questions, as lines of their own: `legs.steel`, called "Legs: Steel", charged while that is
 * chosen. Feature ids hold no dots, so no other line has such an id.
 */
export function optionPrices(context: CompileContext): PublishedPrice[] {
  return context.input.steps.flatMap((step, s) =>
    step.features.flatMap((feature, f) => {
      const path = `steps[${s}].features[${f}]`;
      context.at = path;
      return linesOf(feature, path, step.repeat ? step.id : undefined, context);
    }),
  );
}

function linesOf(
  feature: FeatureInput,
  path: string,
  step: string | undefined,
  context: CompileContext,
): PublishedPrice[] {
  const chosen: Expr = [step === undefined ? '$' : '@', feature.id];
  const line = (
    id: string,
    name: Text,
    when: Expr,
    price: number | string | undefined,
    at: string,
    option?: ExpressionSite['option'],
  ): PublishedPrice[] => {
    if (price === undefined || price === 0) return [];
    const amount = context.expr(price, `${at}.price`, { step, option }, { is: 'money' });
    return [defined({ id, name, step, when, amount, per: 'piece' as const })];
  };
  if (feature.type === 'yes_no') {
    return line(feature.id, feature.name, ['==', chosen, true], feature.price, path);
  }
  if (!('options' in feature)) return [];
  const { languages = defaults.languages } = context.input;
  const optionLine = (
    option: Parameters<typeof attributesOfOption>[0] & {
      readonly name: Text;
      readonly price?: number | string | undefined;
    },
    id: string,
    at: string,
  ) =>
    line(
      `${feature.id}.${id}`,
      joinTexts(feature.name, option.name, languages),
      feature.type === 'choice' ? ['==', chosen, id] : ['in', id, chosen],
      option.price,
      at,
      { id, attributes: attributesOfOption(option), fixed: true },
    );
  const own = feature.type === 'choice' ? feature.own : undefined;
  return [
    ...feature.options.flatMap((option, index) => optionLine(option, option.id, `${path}.options[${index}]`)),
    ...(own ? optionLine(own, 'own', `${path}.own`) : []),
  ];
}
