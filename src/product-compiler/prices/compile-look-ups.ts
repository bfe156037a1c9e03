import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { CompileContext } from '../compile-context.ts';
import { type Dimensions, lengthUnit } from './length-unit.ts';
import { wholeBreaks } from './whole-breaks.ts';
import { wholeLength } from './whole-length.ts';

/**
 * The tables that are looked up, their breaks rounded like the numbers that are compared with them. Comes after all
 * expressions: until then a variable may still be unread, and it is not known whether it is a length. A table is compiled
 * twice where lengths are looked up in one place and plain numbers in another, and its breaks are not whole.
 */
export function compileLookUps(context: CompileContext): LookupTable[] {
  const tables: LookupTable[] = [];
  const numbers = new Map<string, number>();
  const dimensions: Dimensions = new Map();
  for (const lookUp of context.lookUps) {
    const [, table, ...operands] = lookUp;
    const units = operands.map((operand) => lengthUnit(operand, context, dimensions));
    const use = JSON.stringify([table, units]);
    let number = numbers.get(use);
    if (number === undefined) {
      const rounded = roundBreaks(context, table, units);
      const same = JSON.stringify([table, rounded.x, rounded.y]);
      number = numbers.get(same) ?? tables.push(rounded) - 1;
      numbers.set(use, number).set(same, number);
    }
    lookUp.splice(1, Infinity, number, ...operands.map((one, index) => wholeLength(units[index]).expr(one)));
  }
  return tables;
}

/** A table with its breaks rounded for operands of these units. */
function roundBreaks(
  context: CompileContext,
  number: number,
  units: readonly (number | undefined)[],
): LookupTable {
  const { id, x, y, values } = context.input.tables![number]!;
  const path = `tables[${number}]`;
  const columns = wholeBreaks(x, units[0], `${path}.x`, context);
  return y
    ? { id, x: columns, y: wholeBreaks(y, units[1], `${path}.y`, context), values }
    : { id, x: columns, values };
}
