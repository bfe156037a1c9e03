/** A unit as it stands behind a number: " mm", " %"; nothing for pieces. */
export const unitSuffix = (unit = 'none') =>
  unit === 'none' || unit === 'piece' ? '' : ` ${{ percent: '%', degree: '°' }[unit] ?? unit}`;
