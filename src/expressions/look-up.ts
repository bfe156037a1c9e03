import type { CombinationCell } from '../contract/published/published-tables.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { LookupTable } from '../contract/product/price-rule.ts';
import { snap } from './rounding.ts';

type Tiers = PublishedProduct['tiers'][number];

/** The index of the first step that `x` still fits ("up to and including"); −1 beyond the last, and where `x` is unset. */
const fitting = (steps: readonly number[], x: unknown) =>
  typeof x === 'number' ? steps.findIndex((step) => snap(x - step) <= 0) : -1;

/** The value of a table at x (and y), rounding up to the next step; unset beyond the last step and in empty cells. */
export function lookup(
  { x: columns, y: rows, values }: LookupTable,
  x: unknown,
  y?: unknown,
): number | undefined {
  const row = (rows ? values[fitting(rows, y)] : values) as readonly (number | null)[] | undefined;
  return row?.[fitting(columns, x)] ?? undefined;
}

/** The amount of the tier that holds x: the last one that starts at or below it. Unset below the first. */
export function tier(tiers: Tiers, x: unknown): number | undefined {
  return typeof x === 'number' ? tiers.findLast(({ from }) => snap(x - from) >= 0)?.amount : undefined;
}

/**
 * Each part of x at the amount of its own tier, summed. What lies below the first tier costs nothing. For a length, `whole`
 * decides which tiers are reached.
 */
export function slab(tiers: Tiers, x: unknown, whole: unknown = x): number | undefined {
  if (typeof x !== 'number') return undefined;
  const last = tiers.findLastIndex(({ from, reached = from }) => snap((whole as number) - reached) > 0);
  return tiers
    .slice(0, last + 1)
    .reduce(
      (total, { from, amount }, index) =>
        total + ((index < last ? tiers[index + 1]!.from : x) - from) * amount,
      0,
    );
}

/** Whether the values stand together in a row. A cell is a value, a list of values or "*"; a list (multi-choice) fits if each of its entries does. */
export function row(rows: readonly (readonly CombinationCell[])[], values: readonly unknown[]): boolean {
  const fits = (cell: CombinationCell, value: unknown): boolean =>
    cell === '*' ||
    (Array.isArray(value)
      ? value.every((one) => fits(cell, one))
      : Array.isArray(cell)
        ? cell.includes(value)
        : cell === value);
  return rows.some((cells) => cells.every((cell, index) => fits(cell, values[index])));
}
