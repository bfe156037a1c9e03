import { z } from 'zod';
import * as defaults from './defaults.ts';
import { Amount, Condition, Expression, Id, LooseId, ValueOrExpression } from './expression.ts';
import { Text } from './text.ts';
import { LONGEST_OWN_VALUE, MOST_OPTIONS } from '../limits.ts';
import { LONGEST_TEXT } from '../longest-text.ts';

/** A condition with the reason a shopper reads where it does not hold. */
export const Availability = z.strictObject({
  when: Expression.describe('Available while this holds.'),
  reason: Text.describe('Why it is not available, for the shopper: "Only up to 3 m wide".'),
});

const Private = z
  .record(z.string(), z.unknown())
  .describe('Anything of your own (costs, supplier codes). Never leaves the server.');

/** A subfeature: one answer to a choice. */
export const Option = z.strictObject({
  id: LooseId,
  name: Text,
  help: Text.optional(),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#b5895a"')
    .optional(),
  image: z.string().max(500).optional().describe('URL or path of a picture of this option.'),
  attributes: z
    .record(Id, z.union([z.number(), z.string(), z.boolean()]))
    .optional()
    .describe(
      'Facts about this option for expressions: `legs.max_kg`, or `option.max_kg` while it is judged.',
    ),
  custom_properties: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Handed through to the items, webhooks and messages: SKUs and the like.'),
  price: Amount.optional().describe('Surcharge for one piece, shorthand for a fixed price with this name.'),
  visible: Condition.optional().describe(
    'Offered only while this holds. Use `enabled` to explain instead of hide.',
  ),
  enabled: z.union([Availability, z.array(Availability)]).optional(),
  private: Private.optional(),
});

const common = {
  id: Id,
  name: Text,
  help: Text.optional(),
  visible: Condition.optional().describe(
    'Asked only while this holds; hidden, it keeps its value but leaves price and items.',
  ),
  enabled: z.union([Availability, z.array(Availability)]).optional(),
  private: Private.optional(),
};
const answered = {
  ...common,
  required: Condition.optional().describe(
    'Must be answered. Default: true for choice, number and date; false for the others.',
  ),
};

export const ChoiceFeature = z.strictObject({
  ...answered,
  type: z.literal('choice'),
  display: z.enum(['radio', 'pills', 'dropdown', 'colour', 'image']).default(defaults.choiceDisplay),
  options: z.array(Option).min(1).max(MOST_OPTIONS),
  default: ValueOrExpression.optional().describe(
    'An option id. Where it is not on offer, the first option on offer takes its place.',
  ),
  own: z
    .strictObject({
      name: Text.describe('The label of the choice, for example "Your own RAL colour".'),
      placeholder: Text.optional(),
      pattern: z
        .string()
        .max(200)
        .optional()
        .describe('A regular expression that the whole entry must match.'),
      pattern_help: Text.optional().describe(
        'What to write instead, shown where the pattern does not match.',
      ),
      max_length: z.number().int().min(1).max(LONGEST_OWN_VALUE).default(defaults.ownEntryMaxLength),
      price: Amount.optional(),
      attributes: Option.shape.attributes,
      custom_properties: Option.shape.custom_properties,
    })
    .optional()
    .describe('Lets the shopper enter an answer of their own. In expressions its value is "own".'),
});

export const MultiChoiceFeature = z.strictObject({
  ...answered,
  type: z.literal('multi_choice'),
  display: z.enum(['checkbox', 'pills', 'colour', 'image']).default(defaults.multiChoiceDisplay),
  options: z.array(Option).min(1).max(MOST_OPTIONS),
  default: z.union([z.array(LooseId), z.strictObject({ expression: Expression })]).optional(),
  min: Amount.optional().describe('At least this many options; none counts as 0.'),
  max: Amount.optional().describe('At most this many options.'),
});

export const YesNoFeature = z.strictObject({
  ...answered,
  type: z.literal('yes_no'),
  default: z.union([z.boolean(), z.strictObject({ expression: Expression })]).optional(),
  price: Amount.optional().describe('Surcharge for one piece when yes.'),
  custom_properties: Option.shape.custom_properties,
});

export const NumberFeature = z.strictObject({
  ...answered,
  type: z.literal('number'),
  unit: z
    .enum(['mm', 'g', 'piece', 'percent', 'degree', 'none'])
    .default(defaults.numberUnit)
    .describe('The base unit that values, bounds and expressions are in.'),
  display_unit: z
    .enum(['mm', 'cm', 'm', 'in', 'ft', 'g', 'kg'])
    .optional()
    .describe(
      'The unit a bare number is read in and the label shows; the shopper may type any other unit behind it.',
    ),
  min: Amount.optional(),
  max: Amount.optional(),
  step: z
    .number()
    .positive()
    .optional()
    .describe('Only multiples of this, counted from 0, in the base unit.'),
  decimals: z
    .number()
    .int()
    .min(0)
    .max(6)
    .default(defaults.numberDecimals)
    .describe('Decimals kept, in the base unit.'),
  default: z.union([z.number(), z.strictObject({ expression: Expression })]).optional(),
});

export const TextFeature = z.strictObject({
  ...answered,
  type: z.literal('text'),
  multiline: z.boolean().default(defaults.textMultiline),
  min_length: z.number().int().min(0).optional(),
  max_length: z.number().int().min(1).max(LONGEST_TEXT).default(defaults.textMaxLength),
  pattern: z.string().max(200).optional().describe('A regular expression that the whole text must match.'),
  pattern_help: Text.optional(),
  placeholder: Text.optional(),
  default: z.union([z.string(), z.strictObject({ expression: Expression })]).optional(),
});

const DateBound = z
  .union([z.iso.date(), z.strictObject({ days_from_today: z.number().int().min(-36500).max(36500) })])
  .describe('A date, or so many days from today.');

export const DateFeature = z.strictObject({
  ...answered,
  type: z.literal('date'),
  min: DateBound.optional(),
  max: DateBound.optional(),
  default: z.iso.date().optional(),
});

export const FileFeature = z.strictObject({
  ...answered,
  type: z.literal('file'),
  accept: z
    .array(z.string().regex(/^\.[a-z0-9]{1,8}$/, 'an ending such as ".stl"'))
    .min(1)
    .max(30),
  max_mb: z.number().positive().max(200).default(defaults.fileMaxMb),
});

export const ComputedFeature = z.strictObject({
  ...common,
  type: z.literal('computed'),
  value: Expression.describe('What it shows; read-only.'),
  unit: NumberFeature.shape.unit,
  display_unit: NumberFeature.shape.display_unit,
  decimals: NumberFeature.shape.decimals,
});

export const HiddenFeature = z.strictObject({
  id: Id,
  name: Text,
  type: z.literal('hidden'),
  value_type: z.enum(['text', 'number', 'boolean']).default(defaults.hiddenValueType),
  default: ValueOrExpression.optional(),
  private: Private.optional(),
});

/** One question a product asks, or one fact it works out. */
export const Feature = z.discriminatedUnion('type', [
  ChoiceFeature,
  MultiChoiceFeature,
  YesNoFeature,
  NumberFeature,
  TextFeature,
  DateFeature,
  FileFeature,
  ComputedFeature,
  HiddenFeature,
]);
export type Feature = z.infer<typeof Feature>;
export type Option = z.infer<typeof Option>;
export type Availability = z.infer<typeof Availability>;
