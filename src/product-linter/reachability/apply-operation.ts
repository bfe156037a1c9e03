import { roundHalfUp, roundTo, snap } from '../../expressions/rounding.ts';
import {
  type AbstractValue,
  anyBoolean,
  anyNumber,
  anyText,
  canBeSet,
  canFail,
  canHold,
  interval,
  join,
  oneOfBooleans,
  onlyValue,
  orUnset,
  overlap,
  unset,
} from './abstract-value.ts';
import { absolute, calculate, elementOf, mayNotBeNumber, monotone, sumOf } from './interval-arithmetic.ts';

/** What an operation or function may yield, by what its operands may be. */
export function applyOperation(operation: string, operands: readonly AbstractValue[]): AbstractValue {
  const [a = unset, b] = operands;
  switch (operation) {
    case 'has':
      return oneOfBooleans(canBeSet(a), a.unset);
    case '-':
      return b ? calculate('-', a, b) : calculate('-', interval(0, 0), a);
    case '+':
      return a.texts && b?.texts ? join(orUnset(anyText), calculate('+', a, b)) : calculate('+', a, b!);
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
        : elementOf(a.list.of, a.list.size);
    case 'sum':
    case 'avg':
      return sumOrAverage(operation, operands);
    case 'count':
    case 'size':
      return a.list
        ? orUnset(interval(operation === 'size' ? a.list.size[0] : 0, a.list.size[1]), mayNotBeList(a))
        : orUnset(interval(0, Infinity));
    case 'any':
      return a.list ? oneOfBooleans(canHold(a.list.of) && a.list.size[1] > 0, true) : anyBoolean;
    case 'all':
      return a.list ? oneOfBooleans(true, canFail(a.list.of) && a.list.size[1] > 0) : anyBoolean;
    case 'in':
      return membership(a, b!);
    default:
      return compare(operation, a, b!);
  }
}

function rounded(a: AbstractValue, to: AbstractValue | undefined): AbstractValue {
  const step = to === undefined ? 1 : onlyValue(to);
  if (typeof step !== 'number') return orUnset(anyNumber);
  if (step <= 0) return unset;
  const result = monotone(a, (x) => (step === 1 ? roundHalfUp(x) : roundTo(x, step, 'nearest')));
  return orUnset(result, result.unset || to?.unset === true);
}

function sumOrAverage(operation: 'sum' | 'avg', operands: readonly AbstractValue[]): AbstractValue {
  const [a = unset, b] = operands;
  if (b || !a.list) {
    const sum = operands.reduce((x, y) => calculate('+', x, y));
    return operation === 'sum' ? sum : calculate('/', sum, interval(operands.length, operands.length));
  }
  const { of, size } = a.list;
  return orUnset(operation === 'sum' ? sumOf(of, size) : elementOf(of, size), mayNotBeList(a));
}

const mayNotBeList = (one: AbstractValue) => one.unset || !!one.numbers || !!one.texts || !!one.booleans;

function compare(operation: string, a: AbstractValue, b: AbstractValue): AbstractValue {
  const maybeUnset = a.unset || b.unset;
  if (operation === '==' || operation === '!=') {
    const [x, y] = [onlyValue(a), onlyValue(b)];
    const same = x !== undefined && x === y;
    const meet = overlap(a, b);
    const set = canBeSet(a) && canBeSet(b);
    return operation === '=='
      ? oneOfBooleans(meet, maybeUnset || !same)
      : oneOfBooleans(set && !same, maybeUnset || meet);
  }
  if (a.texts && b.texts) return anyBoolean;
  if (!a.numbers || !b.numbers) return oneOfBooleans(false, true);
  const [left, right] = operation.startsWith('<') ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  const orEqual = operation.endsWith('=');
  const holds = orEqual ? left[0] <= right[1] : left[0] < right[1];
  const fails = orEqual ? left[1] > right[0] : left[1] >= right[0];
  return oneOfBooleans(holds, fails || mayNotBeNumber(a) || mayNotBeNumber(b));
}

function membership(a: AbstractValue, b: AbstractValue): AbstractValue {
  if (!b.list || b.list.size[1] === 0) return oneOfBooleans(false, true);
  return oneOfBooleans(overlap(a, b.list.of), true);
}
