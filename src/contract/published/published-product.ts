import type { Output } from '../product/output.ts';
import type { Expr } from './expr.ts';
import type { Text } from '../product/text.ts';
import type { LookupTable, Measure } from '../product/price-rule.ts';

/**
 * A product as the engine runs it and as the browser receives it: checked, without its private parts, expressions
 * parsed to terms, and the many ways to write a rule or price brought down to a few. `publish` makes it; the engine
 * (`createEngine`) is its only interpreter, in the browser and on the server alike.
 */
export interface PublishedProduct {
  readonly format: 1;
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly description?: Text;
  readonly image?: string;
  /** First is the fallback. */
  readonly languages: readonly string[];
  readonly currency: string;
  /** Other currencies: worth of one unit of `currency`. */
  readonly currencies?: Readonly<Record<string, number>>;
  /** Decimals of each of these: 2 for EUR, 0 for JPY. */
  readonly digits: Readonly<Record<string, number>>;
  readonly tax: { readonly rate: number; readonly prices: 'net' | 'gross' };
  readonly quantity: {
    readonly min: number;
    readonly max: number;
    readonly step: number;
    readonly default: number;
  };
  readonly lead_time_days?: Expr;
  readonly steps: readonly PublishedStep[];
  readonly measures: readonly PublishedMeasure[];
  readonly variables: readonly PublishedVariable[];
  /** Ids of all steps with a condition or repetitions, features, measures and variables: each after all it reads. */
  readonly order: readonly string[];
  readonly constraints: readonly PublishedConstraint[];
  readonly messages: readonly PublishedMessage[];
  /** For `["lookup", i, x, y]`. Breaks that lengths meet are in whole mm, as the lengths are. */
  readonly tables: readonly LookupTable[];
  /** Rows of combination tables, for `["row", i, …]`. A cell is a value, a list of values, or `"*"`. */
  readonly combinations: readonly (readonly (readonly CombinationCell[])[])[];
  /** Tier tables, for `["tier", i, x]` and `["slab", i, x]`, ascending. `reached`: `from` in whole mm, where `x` is a length. */
  readonly tiers: readonly (readonly {
    readonly from: number;
    readonly amount: number;
    readonly reached?: number;
  }[])[];
  readonly prices: readonly PublishedPrice[];
  /** While one of these holds there is no price. */
  readonly on_request: readonly { readonly id: string; readonly when: Expr; readonly reason: Text }[];
  readonly minimum_price?: { readonly amount: number; readonly name: Text; readonly per: 'piece' | 'order' };
  readonly drawing?: PublishedDrawing;
  readonly outputs: readonly PublishedOutput[];
  readonly dialects: readonly string[];
  /** Whether the page's tag manager hears of it. */
  readonly analytics?: boolean;
  /** Origins of pages that may show it in an iframe; absent: the companion's own list decides. */
  readonly allowed_origins?: readonly string[];
  readonly external_pricing?: { readonly timeout_ms: number };
}

export type CombinationCell = string | number | boolean | readonly (string | number)[];

export interface PublishedStep {
  readonly id: string;
  readonly name: Text;
  readonly help?: Text;
  readonly visible?: Expr;
  readonly repeat?: {
    /** How many at the start; bounds are worked out with the names outside repetitions. */
    readonly default: number;
    /** All that hold count: the highest minimum, the lowest maximum. */
    readonly min: readonly Bound[];
    readonly max: readonly Bound[];
    readonly item_name: Text;
  };
  readonly features: readonly PublishedFeature[];
}

/** A bound or a derived or default value, in force while `when` holds (default: always). The first in force wins, except for bounds. */
export interface Bound {
  readonly when?: Expr;
  readonly value: Expr;
  readonly reason?: Text;
}

/** Available while `when` holds; else `reason`. */
export interface PublishedAvailability {
  readonly when: Expr;
  readonly reason: Text;
}

export interface PublishedFeature {
  readonly id: string;
  readonly type:
    'choice' | 'multi_choice' | 'yes_no' | 'number' | 'text' | 'date' | 'file' | 'computed' | 'hidden';
  readonly name: Text;
  readonly help?: Text;
  /** All must hold. */
  readonly visible?: Expr;
  readonly enabled?: readonly PublishedAvailability[];
  readonly required?: Expr;
  readonly default?: readonly Bound[];
  /** Derived values (rules of type `value`, and `value` of a computed feature). */
  readonly derived?: readonly Bound[];
  readonly display?: string;
  readonly options?: readonly PublishedOption[];
  /** The name that the attributes of the option chosen go by in terms; absent where no option has attributes. */
  readonly facts?: string;
  readonly own?: {
    readonly name: Text;
    readonly placeholder?: Text;
    readonly pattern?: string;
    readonly pattern_help?: Text;
    readonly max_length: number;
    readonly attributes?: Readonly<Record<string, string | number | boolean>>;
    readonly custom_properties?: Readonly<Record<string, unknown>>;
  };
  /** Numbers: bounds in the base unit. Multi-choice: how many options. All in force count. */
  readonly min?: readonly Bound[];
  readonly max?: readonly Bound[];
  readonly unit?: 'mm' | 'g' | 'piece' | 'percent' | 'degree' | 'none';
  readonly display_unit?: 'mm' | 'cm' | 'm' | 'in' | 'ft' | 'g' | 'kg';
  /** What one of the unit shown is in the base unit: 10 for cm. Default: 1. */
  readonly scale?: number;
  readonly step?: number;
  readonly decimals?: number;
  /** What a value must keep to by itself: pattern, length, step, earliest and latest day. The value's own name is read. */
  readonly checks?: readonly PublishedCheck[];
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly pattern?: string;
  readonly pattern_help?: Text;
  readonly placeholder?: Text;
  readonly min_date?: string | { readonly days_from_today: number };
  readonly max_date?: string | { readonly days_from_today: number };
  /** hidden only; text where it says nothing. */
  readonly value_type?: 'text' | 'number' | 'boolean';
  readonly accept?: readonly string[];
  readonly max_mb?: number;
  /** yes_no only. */
  readonly custom_properties?: Readonly<Record<string, unknown>>;
}

export interface PublishedCheck {
  readonly holds: Expr;
  readonly code: 'not_a_multiple' | 'too_short' | 'too_long' | 'bad_pattern' | 'too_early' | 'too_late';
  /** Worked out where the value stands: a day that is so many from today. */
  readonly params?: Readonly<Record<string, Expr>>;
  readonly reason?: Text;
}

export interface PublishedOption {
  readonly id: string;
  readonly name: Text;
  readonly help?: Text;
  readonly colour?: string;
  readonly image?: string;
  /** As terms read them: the colour counts as one, so that a drawing can use it. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly custom_properties?: Readonly<Record<string, unknown>>;
  readonly visible?: Expr;
  readonly enabled?: readonly PublishedAvailability[];
}

/** What must hold (requires, excludes and combination rules). Not judged while a feature it names must be answered and is not. */
export interface PublishedConstraint {
  readonly holds: Expr;
  /** Ids of the features it names; with `step`, those of that step are meant in the repetition at hand. */
  readonly features: readonly string[];
  /**
   * Multiple choice → the options that it asks for by name, in the product's order. Taking or leaving another changes nothing.
   * Not there for one that it also asks something else about (how many, which row of a table).
   */
  readonly named?: Readonly<Record<string, readonly string[]>>;
  readonly step?: string;
  readonly reason: Text;
}

export interface PublishedMessage {
  readonly level: 'info' | 'warn' | 'error';
  readonly when: Expr;
  readonly text: Text;
  readonly feature?: string;
  readonly step?: string;
}

export interface PublishedMeasure extends Pick<Measure, 'id' | 'unit' | 'name' | 'step' | 'minimum'> {
  readonly value: Expr;
  /** What one unit of `value` is in the unit of the measure: mm² → m² is 1e-6. */
  readonly scale: number;
  readonly round?: { readonly to: number; readonly mode: 'up' | 'down' | 'nearest' };
}

export interface PublishedVariable {
  readonly id: string;
  readonly step?: string;
  readonly value: Expr;
}

/** One row of the breakdown: `amount × times`, or `amount` per cent of the lines and groups in `of`. */
export interface PublishedPrice {
  readonly id: string;
  readonly name: Text;
  readonly group?: string;
  readonly step?: string;
  readonly when?: Expr;
  /** Major units, or per cent where `of` is given. */
  readonly amount: Expr;
  /** A measure, usually. */
  readonly times?: Expr;
  /** Of the measure that `times` is, for the breakdown. */
  readonly unit?: Measure['unit'];
  /** The features that `amount` and `times` need answered, seen through measures and variables: until then the price is open. */
  readonly reads?: readonly string[];
  /** Percentage lines: ids of earlier lines or groups; `"*"` is all earlier lines. */
  readonly of?: readonly string[];
  readonly per: 'piece' | 'total' | 'order';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly item_type?: string;
  readonly external_ref?: string;
}

/** A submission output without the URLs and addresses behind its triggers. */
export interface PublishedOutput extends Omit<Output, 'buttons'> {
  readonly buttons: readonly PublishedButton[];
}

export interface PublishedButton {
  readonly id: string;
  readonly name: Text;
  readonly style: 'primary' | 'secondary';
  readonly triggers: {
    readonly pdf: boolean;
    readonly email: boolean;
    readonly webhook: boolean;
    readonly post_message: boolean;
  };
}

export interface PublishedDrawing {
  readonly width: Expr;
  readonly height: Expr;
  readonly x?: Expr;
  readonly y?: Expr;
  readonly title: Text;
  readonly gradients: readonly {
    readonly id: string;
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly stops: readonly { readonly at: number; readonly colour: Expr; readonly opacity?: Expr }[];
  }[];
  readonly shapes: readonly PublishedShape[];
  /** Ids of all that decides what it looks like: features, steps, measures and variables. */
  readonly reads: readonly string[];
}

export interface PublishedShape {
  /** An SVG element's name; `dimension` is drawn as a group of lines and a text. */
  readonly shape: string;
  readonly when?: Expr;
  /** A repeatable step's id, or how many times. */
  readonly each?: { readonly step: string } | { readonly count: Expr };
  readonly attributes?: Readonly<Record<string, Expr>>;
  readonly text?: Expr;
  readonly shapes?: readonly PublishedShape[];
}
