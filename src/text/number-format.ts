/**
 * How a language writes numbers, with the digits that fields are read in, addresses and drawings hold, and every product
 * file is written in: 0 to 9. Arabic, Persian or Marathi have others by default.
 */
export const numberFormat = (language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  // English, where Intl does not know the language: else it would be that of the machine.
  new Intl.NumberFormat([language, 'en'], { ...options, numberingSystem: 'latn' });
