/**
 * What a value may turn out to be: numbers between two, certain texts, true or false, a list of such, or unset. Always
 * at least what it really may be, so that what is not in it is certain never to happen.
 */
export interface Possible {
  readonly unset: boolean;
  /** From and to, both included. */
  readonly numbers?: readonly [number, number];
  /** `any`: no telling. */
  readonly texts?: ReadonlySet<string> | 'any';
  readonly booleans?: ReadonlySet<boolean>;
  readonly list?: {
    readonly of: Possible;
    /** Fewest and most entries. */
    readonly size: readonly [number, number];
  };
}

const both: ReadonlySet<boolean> = new Set([true, false]);

export const never: Possible = { unset: false };
export const unset: Possible = { unset: true };
export const anyText: Possible = { unset: false, texts: 'any' };
export const anyNumber: Possible = { unset: false, numbers: [-Infinity, Infinity] };
export const anyBoolean: Possible = { unset: false, booleans: both };
/** No telling at all. */
export const anything: Possible = {
  unset: true,
  numbers: [-Infinity, Infinity],
  texts: 'any',
  booleans: both,
  get list() {
    return { of: anything, size: [0, Infinity] as const };
  },
};

export const numbers = (low: number, high: number): Possible => ({ unset: false, numbers: [low, high] });
export const texts = (ids: Iterable<string>): Possible => ({ unset: false, texts: new Set(ids) });
export const truth = (canHold: boolean, canFail: boolean): Possible => ({
  unset: false,
  booleans: new Set([...(canHold ? [true] : []), ...(canFail ? [false] : [])]),
});
export const perhaps = (one: Possible, isUnset = true): Possible => (isUnset ? { ...one, unset: true } : one);

/** One written value. */
export function exactly(value: number | string | boolean | null | undefined): Possible {
  if (typeof value === 'number') return numbers(value, value);
  if (typeof value === 'string') return texts([value]);
  if (typeof value === 'boolean') return truth(value, !value);
  return unset;
}

/** Whatever either may be. */
export function either(a: Possible, b: Possible): Possible {
  const joined: { -readonly [K in keyof Possible]: Possible[K] } = { unset: a.unset || b.unset };
  const range = a.numbers && b.numbers ? hull(a.numbers, b.numbers) : (a.numbers ?? b.numbers);
  if (range) joined.numbers = range;
  const words = a.texts && b.texts ? united(a.texts, b.texts) : (a.texts ?? b.texts);
  if (words) joined.texts = words;
  if (a.booleans || b.booleans) joined.booleans = new Set([...(a.booleans ?? []), ...(b.booleans ?? [])]);
  const list =
    a.list && b.list
      ? { of: either(a.list.of, b.list.of), size: hull(a.list.size, b.list.size) }
      : (a.list ?? b.list);
  if (list) joined.list = list;
  return joined;
}

type Range = readonly [number, number];

const hull = (a: Range, b: Range): Range => [Math.min(a[0], b[0]), Math.max(a[1], b[1])];

const united = (a: ReadonlySet<string> | 'any', b: ReadonlySet<string> | 'any') =>
  a === 'any' || b === 'any' ? ('any' as const) : new Set([...a, ...b]);

/** Whether it may be a value at all. */
export const canBeSet = (one: Possible): boolean =>
  one.numbers !== undefined ||
  one.texts === 'any' ||
  (one.texts?.size ?? 0) > 0 ||
  (one.booleans?.size ?? 0) > 0 ||
  one.list !== undefined;

/** Whether a condition may hold, and whether it may not; unset, and whatever is not true, counts as not. */
export const canHold = (one: Possible): boolean => one.booleans?.has(true) === true;
export const canFail = (one: Possible): boolean =>
  one.unset || one.booleans?.has(false) === true || !!one.numbers || !!one.texts || !!one.list;

/** Whether both may be the same value. */
export function canMeet(a: Possible, b: Possible): boolean {
  if (a.numbers && b.numbers && a.numbers[0] <= b.numbers[1] && b.numbers[0] <= a.numbers[1]) return true;
  if (a.texts && b.texts && shareText(a.texts, b.texts)) return true;
  if (a.list && b.list) return true;
  return [...(a.booleans ?? [])].some((one) => b.booleans?.has(one) === true);
}

function shareText(a: ReadonlySet<string> | 'any', b: ReadonlySet<string> | 'any'): boolean {
  if (a === 'any') return b === 'any' || b.size > 0;
  return b === 'any' ? a.size > 0 : [...a].some((one) => b.has(one));
}

/** The one value that it is, if it is set; undefined where there may be others. */
export function onlyValue(one: Possible): number | string | boolean | undefined {
  if (one.list) return undefined;
  const all: (number | string | boolean)[] = [];
  if (one.numbers) {
    if (one.numbers[0] !== one.numbers[1]) return undefined;
    all.push(one.numbers[0]);
  }
  if (one.texts === 'any') return undefined;
  all.push(...(one.texts ?? []), ...(one.booleans ?? []));
  return all.length === 1 ? all[0] : undefined;
}
