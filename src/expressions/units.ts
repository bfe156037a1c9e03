/** The size of a unit in its base unit. */
export const unitScale: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  ft: 304.8,
  g: 1,
  kg: 1000,
};

/** The base unit of a unit: `cm` → `mm`; one without a scale is its own. */
export const baseUnit = (unit: string) => (/^k?g$/.test(unit) ? 'g' : unitScale[unit] ? 'mm' : unit);
