import { z } from 'zod';
import { Amount, Condition, Expression, Id, LooseId, ValueOrExpression } from './expression.ts';
import { Text } from './text.ts';

const target = { feature: Id };
const when = { when: Condition.optional().describe('The rule applies while this holds. Default: always.') };
const reason = { reason: Text.describe('Why, in words the shopper understands.') };

/** One rule of a product, apart from those written at the feature or option itself. */
export const Rule = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('visible'),
    feature: Id.optional(),
    step: Id.optional(),
    when: Expression,
  }),
  z.strictObject({
    type: z.literal('enabled'),
    ...target,
    option: LooseId.optional(),
    when: Expression,
    ...reason,
  }),
  z.strictObject({ type: z.literal('required'), ...target, when: Expression }),
  z
    .strictObject({
      type: z.literal('allow'),
      ...target,
      ...when,
      options: z.array(LooseId).min(1),
      ...reason,
    })
    .describe('While `when` holds, only these options may be chosen.'),
  z
    .strictObject({ type: z.literal('requires'), when: Expression, then: Expression, ...reason })
    .describe('Where `when` holds, `then` must hold too.'),
  z
    .strictObject({ type: z.literal('excludes'), when: Expression, not: Expression, ...reason })
    .describe('Where `when` holds, `not` must not hold.'),
  z
    .strictObject({
      type: z.literal('combination'),
      features: z.array(Id).min(2).max(10),
      rows: z
        .array(
          z.array(z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))])),
        )
        .min(1)
        .max(5000)
        .describe('The combinations allowed. A cell is a value, a list of values, or "*" for any.'),
      ...reason,
    })
    .describe('Only the rows of this table may be chosen together.'),
  z
    .strictObject({
      type: z.literal('bounds'),
      ...target,
      ...when,
      min: Amount.optional(),
      max: Amount.optional(),
      reason: Text.optional(),
    })
    .describe('Bounds of a number feature, in its base unit, while `when` holds.'),
  z.strictObject({ type: z.literal('default'), ...target, ...when, value: ValueOrExpression }),
  z
    .strictObject({
      type: z.literal('value'),
      ...target,
      ...when,
      value: ValueOrExpression,
      reason: Text.optional(),
    })
    .describe(
      'Derives the value. A value that the shopper chose is not changed: it becomes a conflict with a repair.',
    ),
  z.strictObject({
    type: z.literal('message'),
    level: z.enum(['info', 'warn', 'error']),
    when: Expression,
    text: Text,
    feature: Id.optional(),
  }),
  z
    .strictObject({
      type: z.literal('repetitions'),
      step: Id,
      ...when,
      count: Amount.optional().describe('Exactly so many; the shopper can neither add nor remove.'),
      min: Amount.optional(),
      max: Amount.optional(),
      reason: Text.optional(),
    })
    .describe('How often a repeatable step occurs.'),
]);
export type Rule = z.infer<typeof Rule>;
