import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { CompileContext } from '../compile-context.ts';
import { refuseDuplicates } from '../refuse-duplicates.ts';
import { checkAscending } from './check-ascending.ts';

/** Collects the look-up tables, and checks that their axes rise and that every place has a value. */
export function collectTables(context: CompileContext): void {
  const all = context.input.tables ?? [];
  refuseDuplicates(all, 'tables', 'table', context);
  all.forEach((table, number) => {
    const path = `tables[${number}]`;
    context.at = path;
    context.tables.set(table.id, { number, table });
    checkAscending(table.x, `${path}.x`, context);
    if (table.y) checkAscending(table.y, `${path}.y`, context);
    checkValues(table, `${path}.values`, context);
  });
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
