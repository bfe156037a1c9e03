import type { Text } from '../product/text.ts';
import type { LookupTable } from '../product/price-rule.ts';
import type { Expr } from './expr.ts';
import type { PublishedConstraint } from './published-constraint.ts';
import type { PublishedDrawing } from './published-drawing.ts';
import type { PublishedMeasure } from './published-measure.ts';
import type { PublishedMessage } from './published-message.ts';
import type { PublishedOutput } from './published-output.ts';
import type { PublishedPrice } from './published-price.ts';
import type { PublishedStep } from './published-step.ts';
import type { CombinationCell } from './published-tables.ts';
import type { PublishedVariable } from './published-variable.ts';

/**
 * A product as the engine runs it and as the browser receives it: checked, without its private parts, expressions
 * parsed, and the many ways to write a rule or price reduced to a few. The product compiler makes it; the engine
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
  /** Whether the page's tag manager is told. */
  readonly analytics?: boolean;
  /** Origins of pages that may show it in an iframe; absent: the companion's own list decides. */
  readonly allowed_origins?: readonly string[];
  readonly external_pricing?: { readonly timeout_ms: number };
}
