import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { CompileContext } from '../compile-context.ts';
import { refuseDuplicates } from '../refuse-duplicates.ts';

/** Collects the look-up tables: their axes rise, and there is a value for every place. `publishLookUps` publishes them. */
export function collectTables(draft: CompileContext): void {
  const all = draft.input.tables ?? [];
  refuseDuplicates(all, 'tables', 'table', draft);
  all.forEach((table, number) => {
    const path = `tables[${number}]`;
    draft.at = path;
    draft.tables.set(table.id, { number, table });
    ascending(table.x, `${path}.x`, draft);
    if (table.y) ascending(table.y, `${path}.y`, draft);
    checkValues(table, `${path}.values`, draft);
  });
}

/** Tiers rise, or the one that holds a value could not be told. */
export function checkTiers(
  tiers: readonly { readonly from: number }[],
  path: string,
  draft: CompileContext,
): void {
  ascending(
    tiers.map(({ from }) => from),
    path,
    draft,
  );
}

function ascending(values: readonly number[], path: string, draft: CompileContext): void {
  const index = values.findIndex((value, i) => i > 0 && value <= values[i - 1]!);
  if (index < 0) return;
  draft.error(
    `${path}[${index}]`,
    `${values[index]!} comes after ${values[index - 1]!}`,
    'write them from the smallest to the largest, each once',
  );
}

function checkValues({ x, y, values }: LookupTable, path: string, draft: CompileContext): void {
  const nested = values.some((value) => Array.isArray(value));
  if (nested !== (y !== undefined)) {
    draft.error(
      path,
      y ? 'a table with "y" has a row of values for each' : 'a table without "y" has one row of values',
      y ? `write ${y.length} rows of ${x.length} values` : `write ${x.length} values, or give "y"`,
    );
    return;
  }
  if (y && values.length !== y.length) {
    draft.error(
      path,
      `there are ${values.length} rows for ${y.length} values of y`,
      'write one row a value of y',
    );
  }
  (y ? (values as readonly (readonly unknown[])[]) : [values]).forEach((row, index) => {
    if (row.length === x.length) return;
    draft.error(
      y ? `${path}[${index}]` : path,
      `there are ${row.length} values for ${x.length} columns`,
      'write one a column; null where there is none',
    );
  });
}
