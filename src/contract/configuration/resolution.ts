import type { PublishedFeature, PublishedOption, PublishedStep } from '../published/published-product.ts';
import type { Text } from '../product/text.ts';
import type { Selections, Value } from './value.ts';

/** Where a value comes from. */
export type Provenance = 'user' | 'default' | 'derived' | 'import';

/** What the shopper (or a link, or the page) said about one feature. */
export interface Answer {
  readonly value: Value;
  readonly by: 'user' | 'import';
}

/** All that was said, the engine's only input: feature id → answer, repeatable step id → answers a repetition. */
export interface Answers {
  readonly quantity?: number;
  readonly features: Readonly<Record<string, Answer>>;
  readonly steps: Readonly<Record<string, readonly Readonly<Record<string, Answer>>[]>>;
}

/**
 * Something to be said about a configuration.
 *
 * `kind`: incomplete (an answer is missing), invalid (a value breaks its own bounds or format), conflict (values do
 * not fit together, or no longer fit the product), message (a rule of type message). `level` error blocks a submission.
 * `unknown_option` says which id in `params.value`; the last one counts in `params.more` those that are not told one by one.
 * `code` is stable; the widget has a sentence for it in every language, filled from `params`; `reason` is the product's own.
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
  /** One-click ways out that follow from the issue itself. Those that have to be tried, `findRepairs` finds. */
  readonly repairs?: readonly Repair[];
}

/** One change that mends an issue. */
export interface Repair {
  readonly path: string;
  readonly value: Value;
}

export interface OptionState {
  readonly option: PublishedOption;
  readonly available: boolean;
  /** Why not, where a rule says so. */
  readonly reason?: Text;
}

/** One feature, in one repetition, as it stands. The object stays the same as long as nothing in it changes. */
export interface FeatureState {
  readonly feature: PublishedFeature;
  readonly path: string;
  readonly visible: boolean;
  /** Unset: undefined. In mm, g, …; what a hidden feature keeps is not here. */
  readonly value: Value | undefined;
  readonly by: Provenance | undefined;
  readonly required: boolean;
  /** The reason, where it cannot be answered now. */
  readonly disabled?: Text;
  /** Options offered (hidden ones are left out). Choice and multi-choice only. */
  readonly options?: readonly OptionState[];
  readonly min?: number;
  readonly max?: number;
  readonly issues: readonly Issue[];
}

export interface StepState {
  readonly step: PublishedStep;
  readonly visible: boolean;
  readonly status: 'complete' | 'incomplete' | 'conflict';
  /** One for a step that does not repeat. */
  readonly repetitions: readonly (readonly FeatureState[])[];
  /** Repeatable steps: how many there may be. */
  readonly min?: number;
  readonly max?: number;
  /** About the number of repetitions. */
  readonly issues: readonly Issue[];
}

/** A configuration worked out: what the engine makes of a product and answers. A pure function of the two. */
export interface Resolution {
  readonly quantity: number;
  readonly steps: readonly StepState[];
  /** Every issue, steps in order, messages last. */
  readonly issues: readonly Issue[];
  /** No issue of level error. */
  readonly valid: boolean;
  readonly lead_time_days?: number;
}

/** The canonical form of a configuration: values of the visible, answered features. Its hash is `configHash`. */
export interface CanonicalConfiguration {
  readonly product_id: string;
  readonly product_version: string;
  readonly quantity: number;
  readonly selections: Selections;
}

/** One row of a price breakdown. Money is in integer minor units. */
export interface LineItem {
  /** Price rule id; with `#n` behind it for repetition n (from 1). */
  readonly id: string;
  readonly name: Text;
  readonly group?: string;
  /** Repetition, from 0. */
  readonly repetition?: number;
  /** 1 for lines once per order. */
  readonly quantity: number;
  /** Absent where only the total is exact (`authoritative: "total"`). */
  readonly unit_price?: number;
  readonly total: number;
  readonly authoritative: 'unit' | 'total';
  /** What was measured for one piece, for "2.35 m² × …". */
  readonly measure?: { readonly value: number; readonly unit: string };
  readonly item_type?: string;
  readonly external_ref?: string;
}

/**
 * A price. `incomplete`: something it needs is unanswered, or a line has no price; `missing` says what. `on_request`: there
 * is none, `reason` says why. Totals are null in both. `total` is what the shopper sees as the price: net or gross as the
 * product's prices are.
 */
export interface Price {
  readonly state: 'priced' | 'incomplete' | 'on_request';
  readonly currency: string;
  /** Decimals of the currency: 2 for EUR, 0 for JPY. */
  readonly digits: number;
  readonly lines: readonly LineItem[];
  readonly net: number | null;
  readonly tax: number | null;
  readonly gross: number | null;
  readonly total: number | null;
  readonly tax_rate: number;
  readonly prices: 'net' | 'gross';
  /** Paths of features (or ids of repeatable steps, or of price lines, or `quantity`) that are missing; "*": there is no sum. */
  readonly missing: readonly string[];
  readonly reason?: Text;
}
