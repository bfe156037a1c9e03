import type { LookupTable } from '../../contract/product/price-rule.ts';
import type { CompileContext } from '../compile-context.ts';
import { type Dimensions, lengthUnit } from './length-unit.ts';
import { wholeBreaks } from './whole-breaks.ts';
import { wholeLength } from './whole-length.ts';

/**
 * The tables that are looked up, their breaks rounded as what meets them is. Comes after all expressions: until then a
 * variable may still be unread, and nobody knows whether it is a length. A table is published twice where lengths meet it in
 * one place and plain numbers in another, and its breaks are not whole.
 */
export function compileLookUps(context: CompileContext): LookupTable[] {
  const published: LookupTable[] = [];
  const numbers = new Map<string, number>();
  const known: Dimensions = new Map();
  for (const lookUp of context.lookUps) {
    const [, table, ...operands] = lookUp;
    const units = operands.map((operand) => lengthUnit(operand, context, known));
    const use = JSON.stringify([table, units]);
    let number = numbers.get(use);
    if (number === undefined) {
      const met = asMet(context, table, units);
      const same = JSON.stringify([table, met.x, met.y]);
      number = numbers.get(same) ?? published.push(met) - 1;
      numbers.set(use, number).set(same, number);
    }
    lookUp.splice(1, Infinity, number, ...operands.map((one, index) => wholeLength(units[index]).expr(one)));
  }
  return published;
}

/** A table with its breaks as operands of these units meet them. */
function asMet(context: CompileContext, number: number, units: readonly (number | undefined)[]): LookupTable {
  const { id, x, y, values } = context.input.tables![number]!;
  const path = `tables[${number}]`;
  const columns = wholeBreaks(x, units[0], `${path}.x`, context);
  return y
    ? { id, x: columns, y: wholeBreaks(y, units[1], `${path}.y`, context), values }
    : { id, x: columns, values };
}
