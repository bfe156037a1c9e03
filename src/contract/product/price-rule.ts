import { z } from 'zod';
import * as defaults from './defaults.ts';
import { Amount, Condition, Expression, Id } from './expression.ts';
import { Text } from './text.ts';

const common = {
  id: Id,
  name: Text,
  when: Condition.optional().describe('Charged only while this holds.'),
  group: Id.optional().describe('A heading of the breakdown, and a base that a percentage can name.'),
  step: Id.optional().describe(
    'Charged for every repetition of this repeatable step, with its names at hand.',
  ),
  per: z
    .enum(['piece', 'total', 'order'])
    .default(defaults.pricePer)
    .describe(
      'piece: rounded for one piece, then times the quantity (the unit price is authoritative). total: times the quantity, then rounded (the total is). order: once, whatever the quantity.',
    ),
  minimum: z
    .number()
    .nonnegative()
    .optional()
    .describe('The least this line costs (of one piece, or of the line with per: total or order).'),
  maximum: z.number().nonnegative().optional(),
  item_type: z.enum(['window', 'door', 'panel', 'separator', 'labor', 'material', 'other']).optional(),
  external_ref: z.string().max(200).optional().describe('Your own article number of this line.'),
  private: z.record(z.string(), z.unknown()).optional(),
};

/** A rule of the price. Amounts are decimals in the product's currency. */
export const PriceRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('fixed'), amount: Amount }),
  z
    .strictObject({ ...common, kind: z.literal('measure'), measure: Id, amount: Amount })
    .describe(
      'So much per unit of a measure: per metre, square metre, cubic metre, kilogram or piece, by the unit of the measure.',
    ),
  z
    .strictObject({
      ...common,
      kind: z.literal('percentage'),
      of: z.array(z.union([z.literal('*'), Id])).min(1),
      percent: Amount,
    })
    .describe(
      'A percentage of the price lines or groups named in `of` (a feature stands for the prices of its options); negative for a discount. "*": all lines before this one. Where one of them is charged once an order, so is this.',
    ),
  z
    .strictObject({ ...common, kind: z.literal('matrix'), table: Id, x: Expression, y: Expression })
    .describe('A price from a table by columns (x) and rows (y), rounding up to the next tier.'),
  z
    .strictObject({ ...common, kind: z.literal('table'), table: Id, x: Expression })
    .describe('A price from a one-dimensional table, rounding up.'),
  z
    .strictObject({
      ...common,
      kind: z.literal('tiers'),
      by: Expression,
      mode: z.enum(['whole', 'slab']),
      tiers: z.lazy(() => Tiers),
    })
    .describe(
      'So much per unit of `by`: whole: all units at the price of the tier reached; slab: each part at the price of its own tier.',
    ),
  z.strictObject({ ...common, kind: z.literal('formula'), amount: Expression }),
  z
    .strictObject({ id: Id, kind: z.literal('on_request'), when: Condition.optional(), reason: Text })
    .describe('While this holds there is no price: the shop gets back to the shopper with one.'),
]);

/** Tiers: from which amount on, and the value from there. */
export const Tiers = z
  .array(z.strictObject({ from: z.number(), amount: z.number() }))
  .min(1)
  .max(200);
export type PriceRule = z.infer<typeof PriceRule>;

/**
 * A look-up table. With `y`, `values[row][column]` by `y[row]` and `x[column]`; without, `values[column]`.
 * Steps are "up to and including": 600 is still the 600 column, 601 the next. Beyond the last one there is no value.
 * Lengths meet them in whole millimetres, rounded on both sides.
 */
export const LookupTable = z.strictObject({
  id: Id,
  x: z.array(z.number()).min(1).max(500),
  y: z.array(z.number()).min(1).max(500).optional(),
  values: z.union([
    z.array(z.number().nullable()).max(500),
    z.array(z.array(z.number().nullable()).max(500)).max(500),
  ]),
});
export type LookupTable = z.infer<typeof LookupTable>;

/** A named quantity: declared once with its rounding and minimum, so that "billed m²" is one number everywhere. */
export const Measure = z.strictObject({
  id: Id,
  name: Text.optional(),
  unit: z
    .enum(['m', 'm2', 'm3', 'kg', 'piece', 'mm', 'g'])
    .describe('The unit of the result. Lengths in the expression are mm, weights g.'),
  value: Expression,
  step: Id.optional().describe('Measured in every repetition of this step.'),
  round: z
    .strictObject({
      to: z.number().positive(),
      mode: z.enum(['up', 'down', 'nearest']).default(defaults.roundMode),
    })
    .optional()
    .describe('Rounded to a multiple of `to`, in the unit of the measure.'),
  minimum: z
    .number()
    .nonnegative()
    .optional()
    .describe('The least that is billed, in the unit of the measure.'),
});
export type Measure = z.infer<typeof Measure>;

/** A named intermediate value, to write a formula once. */
export const Variable = z.strictObject({ id: Id, value: Expression, step: Id.optional() });
export type Variable = z.infer<typeof Variable>;
