/**
 * How a language writes numbers, always with the digits 0 to 9: those that fields, addresses, drawings and product files use.
 * Arabic, Persian or Marathi have others by default.
 */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  // English where Intl does not know the language; otherwise it would be the machine's.
  new Intl.NumberFormat([language, 'en'], { ...options, numberingSystem: 'latn' });
