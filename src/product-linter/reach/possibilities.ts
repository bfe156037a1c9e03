import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Expr } from '../../contract/published/expr.ts';
import { roundHalfUp, roundTo, snap } from '../../expressions/rounding.ts';
import { rowsAllowing } from './rows-allowing.ts';
import {
  anyBoolean,
  anyNumber,
  anyText,
  anyOf,
  anything,
  canBeSet,
  canFail,
  canHold,
  canMeet,
  either,
  exactly,
  mayBe,
  never,
  numbers,
  onlyValue,
  perhaps,
  type Possible,
  truth,
  unset,
} from './possible.ts';
import { absolute, among, calculate, mayNotBeNumber, monotone, total } from './ranges.ts';
import { refined } from './refined.ts';

type Operation = readonly [string, ...Expr[]];
type Attributes = Readonly<Record<string, string | number | boolean>>;

interface Names {
  get(id: string): Possible | undefined;
}

/** What names may stand for. */
export interface Circumstances {
  /** Values outside repetitions, and in the repetition at hand. */
  readonly names: Names;
  /** Values in any repetition: what is known of the one at hand says nothing about the others. */
  readonly anywhere: Names;
  /** How often steps may be repeated. */
  readonly sizes: ReadonlyMap<string, readonly [number, number]>;
  /** Choice → option → attributes. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Attributes>>;
  readonly tables: Pick<PublishedProduct, 'tables' | 'tiers' | 'combinations'>;
  /** Attributes of the option that is judged. */
  readonly option?: Attributes | undefined;
}

/** What was worked out in the same circumstances: narrowing them asks again for parts of a condition, and their parts. */
const known = new WeakMap<Circumstances, WeakMap<object, Possible>>();

/** What an expression may yield. */
export function possibilities(expr: Expr, here: Circumstances): Possible {
  if (!Array.isArray(expr)) return exactly(expr as Exclude<Expr, readonly unknown[]>);
  const before = known.get(here) ?? new WeakMap<object, Possible>();
  known.set(here, before);
  const possible = before.get(expr) ?? workedOut(expr, here);
  before.set(expr, possible);
  return possible;
}

function workedOut(expr: Expr, here: Circumstances): Possible {
  const [operation, ...operands] = expr as Operation;
  const name = (index: number) => operands[index] as string;
  const size = (step: string) => here.sizes.get(step) ?? ([0, Infinity] as const);
  switch (operation) {
    case '$':
    case '@':
      return here.names.get(name(0)) ?? anything;
    case '[]':
      return { unset: false, list: { of: here.anywhere.get(name(1)) ?? anything, size: size(name(0)) } };
    case '.':
      return attribute((operands[0] as readonly string[])[1]!, name(1), here.names, here);
    case '.[]':
      return {
        unset: false,
        list: { of: attribute(name(1), name(2), here.anywhere, here), size: size(name(0)) },
      };
    case '#':
      return numbers(...size(name(0)));
    case 'index':
      return numbers(0, Infinity);
    case 'option':
      return here.option && Object.hasOwn(here.option, name(0)) ? exactly(here.option[name(0)]) : anything;
    case 'lookup':
      return perhaps(amounts(here.tables.tables[operands[0] as number]!.values.flat()));
    case 'tier':
      return perhaps(amounts(here.tables.tiers[operands[0] as number]!.map(({ amount }) => amount)));
    case 'slab':
    case 'subtotal':
      return perhaps(anyNumber);
    case 'gradient':
    case 'string':
      return perhaps(anyText);
    case 'row':
      return row(operands, here);
    case 'list':
      return list(operands.map((one) => possibilities(one, here)));
    default:
      return logic(operation, operands, here);
  }
}

function logic(operation: string, operands: readonly Expr[], here: Circumstances): Possible {
  const [first = null, second = null, third = null] = operands;
  const holding = () => refined(first, true, here);
  const failing = () => refined(first, false, here);
  switch (operation) {
    case '&&': {
      const a = possibilities(first, here);
      if (!canHold(a)) return truth(false, true);
      const b = possibilities(second, holding());
      return truth(canHold(b), canFail(a) || canFail(b));
    }
    case '||': {
      const a = possibilities(first, here);
      if (!canFail(a)) return truth(true, false);
      const b = possibilities(second, failing());
      return truth(canHold(a) || canHold(b), canFail(b));
    }
    case '!': {
      const a = possibilities(first, here);
      return truth(canFail(a), canHold(a));
    }
    case '?:': {
      const a = possibilities(first, here);
      const yes = canHold(a) ? possibilities(second, holding()) : never;
      const no = canFail(a) ? possibilities(third, failing()) : never;
      return either(yes, no);
    }
    default:
      return operate(
        operation,
        operands.map((one) => possibilities(one, here)),
      );
  }
}

function operate(operation: string, operands: readonly Possible[]): Possible {
  const [a = unset, b] = operands;
  switch (operation) {
    case 'has':
      return truth(canBeSet(a), a.unset);
    case '-':
      return b ? calculate('-', a, b) : calculate('-', numbers(0, 0), a);
    case '+':
      return a.texts && b?.texts ? either(perhaps(anyText), calculate('+', a, b)) : calculate('+', a, b!);
    case '*':
    case '/':
    case '%':
      return calculate(operation, a, b!);
    case 'abs':
      return absolute(a);
    case 'ceil':
      return monotone(a, (x) => Math.ceil(snap(x)));
    case 'floor':
      return monotone(a, (x) => Math.floor(snap(x)));
    case 'round':
      return rounded(a, b);
    case 'min':
    case 'max':
      return b || !a.list
        ? operands.reduce((x, y) => calculate(operation, x, y))
        : among(a.list.of, a.list.size);
    case 'sum':
    case 'avg':
      return totalled(operation, operands);
    case 'count':
    case 'size':
      return a.list
        ? perhaps(numbers(operation === 'size' ? a.list.size[0] : 0, a.list.size[1]), mayNotBeList(a))
        : perhaps(numbers(0, Infinity));
    case 'any':
      return a.list ? truth(canHold(a.list.of) && a.list.size[1] > 0, true) : anyBoolean;
    case 'all':
      return a.list ? truth(true, canFail(a.list.of) && a.list.size[1] > 0) : anyBoolean;
    case 'in':
      return membership(a, b!);
    default:
      return compare(operation, a, b!);
  }
}

function rounded(a: Possible, to: Possible | undefined): Possible {
  const step = to === undefined ? 1 : onlyValue(to);
  if (typeof step !== 'number') return perhaps(anyNumber);
  if (step <= 0) return unset;
  const result = monotone(a, (x) => (step === 1 ? roundHalfUp(x) : roundTo(x, step, 'nearest')));
  return perhaps(result, result.unset || to?.unset === true);
}

function totalled(operation: 'sum' | 'avg', operands: readonly Possible[]): Possible {
  const [a = unset, b] = operands;
  if (b || !a.list) {
    const sum = operands.reduce((x, y) => calculate('+', x, y));
    return operation === 'sum' ? sum : calculate('/', sum, numbers(operands.length, operands.length));
  }
  const { of, size } = a.list;
  return perhaps(operation === 'sum' ? total(of, size) : among(of, size), mayNotBeList(a));
}

const mayNotBeList = (one: Possible) => one.unset || !!one.numbers || !!one.texts || !!one.booleans;

function compare(operation: string, a: Possible, b: Possible): Possible {
  const maybeUnset = a.unset || b.unset;
  if (operation === '==' || operation === '!=') {
    const [x, y] = [onlyValue(a), onlyValue(b)];
    const same = x !== undefined && x === y;
    const meet = canMeet(a, b);
    const set = canBeSet(a) && canBeSet(b);
    return operation === '==' ? truth(meet, maybeUnset || !same) : truth(set && !same, maybeUnset || meet);
  }
  if (a.texts && b.texts) return anyBoolean;
  if (!a.numbers || !b.numbers) return truth(false, true);
  const [left, right] = operation.startsWith('<') ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  const orEqual = operation.endsWith('=');
  const holds = orEqual ? left[0] <= right[1] : left[0] < right[1];
  const fails = orEqual ? left[1] > right[0] : left[1] >= right[0];
  return truth(holds, fails || mayNotBeNumber(a) || mayNotBeNumber(b));
}

function membership(a: Possible, b: Possible): Possible {
  if (!b.list || b.list.size[1] === 0) return truth(false, true);
  return truth(canMeet(a, b.list.of), true);
}

function list(items: readonly Possible[]): Possible {
  return { unset: false, list: { of: anyOf(items), size: [items.length, items.length] } };
}

function amounts(all: readonly (number | null)[]): Possible {
  const known = all.filter((one) => one !== null);
  return known.length === 0 ? unset : numbers(Math.min(...known), Math.max(...known));
}

/** What attributes may be, by what the choice may be: asked about in one condition after the other. */
const knownAttributes = new WeakMap<Circumstances['attributes'], WeakMap<Possible, Map<string, Possible>>>();

/** An attribute of whatever option the choice may have. */
function attribute(choice: string, name: string, names: Names, { attributes }: Circumstances): Possible {
  const chosen = names.get(choice);
  const options = attributes.get(choice);
  if (!chosen || !options || !chosen.texts) return chosen && !chosen.texts ? unset : anything;
  const byChoice = knownAttributes.get(attributes) ?? new WeakMap<Possible, Map<string, Possible>>();
  knownAttributes.set(attributes, byChoice);
  const byName = byChoice.get(chosen) ?? new Map<string, Possible>();
  byChoice.set(chosen, byName);
  const key = `${choice}.${name}`;
  const found = byName.get(key) ?? attributeOf(options, chosen, name);
  byName.set(key, found);
  return found;
}

function attributeOf(
  options: ReadonlyMap<string, Attributes>,
  { texts, unset: isUnset }: Possible,
  name: string,
): Possible {
  const ids = texts === 'any' ? options.keys() : texts!;
  const found = Array.from(ids, (id): Possible => {
    const all = options.get(id) ?? {};
    return Object.hasOwn(all, name) ? exactly(all[name]) : unset;
  });
  return perhaps(anyOf(found), isUnset || found.some((one) => one.unset));
}

/** Whether values may stand together in a row of a table; they may miss every row as well. */
function row([number, ...cells]: readonly Expr[], here: Circumstances): Possible {
  const rows = here.tables.combinations[number as number]!;
  const wanted = cells.map((cell) => possibilities(cell, here));
  /** Each entry of a list has to fit, and there may be none. */
  const fits = (cell: unknown, { list, ...value }: Possible): boolean =>
    cell === '*' ||
    list?.size[0] === 0 ||
    [cell].flat().some((one) => mayBe(value, one) || (list && mayBe(list.of, one)));
  // Asked about one option after the other, a table is not gone through for each.
  let left: readonly (readonly unknown[])[] = rows;
  wanted.forEach((value, column) => {
    const only = value.unset ? undefined : onlyValue(value);
    const few = only === undefined ? rows : rowsAllowing(rows, column, only);
    if (few.length < left.length) left = few;
  });
  return truth(
    left.some((cells) => cells.every((cell, index) => fits(cell, wanted[index]!))),
    true,
  );
}
