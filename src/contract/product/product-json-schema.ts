import { z } from 'zod';
import { Gradient, Shape } from './drawing.ts';
import { Amount, Condition, Expression, Id, LooseId, ValueOrExpression } from './expression.ts';
import { Availability, Feature, Option } from './feature.ts';
import { Button, ExtraField, Output, Triggers } from './output.ts';
import { LookupTable, Measure, PriceRule, Tiers, Variable } from './price-rule.ts';
import { Product, Step } from './product.ts';
import { Rule } from './rule.ts';
import { Text } from './text.ts';

/** Parts that get a definition and a title of their own, so that an editor shows a name instead of a tree. */
const titles: readonly (readonly [string, z.ZodType])[] = [
  ['Text', Text],
  ['Expression', Expression],
  ['Condition', Condition],
  ['Amount', Amount],
  ['Value', ValueOrExpression],
  ['Id', Id],
  ['LooseId', LooseId],
  ['Step', Step],
  ['Feature', Feature],
  ['Option', Option],
  ['Availability', Availability],
  ['Rule', Rule],
  ['Price', PriceRule],
  ['Tiers', Tiers],
  ['Measure', Measure],
  ['Variable', Variable],
  ['Table', LookupTable],
  ['Output', Output],
  ['Button', Button],
  ['Triggers', Triggers],
  ['ExtraField', ExtraField],
  ['Shape', Shape],
  ['Gradient', Gradient],
];

type JsonSchema = z.core.JSONSchema.BaseSchema;

/**
 * The JSON Schema (draft 7, which editors know best) of a product file, generated from the contract. It accepts what
 * `Product` accepts; the compiler checks what concerns several parts at once (names, defaults, tables).
 */
export function productJsonSchema(): JsonSchema {
  for (const [title, schema] of titles) {
    z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: title, title });
  }
  return {
    title: 'Quotelet product',
    ...z.toJSONSchema(Product, {
      io: 'input',
      target: 'draft-7',
      override: ({ zodSchema, jsonSchema }) => {
        nameBranch(jsonSchema);
        // The refinement of Text, which a schema generator cannot see.
        if (zodSchema === Text) Object.assign(jsonSchema.anyOf![1]!, { minProperties: 1 });
      },
    }),
  };
}

/** A member of a union is called after what tells it apart: "choice", "matrix". */
function nameBranch(schema: JsonSchema): void {
  const { type, kind } = (schema.properties ?? {}) as Record<string, { const?: unknown } | undefined>;
  const title = type?.const ?? kind?.const;
  if (typeof title === 'string') schema.title = title;
}
