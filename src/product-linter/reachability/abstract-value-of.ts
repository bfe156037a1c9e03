import type { Expr } from '../../contract/published/expr.ts';
import {
  type AbstractValue,
  anyNumber,
  anyText,
  bottom,
  canFail,
  canHold,
  constant,
  contains,
  interval,
  join,
  joinAll,
  oneOfBooleans,
  onlyValue,
  orUnset,
  top,
  unset,
} from './abstract-value.ts';
import { applyOperation } from './apply-operation.ts';
import { assume } from './assume.ts';
import { attributeValue } from './attribute-value.ts';
import type { Environment } from './environment.ts';
import { rowsAllowing } from './rows-allowing.ts';

type Operation = readonly [string, ...Expr[]];

/** Values found before in the same environment: narrowing it asks again for the parts of a condition, and for their parts. */
const knownValues = new WeakMap<Environment, WeakMap<object, AbstractValue>>();

/** What an expression may yield in an environment. */
export function abstractValueOf(expr: Expr, environment: Environment): AbstractValue {
  if (!Array.isArray(expr)) return constant(expr as Exclude<Expr, readonly unknown[]>);
  const before = knownValues.get(environment) ?? new WeakMap<object, AbstractValue>();
  knownValues.set(environment, before);
  const value = before.get(expr) ?? evaluate(expr, environment);
  before.set(expr, value);
  return value;
}

function evaluate(expr: Expr, environment: Environment): AbstractValue {
  const [operation, ...operands] = expr as Operation;
  const name = (index: number) => operands[index] as string;
  const size = (step: string) => environment.sizes.get(step) ?? ([0, Infinity] as const);
  switch (operation) {
    case '$':
    case '@':
      return environment.names.get(name(0)) ?? top;
    case '[]':
      return { unset: false, list: { of: environment.anywhere.get(name(1)) ?? top, size: size(name(0)) } };
    case '.':
      return attributeValue((operands[0] as readonly string[])[1]!, name(1), environment.names, environment);
    case '.[]':
      return {
        unset: false,
        list: {
          of: attributeValue(name(1), name(2), environment.anywhere, environment),
          size: size(name(0)),
        },
      };
    case '#':
      return interval(...size(name(0)));
    case 'index':
      return interval(0, Infinity);
    case 'option':
      return environment.option && Object.hasOwn(environment.option, name(0))
        ? constant(environment.option[name(0)])
        : top;
    case 'lookup':
      return orUnset(amounts(environment.tables.tables[operands[0] as number]!.values.flat()));
    case 'tier':
      return orUnset(amounts(environment.tables.tiers[operands[0] as number]!.map(({ amount }) => amount)));
    case 'slab':
    case 'subtotal':
      return orUnset(anyNumber);
    case 'gradient':
    case 'string':
      return orUnset(anyText);
    case 'row':
      return combinationRow(operands, environment);
    case 'list':
      return list(operands.map((one) => abstractValueOf(one, environment)));
    default:
      return logic(operation, operands, environment);
  }
}

function logic(operation: string, operands: readonly Expr[], environment: Environment): AbstractValue {
  const [first = null, second = null, third = null] = operands;
  const holding = () => assume(first, true, environment, abstractValueOf);
  const failing = () => assume(first, false, environment, abstractValueOf);
  switch (operation) {
    case '&&': {
      const a = abstractValueOf(first, environment);
      if (!canHold(a)) return oneOfBooleans(false, true);
      const b = abstractValueOf(second, holding());
      return oneOfBooleans(canHold(b), canFail(a) || canFail(b));
    }
    case '||': {
      const a = abstractValueOf(first, environment);
      if (!canFail(a)) return oneOfBooleans(true, false);
      const b = abstractValueOf(second, failing());
      return oneOfBooleans(canHold(a) || canHold(b), canFail(b));
    }
    case '!': {
      const a = abstractValueOf(first, environment);
      return oneOfBooleans(canFail(a), canHold(a));
    }
    case '?:': {
      const a = abstractValueOf(first, environment);
      const yes = canHold(a) ? abstractValueOf(second, holding()) : bottom;
      const no = canFail(a) ? abstractValueOf(third, failing()) : bottom;
      return join(yes, no);
    }
    default:
      return applyOperation(
        operation,
        operands.map((one) => abstractValueOf(one, environment)),
      );
  }
}

function list(items: readonly AbstractValue[]): AbstractValue {
  return { unset: false, list: { of: joinAll(items), size: [items.length, items.length] } };
}

function amounts(all: readonly (number | null)[]): AbstractValue {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? unset : interval(Math.min(...known), Math.max(...known));
}

/** Whether the operands may stand together in a row of a combination table. They may always miss every row. */
function combinationRow([number, ...cells]: readonly Expr[], environment: Environment): AbstractValue {
  const rows = environment.tables.combinations[number as number]!;
  const values = cells.map((cell) => abstractValueOf(cell, environment));
  /** Every entry of a list must fit; an empty one always does. */
  const fits = (cell: unknown, { list, ...value }: AbstractValue): boolean =>
    cell === '*' ||
    list?.size[0] === 0 ||
    [cell].flat().some((one) => contains(value, one) || (list && contains(list.of, one)));
  // A table of thousands of rows is asked about one option after the other: start from the rows that allow it.
  let left: readonly (readonly unknown[])[] = rows;
  values.forEach((value, column) => {
    const only = value.unset ? undefined : onlyValue(value);
    const few = only === undefined ? rows : rowsAllowing(rows, column, only);
    if (few.length < left.length) left = few;
  });
  return oneOfBooleans(
    left.some((cells) => cells.every((cell, index) => fits(cell, values[index]!))),
    true,
  );
}
