import { z } from 'zod';
import { LONGEST_ID, MOST_OPTIONS, MOST_REPETITIONS } from '../limits.ts';
import { LONGEST_TEXT } from '../longest-text.ts';

/**
 * The enriched items array: product → step → repetition → feature. Source: docs/dialects.md, "In `items`";
 * `ID` and `repetitionAmount` of a step are what live integrations show.
 */
export const SelectedSubfeature = z.object({
  ID: z.string().max(500),
  name: z.string().max(2000),
  custom_properties: z.record(z.string(), z.unknown()).default({}),
});
export type SelectedSubfeature = z.infer<typeof SelectedSubfeature>;

/**
 * One answered feature. `value` by `type`: single_selection: the subfeature's ID; multiple_selection: subfeature ID → whether it
 * is chosen; number_input: number in the base unit; text_input: string; date: `YYYY-MM-DD`; file_input (ours): the upload's id.
 * A yes/no question is a single_selection of `yes` and `no`. An answer of the shopper's own is the subfeature `own`, its text
 * in `selected.name`.
 */
export const EnrichedFeature = z.object({
  ID: z.string().max(LONGEST_ID),
  feature_name: z.string().max(2000).default(''),
  type: z.enum([
    'single_selection',
    'multiple_selection',
    'number_input',
    'text_input',
    'date',
    'file_input',
  ]),
  value: z.union([
    z.string().max(LONGEST_TEXT),
    z.number(),
    z.record(z.string().max(LONGEST_ID), z.boolean()),
  ]),
  selected: z.union([SelectedSubfeature, z.array(SelectedSubfeature).max(MOST_OPTIONS)]).optional(),
});
export type EnrichedFeature = z.infer<typeof EnrichedFeature>;

export const EnrichedStep = z.object({
  ID: z.string().max(LONGEST_ID),
  repetitionAmount: z.number().int().min(0).max(MOST_REPETITIONS),
  repetitions: z.array(z.array(EnrichedFeature).max(3000)).max(MOST_REPETITIONS),
});
export type EnrichedStep = z.infer<typeof EnrichedStep>;

export const EnrichedProduct = z.object({
  product_id: z.string().max(100),
  product_name: z.string().max(2000).default(''),
  image: z.string().max(200_000).default(''),
  items: z.array(EnrichedStep).max(100),
});
export type EnrichedProduct = z.infer<typeof EnrichedProduct>;

/** The items of one submission: one product. */
export const Items = z.array(EnrichedProduct).length(1);
export type Items = z.infer<typeof Items>;

/** An answer as one flat row (a multiple selection has one for each chosen subfeature), repetitions kept apart. */
export interface Line {
  readonly product_id: string;
  readonly step_id: string;
  readonly step_name: string;
  /** From 0; 0 for steps that do not repeat. */
  readonly repetition: number;
  readonly feature_id: string;
  readonly feature_name: string;
  readonly type: EnrichedFeature['type'];
  readonly value: string | number | boolean;
  /** The answer in words: "Oak", "1,200 mm". */
  readonly display: string;
  readonly subfeature_id?: string;
  readonly custom_properties?: Readonly<Record<string, unknown>>;
}
