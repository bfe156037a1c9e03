import type { Text } from '../product/text.ts';
import type { Bound } from './bound.ts';
import type { Expr } from './expr.ts';
import type { PublishedAvailability, PublishedOption } from './published-option.ts';

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
  /** The name of the attributes of the option chosen, in expressions; absent where no option has attributes. */
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
  /** Conditions on the value by itself: pattern, length, step, earliest and latest day. They read the feature's own name. */
  readonly checks?: readonly PublishedCheck[];
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly pattern?: string;
  readonly pattern_help?: Text;
  readonly placeholder?: Text;
  readonly min_date?: string | { readonly days_from_today: number };
  readonly max_date?: string | { readonly days_from_today: number };
  /** hidden only; default: text. */
  readonly value_type?: 'text' | 'number' | 'boolean';
  readonly accept?: readonly string[];
  readonly max_mb?: number;
  /** yes_no only. */
  readonly custom_properties?: Readonly<Record<string, unknown>>;
}

export interface PublishedCheck {
  readonly holds: Expr;
  readonly code: 'not_a_multiple' | 'too_short' | 'too_long' | 'bad_pattern' | 'too_early' | 'too_late';
  /** Evaluated in the scope of the value: a day that is so many from today. */
  readonly params?: Readonly<Record<string, Expr>>;
  readonly reason?: Text;
}
