import * as defaults from '../contract/product/defaults.ts';
import type { ProductInput } from '../contract/product/product.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import { checkDefaults } from './features/check-defaults.ts';
import { collectNames } from './names/collect-names.ts';
import { defined } from '../contract/defined.ts';
import { CompileContext } from './compile-context.ts';
import { evaluationOrder } from './evaluation-order.ts';
import type { Problem } from './problem.ts';
import { compileDigits } from './prices/compile-digits.ts';
import { compileDrawing } from './compile-drawing.ts';
import { compileLanguages } from './compile-languages.ts';
import { compileLookUps } from './prices/compile-look-ups.ts';
import { compileOutputs } from './compile-outputs.ts';
import { compilePrices } from './prices/compile-prices.ts';
import { compileQuantity } from './features/compile-quantity.ts';
import { compileRules } from './rules/compile-rules.ts';
import { compileStep } from './features/compile-step.ts';
import { compileMeasures } from './features/compile-measures.ts';
import { collectTables } from './prices/collect-tables.ts';
import { RulesBySubject } from './rules/rules-by-subject.ts';
import { TooManyErrors } from './too-many-errors.ts';
import { compileVariables } from './features/compile-variables.ts';

/** Looks further into a product whose names all resolve, as `checkExpressions` does. Given, so that browsers need not load it. */
export type Checker = (product: PublishedProduct, context: CompileContext) => void;

export interface CompiledProduct {
  /** There unless a problem is an error. */
  readonly product?: PublishedProduct;
  readonly problems: readonly Problem[];
}

/**
 * Compiles a product definition into the form that the engine runs: checked, defaults filled in, expressions parsed, rules
 * and prices reduced to a few kinds, and everything private (`private`, webhook URLs, e-mail addresses) left out.
 *
 * Always checks names, subjects of rules, tables and circular dependencies; `check` adds types, units and reachability.
 * The schema checks the shape of the file (`checkProduct`, on the server); a wrong shape is one problem here, never an
 * exception. Stops after a hundred errors.
 */
export function compileProduct(
  input: ProductInput,
  { check }: { readonly check?: Checker } = {},
): CompiledProduct {
  const context = new CompileContext(input);
  try {
    const product = compile(context);
    const failed = () => context.problems.some(({ level }) => level === 'error');
    if (!failed()) check?.(product, context);
    return failed() ? { problems: context.problems } : { product, problems: context.problems };
  } catch (error) {
    if (error instanceof TooManyErrors) return { problems: context.problems };
    // Reading a missing or misplaced part of the file throws these; anything else is a fault of ours.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    context.error(
      context.at,
      'the file does not have the shape of a product here',
      'see /product.schema.json, or run `npx quotelet check` on the file',
    );
    return { problems: context.problems };
  }
}

function compile(context: CompileContext): PublishedProduct {
  const { input } = context;
  collectNames(context);
  collectTables(context);
  const measures = compileMeasures(context);
  const variables = compileVariables(context);
  const rules = new RulesBySubject(context);
  const steps = input.steps.map((step, index) => compileStep(step, `steps[${index}]`, rules, context));
  checkDefaults(context);
  const { constraints, messages } = compileRules(context);
  const { prices, on_request } = compilePrices(context);
  const leadTime = input.lead_time_days;
  const lead_time_days =
    leadTime === undefined ? undefined : context.expr(leadTime, 'lead_time_days', {}, { is: 'number' });
  const drawing = compileDrawing(context, { steps, measures, variables, constraints });
  return defined({
    format: 1 as const,
    id: input.id,
    version: input.version,
    name: input.name,
    description: input.description,
    image: input.image,
    languages: compileLanguages(input),
    currency: input.currency,
    currencies: input.currencies,
    digits: compileDigits(context),
    tax: { rate: input.tax?.rate ?? defaults.taxRate, prices: input.tax?.prices ?? defaults.taxPrices },
    quantity: compileQuantity(context),
    lead_time_days,
    steps,
    measures,
    variables,
    order: evaluationOrder(context),
    constraints,
    messages,
    tables: compileLookUps(context),
    combinations: context.combinations,
    tiers: context.tiers,
    prices,
    on_request,
    minimum_price: input.minimum_price && {
      amount: input.minimum_price.amount,
      name: input.minimum_price.name,
      per: input.minimum_price.per ?? defaults.minimumPricePer,
    },
    drawing,
    outputs: compileOutputs(context),
    dialects: input.dialects ?? [],
    analytics: input.analytics || undefined,
    allowed_origins: input.allowed_origins,
    external_pricing: input.external_pricing && {
      timeout_ms: input.external_pricing.timeout_ms ?? defaults.externalPricingTimeoutMs,
    },
  });
}
