/** Median, 95th percentile and maximum. The list is sorted in place. */
export function quantiles(values: number[]): { p50: number; p95: number; max: number } {
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
  return { p50: at(0.5), p95: at(0.95), max: values.at(-1) ?? NaN };
}
