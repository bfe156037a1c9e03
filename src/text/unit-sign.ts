const signs: Readonly<Record<string, string>> = { m2: 'm²', m3: 'm³', piece: '×' };

/** The unit of a measure as it stands behind a number: "m²". */
export const unitSign = (unit: string): string => signs[unit] ?? unit;
