import { z } from 'zod';
import { MessageDialect } from '../vendors/message-dialect.ts';
import { Amount, Condition, Id, LooseId } from './expression.ts';
import * as defaults from './defaults.ts';
import { Drawing } from './drawing.ts';
import { Feature } from './feature.ts';
import { Origin } from './origin.ts';
import { Output } from './output.ts';
import { LookupTable, Measure, PriceRule, Variable } from './price-rule.ts';
import { Rule } from './rule.ts';
import { Text } from './text.ts';
import { MOST_REPETITIONS } from '../limits.ts';

/** A group of features; a repeatable step occurs several times (panels, drawers, shelves). */
export const Step = z.strictObject({
  id: Id,
  name: Text,
  help: Text.optional(),
  visible: Condition.optional(),
  repeat: z
    .strictObject({
      min: z.number().int().min(0).max(MOST_REPETITIONS).default(defaults.repeatMin),
      max: z.number().int().min(1).max(MOST_REPETITIONS).default(defaults.repeatMax),
      default: z
        .number()
        .int()
        .min(0)
        .max(MOST_REPETITIONS)
        .optional()
        .describe('How many there are at the start. Default: min.'),
      item_name: Text.describe('What one of them is called: "Panel".'),
    })
    .optional(),
  features: z.array(Feature).min(1).max(3000),
});
export type Step = z.infer<typeof Step>;

/** A product definition as a merchant writes it. */
export const Product = z
  .strictObject({
    $schema: z.string().optional(),
    id: LooseId,
    version: z.string().min(1).max(50).describe('Raise it with every change that shoppers can notice.'),
    name: Text,
    description: Text.optional(),
    image: z.string().max(500).optional().describe('Picture used where there is no drawing.'),
    languages: z
      .array(z.string().min(2).max(20))
      .min(1)
      .default([...defaults.languages])
      .describe('Languages of the texts; the first is the fallback.'),
    currency: z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as "EUR"'),
    currencies: z
      .record(z.string().regex(/^[A-Z]{3}$/), z.number().positive())
      .optional()
      .describe(
        'Further currencies a page may ask for, with what one unit of `currency` is worth in them: {"USD": 1.08}.',
      ),
    tax: z
      .strictObject({
        rate: z.number().min(0).max(100).describe('Per cent.'),
        prices: z
          .enum(['net', 'gross'])
          .describe(
            'Whether the prices in this file are without or with tax; the shopper sees them likewise, and both totals.',
          ),
      })
      .default({ rate: defaults.taxRate, prices: defaults.taxPrices }),
    quantity: z
      .strictObject({
        min: z.number().int().min(1).default(defaults.quantityMin),
        max: z.number().int().min(1).max(1_000_000).default(defaults.quantityMax),
        step: z.number().int().min(1).default(defaults.quantityStep),
        default: z.number().int().min(1).optional(),
      })
      .default({ min: defaults.quantityMin, max: defaults.quantityMax, step: defaults.quantityStep }),
    lead_time_days: Amount.optional(),
    steps: z.array(Step).min(1).max(100),
    variables: z.array(Variable).max(500).default([]),
    measures: z.array(Measure).max(200).default([]),
    rules: z.array(Rule).max(10_000).default([]),
    tables: z.array(LookupTable).max(100).default([]),
    prices: z.array(PriceRule).max(2000).default([]),
    minimum_price: z
      .strictObject({
        amount: z.number().nonnegative(),
        name: Text,
        per: z.enum(['piece', 'order']).default(defaults.minimumPricePer),
      })
      .optional()
      .describe('The least the product costs; the difference becomes a line of its own.'),
    drawing: Drawing.optional(),
    outputs: z.array(Output).max(20).default([]),
    legacy_webhooks: z
      .array(z.string().max(2000))
      .max(20)
      .default([])
      .describe('URLs for products without an output. Private.'),
    dialects: z.array(MessageDialect).default([]),
    analytics: z
      .boolean()
      .default(false)
      .describe("Whether the page's `dataLayer` hears of what the shopper does, for its tag manager."),
    allowed_origins: z
      .array(Origin)
      .max(1000)
      .optional()
      .describe(
        'Pages that may show it in an iframe, by origin: "https://shop.example". Default: those that the companion allows; none of an empty list.',
      ),
    external_pricing: z
      .strictObject({
        timeout_ms: z.number().int().min(500).max(60_000).default(defaults.externalPricingTimeoutMs),
      })
      .optional()
      .describe('How long a page that prices for itself may take before the base price counts.'),
    private: z.record(z.string(), z.unknown()).optional(),
  })
  .describe('A Quotelet product: what is asked, what fits together, what it costs and where it goes.');
export type Product = z.infer<typeof Product>;
/** The same before defaults are filled in: what stands in the file. */
export type ProductInput = z.input<typeof Product>;
