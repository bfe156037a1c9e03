/**
 * The whole number that `x` stands for if only rounding noise separates them, else `x`. Floating point leaves 4.32 / 0.01
 * at 432.00000000000006, and a ceiling would bill a step too many. Noise grows with the number: some 1e-15 of it.
 */
export function snap(x: number): number {
  const whole = Math.round(x);
  return Math.abs(x - whole) <= 1e-9 + Math.abs(x) * 8e-15 ? whole : x;
}

/** Rounds half away from zero. `roundHalfUp(1.005 * 100)` is 101, although 1.005 * 100 is 100.49999999999999. */
export function roundHalfUp(x: number): number {
  const positive = Math.abs(x);
  return Math.sign(x) * Math.round(snap(positive * 2) / 2) || 0;
}

/** Rounds to a multiple of `to`, ignoring floating-point noise; the result has no noise of its own (0.3, not 0.30000000000000004). */
export function roundTo(x: number, to: number, mode: 'up' | 'down' | 'nearest'): number {
  const steps = snap(x / to);
  const whole = mode === 'up' ? Math.ceil(steps) : mode === 'down' ? Math.floor(steps) : roundHalfUp(steps);
  return Number((whole * to).toPrecision(15));
}

/** Rounds to the decimals that a feature keeps, without the noise of 92.7 × 10. */
export const keepDecimals = (value: number, decimals: number) => roundTo(value, 10 ** -decimals, 'nearest');
