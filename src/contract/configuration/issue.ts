import type { Text } from '../product/text.ts';
import type { Value } from './value.ts';

/**
 * A problem of a configuration, or a message about it.
 *
 * `kind`: incomplete (an answer is missing), invalid (a value breaks its own bounds or format), conflict (values do
 * not fit together, or no longer fit the product), message (a rule of type message). `level` error blocks a submission.
 * `unknown_option` has the id in `params.value`; the last one has the number of those not listed in `params.more`.
 * `code` is stable; widget and companion have a sentence for it in every language (src/text/issue-sentences), filled from `params`; `reason` is the product's own.
 */
export interface Issue {
  readonly kind: 'incomplete' | 'invalid' | 'conflict' | 'message';
  readonly level: 'info' | 'warn' | 'error';
  readonly code:
    | 'required'
    | 'wrong_type'
    | 'unknown_option'
    | 'option_unavailable'
    | 'feature_unavailable'
    | 'constraint'
    | 'derived_differs'
    | 'too_small'
    | 'too_large'
    | 'not_a_multiple'
    | 'too_few'
    | 'too_many'
    | 'too_short'
    | 'too_long'
    | 'bad_pattern'
    | 'too_early'
    | 'too_late'
    | 'bad_date'
    | 'too_few_repetitions'
    | 'too_many_repetitions'
    | 'price_incomplete'
    | 'message';
  /** `width`, `panels[0].width`, or a step's id for its repetitions. */
  readonly path: string;
  /** Id of the step it is in; absent for messages without a feature. */
  readonly step?: string;
  readonly reason?: Text;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Other features that the conflict is about, and those that keep a default from giving way to it. */
  readonly others?: readonly string[];
  /** One-click repairs that follow from the issue itself. `findRepairs` finds those that have to be tried. */
  readonly repairs?: readonly Repair[];
}

/** One change that repairs an issue. */
export interface Repair {
  readonly path: string;
  readonly value: Value;
}
