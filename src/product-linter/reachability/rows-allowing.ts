import type { CombinationCell } from '../../contract/published/published-tables.ts';

export type Row = readonly CombinationCell[];

/** Table → column → value → the rows that allow it; under "*", those that allow any other value. */
const indexes = new WeakMap<readonly Row[], Map<unknown, Row[]>[]>();

/** The rows of a combination table that allow a value in a column, by an index: there may be thousands of rows. */
export function rowsAllowing(rows: readonly Row[], column: number, value: unknown): readonly Row[] {
  const columns = indexes.get(rows) ?? [];
  indexes.set(rows, columns);
  const index = (columns[column] ??= indexed(rows, column));
  return index.get(value) ?? index.get('*')!;
}

function indexed(rows: readonly Row[], column: number): Map<unknown, Row[]> {
  const index = new Map<unknown, Row[]>([['*', []]]);
  for (const row of rows) {
    const cell = row[column];
    for (const value of cell === '*' ? index.keys() : new Set([cell].flat())) {
      if (!index.has(value)) index.set(value, [...index.get('*')!]);
      index.get(value)!.push(row);
    }
  }
  return index;
}
