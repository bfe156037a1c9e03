import type { z } from 'zod';
import type { Issue } from '../configuration/issue.ts';
import type { ErrorDetail } from './error-body.ts';

/** Codes of `details` that say that items name what the product does not have. */
export const itemsDetailCodes = [
  /** The items are those of another product. */
  'unknown_product',
  /** The product has no such step. */
  'unknown_step',
  /** The step is given twice. */
  'duplicate_step',
  /** The step occurs only once, and has several repetitions. */
  'not_repeatable',
  /** The step has no such feature. */
  'unknown_feature',
  /** The feature is answered twice in one repetition. */
  'duplicate_feature',
  /** The value is not one that a feature of this type can have. */
  'wrong_type',
] as const;
export type ItemsDetailCode = (typeof itemsDetailCodes)[number];

/** Codes of `details` that only a companion finds. */
export const submissionDetailCodes = [
  /** The product has no such output, or needs one. */
  'unknown_output',
  /** The output has no such button, or needs one. */
  'unknown_button',
  /** The file was never uploaded to this feature, or is no longer there. */
  'unknown_upload',
  /** The product has no prices in this currency. */
  'unknown_currency',
  /** The submission holds so much that it is not read any further. */
  'too_many_items',
  /** The last detail of many: how many more there are. */
  'more',
] as const;

/** Every code of a submission's `details`: the engine's issues, what the items say, what only a companion finds, and the shape of the body as Zod words it. */
export type CompanionDetailCode =
  Issue['code'] | ItemsDetailCode | (typeof submissionDetailCodes)[number] | z.core.$ZodIssue['code'];

/** A detail as the companion writes it. Who reads one allows for codes that are not known yet, hence `ErrorDetail`. */
export interface CompanionErrorDetail extends ErrorDetail {
  readonly code: CompanionDetailCode;
}
