import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { CompileContext } from '../compile-context.ts';
import { refuseDuplicates } from '../refuse-duplicates.ts';

/** Collects the look-up tables: their axes rise, and there is a value for every place. `publishLookUps` publishes them. */
export function collectTables(context: CompileContext): void {
  const all = context.input.tables ?? [];
  refuseDuplicates(all, 'tables', 'table', context);
  all.forEach((table, number) => {
    const path = `tables[${number}]`;
    context.at = path;
    context.tables.set(table.id, { number, table });
    ascending(table.x, `${path}.x`, context);
    if (table.y) ascending(table.y, `${path}.y`, context);
    checkValues(table, `${path}.values`, context);
  });
}

/** Tiers rise, or the one that holds a value could not be told. */
export function checkTiers(
  tiers: readonly { readonly from: number }[],
  path: string,
  context: CompileContext,
): void {
  ascending(
    tiers.map(({ from }) => from),
    path,
    context,
  );
}

function ascending(values: readonly number[], path: string, context: CompileContext): void {
  const index = values.findIndex((value, i) => i > 0 && value <= values[i - 1]!);
  if (index < 0) return;
  context.error(
    `${path}[${index}]`,
    `${values[index]!} comes after ${values[index - 1]!}`,
    'write them from the smallest to the largest, each once',
  );
}

function checkValues({ x, y, values }: LookupTable, path: string, context: CompileContext): void {
  const nested = values.some((value) => Array.isArray(value));
  if (nested !== (y !== undefined)) {
    context.error(
      path,
      y ? 'a table with "y" has a row of values for each' : 'a table without "y" has one row of values',
      y ? `write ${y.length} rows of ${x.length} values` : `write ${x.length} values, or give "y"`,
    );
    return;
  }
  if (y && values.length !== y.length) {
    context.error(
      path,
      `there are ${values.length} rows for ${y.length} values of y`,
      'write one row a value of y',
    );
  }
  (y ? (values as readonly (readonly unknown[])[]) : [values]).forEach((row, index) => {
    if (row.length === x.length) return;
    context.error(
      y ? `${path}[${index}]` : path,
      `there are ${row.length} values for ${x.length} columns`,
      'write one a column; null where there is none',
    );
  });
}
