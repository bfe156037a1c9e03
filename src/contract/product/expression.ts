import { z } from 'zod';

/** A formula as merchants write it: a subset of CEL, described in docs/expressions.md. */
export const Expression = z
  .string()
  .min(1)
  .max(1000)
  .describe(
    'An expression, for example `material == "oak" && width > 900`. Names are features, measures, variables and `quantity`.',
  );

/** true, false or an expression that yields one of them. */
export const Condition = z.union([z.boolean(), Expression]).describe('true, false, or an expression.');

/** A number, or an expression that yields one. */
export const Amount = z
  .union([z.number(), Expression])
  .describe('A number, or an expression that yields a number.');
export type Amount = z.infer<typeof Amount>;

/** A fixed value, or `{"expression": "…"}` where it has to be evaluated. */
export const ValueOrExpression = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.strictObject({ expression: Expression }),
]);

/** Ids are stable and language-free; they appear in expressions, query parameters, items and webhooks. */
export const Id = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'an id: letters, digits and _, not starting with a digit');

/** Ids of products, outputs, buttons and options never stand bare in an expression, so they may hold dashes and dots and start with a digit. */
export const LooseId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'an id: letters, digits, ".", "_" and "-"');
