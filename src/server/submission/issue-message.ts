import { localise } from '../../configuration/localise.ts';
import type { Issue } from '../../contract/resolution.ts';

/** What is wrong in a sentence, for codes whose product gives no reason. The widget has its own in every language. */
const sentences: Readonly<Record<Issue['code'], string>> = {
  required: 'An answer is required.',
  wrong_type: 'The value has the wrong type.',
  unknown_option: 'This is not on offer.',
  option_unavailable: 'This is not available with the other answers.',
  feature_unavailable: 'This cannot be answered with the other answers.',
  constraint: 'This does not fit the other answers.',
  derived_differs: 'The other answers lead to another value.',
  too_small: 'The value is too small.',
  too_large: 'The value is too large.',
  not_a_multiple: 'The value is not a multiple of the step.',
  too_few: 'Too few are chosen.',
  too_many: 'Too many are chosen.',
  too_short: 'The text is too short.',
  too_long: 'The text is too long.',
  bad_pattern: 'The text does not have the form asked for.',
  too_early: 'The date is too early.',
  too_late: 'The date is too late.',
  bad_date: 'This is not a date.',
  too_few_repetitions: 'There are too few of these.',
  too_many_repetitions: 'There are too many of these.',
  price_incomplete: 'There is no price for this as it stands.',
  message: 'This configuration is not possible.',
};

/** An issue in words: the product's own reason in the shopper's language, or a plain English sentence. */
export function issueMessage({ path, code, reason, params }: Issue, languages: readonly string[]): string {
  const said = localise(reason, languages) || sentences[code];
  const { line: _, ...limited } = params ?? {};
  const limits = Object.entries(limited).map(([name, value]) => `${name}: ${value}`);
  return `${path === '' ? '' : `${path}: `}${said}${limits.length > 0 ? ` (${limits.join(', ')})` : ''}`;
}
