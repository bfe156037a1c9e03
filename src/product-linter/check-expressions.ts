import { checkMeasures } from './check-measures.ts';
import { checkPercentages } from './check-percentages.ts';
import { checkReachability } from './reachability/check-reachability.ts';
import { checkTexts } from './check-texts.ts';
import { checkTypes } from './types/check-types.ts';
import { checkWebhooks } from './check-webhooks.ts';
import type { Checker } from '../product-compiler/compile-product.ts';

/**
 * Looks further into a product whose names all resolve: texts without a translation, fractions for percentages, webhooks
 * that will not be called, kinds of values and units that do not fit, measures that convert twice, rules that never apply,
 * and options that can never be chosen. Reports only what is certain.
 */
export const checkExpressions: Checker = (product, context) => {
  checkTexts(context);
  checkPercentages(context);
  checkWebhooks(context);
  checkTypes(product, context);
  // These need expressions that make sense.
  if (context.problems.every(({ level }) => level !== 'error')) {
    checkMeasures(product, context);
    checkReachability(product, context);
  }
};
