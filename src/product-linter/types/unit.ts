/**
 * The unit of a number as powers of base units: `{mm: 2}` is an area, `{}` a plain number. Undefined fits any unit, as
 * literals and attributes do.
 */
export type Unit = Readonly<Record<string, number>> | undefined;

const declared: Readonly<Record<string, Unit>> = {
  none: undefined,
  piece: {},
  percent: {},
  degree: {},
  mm: { mm: 1 },
  m: { m: 1 },
  m2: { m: 2 },
  m3: { m: 3 },
  g: { g: 1 },
  kg: { kg: 1 },
};

const measured: Readonly<Record<string, Unit>> = {
  mm: { mm: 1 },
  m: { mm: 1 },
  m2: { mm: 2 },
  m3: { mm: 3 },
  g: { g: 1 },
  kg: { g: 1 },
  piece: {},
};

/** The unit of a number feature or measure, by the name it is declared with. */
export const unitOf = (name: string | undefined): Unit => (name === undefined ? undefined : declared[name]);
/** The unit that the formula of a measure has to yield, by the measure's own: lengths are mm and weights g in expressions. */
export const unitToMeasure = (name: string): Unit => measured[name];

/** The unit of a product, or of a quotient with `sign` −1. */
export function times(a: Unit, b: Unit, sign: 1 | -1 = 1): Unit {
  if (!a || !b) return undefined;
  const powers: Record<string, number> = { ...a };
  for (const [base, power] of Object.entries(b)) powers[base] = (powers[base] ?? 0) + sign * power;
  return Object.fromEntries(Object.entries(powers).filter(([, power]) => power !== 0));
}

/** Whether two units certainly differ. */
export function unitsDiffer(a: Unit, b: Unit): boolean {
  return a !== undefined && b !== undefined && Object.keys(times(a, b, -1)!).length > 0;
}

/** "in mm²", "a plain number". */
export function describeUnit(unit: Unit): string {
  const parts = Object.entries(unit ?? {}).map(([base, power]) => base + superscript(power));
  return parts.length === 0 ? 'a plain number' : `in ${parts.join('·')}`;
}

const digits: Readonly<Record<string, string>> = { '-': '⁻', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶' };
const superscript = (power: number) =>
  power === 1
    ? ''
    : [...String(power)].map((digit) => digits[digit] ?? (digit === '1' ? '¹' : digit)).join('');
