import { interval, type AbstractValue, unset } from './abstract-value.ts';

// Arithmetic on intervals. Rounding is monotone, so the ends of a result come from the ends of the operands.

type Interval = readonly [number, number];

/** 0 × ∞ is 0: an infinite end stands for numbers as large as you like, but finite. */
const product = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);
const corners = (a: Interval, b: Interval, operate: (x: number, y: number) => number): Interval => {
  const all = [operate(a[0], b[0]), operate(a[0], b[1]), operate(a[1], b[0]), operate(a[1], b[1])];
  return [Math.min(...all), Math.max(...all)];
};

const operations: Readonly<Record<string, (a: Interval, b: Interval) => Interval>> = {
  '+': (a, b) => [a[0] + b[0], a[1] + b[1]],
  '-': (a, b) => [a[0] - b[1], a[1] - b[0]],
  '*': (a, b) => corners(a, b, product),
  '/': (a, b) =>
    b[0] <= 0 && b[1] >= 0
      ? [-Infinity, Infinity]
      : corners(a, b, (x, y) => (Math.abs(y) === Infinity ? 0 : x / y)),
  '%': (a, b) => {
    const most = Math.max(Math.abs(b[0]), Math.abs(b[1]));
    return [a[0] < 0 ? -most : 0, a[1] > 0 ? most : 0];
  },
  min: (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1])],
  max: (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1])],
};

/** `a operation b`; unset where an operand may be, or where it may divide by zero. */
export function calculate(operation: string, a: AbstractValue, b: AbstractValue): AbstractValue {
  if (!a.numbers || !b.numbers) return unset;
  const range = operations[operation]!(a.numbers, b.numbers);
  const divides = operation === '/' || operation === '%';
  const maybeUnset =
    mayNotBeNumber(a) || mayNotBeNumber(b) || (divides && b.numbers[0] <= 0 && b.numbers[1] >= 0);
  const safe: Interval = [
    Number.isNaN(range[0]) ? -Infinity : range[0],
    Number.isNaN(range[1]) ? Infinity : range[1],
  ];
  return { ...interval(...safe), unset: maybeUnset };
}

/** A monotone function, applied to both ends. */
export function monotone(one: AbstractValue, apply: (x: number) => number): AbstractValue {
  if (!one.numbers) return unset;
  const [low, high] = one.numbers.map((x) => (Number.isFinite(x) ? apply(x) : x)) as [number, number];
  return { ...interval(low, high), unset: mayNotBeNumber(one) };
}

export function absolute(one: AbstractValue): AbstractValue {
  if (!one.numbers) return unset;
  const [low, high] = one.numbers;
  const most = Math.max(Math.abs(low), Math.abs(high));
  const least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
  return { ...interval(least, most), unset: mayNotBeNumber(one) };
}

/** The sum of a list. */
export function sumOf(of: AbstractValue, size: Interval): AbstractValue {
  if (size[1] === 0) return interval(0, 0);
  if (!of.numbers) return size[0] === 0 ? { ...interval(0, 0), unset: true } : unset;
  return { ...interval(...corners(of.numbers, size, product)), unset: mayNotBeNumber(of) };
}

/** An element of a list, or a value between its elements: the largest, the smallest, the average. Unset where there may be none. */
export function elementOf(of: AbstractValue, size: Interval): AbstractValue {
  if (size[1] === 0 || !of.numbers) return unset;
  return { ...interval(...of.numbers), unset: mayNotBeNumber(of) || size[0] === 0 };
}

export const mayNotBeNumber = (one: AbstractValue): boolean =>
  one.unset || !!one.texts || !!one.booleans || !!one.list;
