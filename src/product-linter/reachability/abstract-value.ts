/**
 * All that a value may turn out to be, as abstract interpretation over-approximates it: an interval of numbers, a set of
 * texts, of booleans, a list of such, or unset. It may hold too much, never too little: what is not in it never happens.
 */
export interface AbstractValue {
  readonly unset: boolean;
  /** A closed interval. */
  readonly numbers?: readonly [number, number];
  /** `any`: every text. */
  readonly texts?: ReadonlySet<string> | 'any';
  readonly booleans?: ReadonlySet<boolean>;
  readonly list?: {
    readonly of: AbstractValue;
    /** Fewest and most entries. */
    readonly size: readonly [number, number];
  };
}

const both: ReadonlySet<boolean> = new Set([true, false]);

/** No value at all, not even unset. */
export const bottom: AbstractValue = { unset: false };
export const unset: AbstractValue = { unset: true };
export const anyText: AbstractValue = { unset: false, texts: 'any' };
export const anyNumber: AbstractValue = { unset: false, numbers: [-Infinity, Infinity] };
export const anyBoolean: AbstractValue = { unset: false, booleans: both };
/** Every value, and unset. */
export const top: AbstractValue = {
  unset: true,
  numbers: [-Infinity, Infinity],
  texts: 'any',
  booleans: both,
  get list() {
    return { of: top, size: [0, Infinity] as const };
  },
};

export const interval = (low: number, high: number): AbstractValue => ({
  unset: false,
  numbers: [low, high],
});
export const oneOfTexts = (ids: Iterable<string>): AbstractValue => ({ unset: false, texts: new Set(ids) });
export const oneOfBooleans = (canHold: boolean, canFail: boolean): AbstractValue => ({
  unset: false,
  booleans: new Set([...(canHold ? [true] : []), ...(canFail ? [false] : [])]),
});
export const orUnset = (one: AbstractValue, isUnset = true): AbstractValue =>
  isUnset ? { ...one, unset: true } : one;

/** Exactly this value; unset for null. */
export function constant(value: number | string | boolean | null | undefined): AbstractValue {
  if (typeof value === 'number') return interval(value, value);
  if (typeof value === 'string') return oneOfTexts([value]);
  if (typeof value === 'boolean') return oneOfBooleans(value, !value);
  return unset;
}

/** What either may be. */
export const join = (a: AbstractValue, b: AbstractValue): AbstractValue => joinAll([a, b]);

/** What any of these may be. All at once: joined two by two, their texts would be copied again each time. */
export function joinAll(several: readonly AbstractValue[]): AbstractValue {
  const all = [...new Set(several)];
  if (all.length === 1) return all[0]!;
  const joined: { -readonly [K in keyof AbstractValue]: AbstractValue[K] } = {
    unset: all.some((one) => one.unset),
  };
  const ranges = all.flatMap((one) => (one.numbers ? [one.numbers] : []));
  if (ranges.length > 0) joined.numbers = ranges.reduce(hull);
  const words = all.flatMap((one) => (one.texts ? [one.texts] : []));
  if (words.length > 0) joined.texts = uniteTexts(words);
  const truths = all.flatMap((one) => [...(one.booleans ?? [])]);
  if (truths.length > 0) joined.booleans = new Set(truths);
  const lists = all.flatMap((one) => (one.list ? [one.list] : []));
  if (lists.length > 0)
    joined.list = {
      of: joinAll(lists.map((list) => list.of)),
      size: lists.map((list) => list.size).reduce(hull),
    };
  return joined;
}

type Interval = readonly [number, number];

const hull = (a: Interval, b: Interval): Interval => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

function uniteTexts(all: readonly (ReadonlySet<string> | 'any')[]): ReadonlySet<string> | 'any' {
  const [first] = all;
  if (all.length === 1) return first!;
  const joined = new Set<string>();
  for (const one of all) {
    if (one === 'any') return one;
    for (const text of one) joined.add(text);
  }
  return joined;
}

/** Whether it may be set. */
export const canBeSet = (one: AbstractValue): boolean =>
  one.numbers !== undefined ||
  one.texts === 'any' ||
  (one.texts?.size ?? 0) > 0 ||
  (one.booleans?.size ?? 0) > 0 ||
  one.list !== undefined;

/** Whether a condition may hold. */
export const canHold = (one: AbstractValue): boolean => one.booleans?.has(true) === true;
/** Whether a condition may fail: unset, and anything else but true, counts as that. */
export const canFail = (one: AbstractValue): boolean =>
  one.unset || one.booleans?.has(false) === true || !!one.numbers || !!one.texts || !!one.list;

/** Whether both may have the same value. */
export function overlap(a: AbstractValue, b: AbstractValue): boolean {
  if (a.numbers && b.numbers && a.numbers[0] <= b.numbers[1] && b.numbers[0] <= a.numbers[1]) return true;
  if (a.texts && b.texts && shareText(a.texts, b.texts)) return true;
  if (a.list && b.list) return true;
  return [...(a.booleans ?? [])].some((one) => b.booleans?.has(one) === true);
}

/** Whether it may be this value. */
export const contains = ({ numbers, texts, booleans }: AbstractValue, value: unknown): boolean =>
  typeof value === 'number'
    ? !!numbers && numbers[0] <= value && value <= numbers[1]
    : typeof value === 'string'
      ? texts === 'any' || texts?.has(value) === true
      : booleans?.has(value as boolean) === true;

function shareText(a: ReadonlySet<string> | 'any', b: ReadonlySet<string> | 'any'): boolean {
  if (a === 'any') return b === 'any' || b.size > 0;
  if (b === 'any') return a.size > 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return [...few].some((one) => many.has(one));
}

/** Its value where it can be only one if it is set; else undefined. */
export function onlyValue(one: AbstractValue): number | string | boolean | undefined {
  if (one.list) return undefined;
  const all: (number | string | boolean)[] = [];
  if (one.numbers) {
    if (one.numbers[0] !== one.numbers[1]) return undefined;
    all.push(one.numbers[0]);
  }
  if (one.texts === 'any' || (one.texts?.size ?? 0) > 1) return undefined;
  all.push(...(one.texts ?? []), ...(one.booleans ?? []));
  return all.length === 1 ? all[0] : undefined;
}
