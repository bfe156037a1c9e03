/** The functions of the language: fewest and most operands. */
export const functions: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['abs', [1, 1]],
  ['ceil', [1, 1]],
  ['floor', [1, 1]],
  ['round', [1, 2]],
  ['min', [1, 50]],
  ['max', [1, 50]],
  ['sum', [1, 50]],
  ['avg', [1, 50]],
  ['count', [1, 1]],
  ['any', [1, 1]],
  ['all', [1, 1]],
  ['has', [1, 1]],
  ['size', [1, 1]],
  ['string', [1, 1]],
  ['lookup', [2, 3]],
  ['subtotal', [1, 50]],
  ['gradient', [1, 1]],
]);

/**
 * Words that no feature, step, measure or variable may be called. Functions are not among them: a bracket tells a call
 * from a name, and `size` is what many shops ask for.
 */
export const reserved: ReadonlySet<string> = new Set([
  ...['quantity', 'index', 'option', 'own', 'true', 'false', 'in', 'null', 'undefined', 'not', 'and', 'or'],
  // Harmless here, where records have no prototype, but not in every system that reads our items.
  ...['__proto__', 'constructor', 'prototype'],
]);
