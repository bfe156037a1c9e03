import { z } from 'zod';
import {
  LONGEST_FILE_NAME,
  LONGEST_ID,
  LONGEST_OWN_VALUE,
  MOST_OPTIONS,
  MOST_REPETITIONS,
} from '../limits.ts';
import { LONGEST_TEXT } from '../longest-text.ts';

/** A file that a shopper uploaded: the id the companion gave it, and what it is called. Sizes in bytes. */
export const FileValue = z.strictObject({
  file_id: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
  name: z.string().max(LONGEST_FILE_NAME),
  size: z.number().int().nonnegative(),
});
export type FileValue = z.infer<typeof FileValue>;

/** What a shopper entered instead of choosing an option (`own` of a choice), told apart from an option's id. */
export const OwnValue = z.strictObject({ own: z.string().min(1).max(LONGEST_OWN_VALUE) });
export type OwnValue = z.infer<typeof OwnValue>;

/**
 * The value of one feature. By the feature's type: choice: option id or `{own}`; multi_choice: option ids in the
 * product's order; yes_no: boolean; number: number in the base unit (mm, g, …); text: string; date: `YYYY-MM-DD`;
 * file: `{file_id, name, size}`; computed and hidden: number, string or boolean. `null` means "cleared by the shopper".
 */
export const Value = z.union([
  z.string().max(LONGEST_TEXT),
  z.number(),
  z.boolean(),
  z.array(z.string().max(LONGEST_ID)).max(MOST_OPTIONS),
  OwnValue,
  FileValue,
  z.null(),
]);
export type Value = z.infer<typeof Value>;

/**
 * Selections as they travel: feature id → value for the features outside repetitions, and
 * repeatable step id → one object of feature id → value a repetition.
 */
export const Selections = z.record(
  z.string().max(LONGEST_ID),
  z.union([Value, z.array(z.record(z.string().max(LONGEST_ID), Value)).max(MOST_REPETITIONS)]),
);
export type Selections = z.infer<typeof Selections>;
