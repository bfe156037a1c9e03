/** Where a feature is: `width`, or `panels[0].width` in the first repetition of `panels`. */
export interface FeaturePath {
  readonly feature: string;
  readonly step?: string;
  readonly repetition?: number;
}

export const formatPath = (
  feature: string,
  step: string | undefined,
  repetition: number | undefined,
): string => (step === undefined ? feature : `${step}[${repetition ?? 0}].${feature}`);

/** Reads a path back; undefined where the text is no path. */
export function parsePath(path: string): FeaturePath | undefined {
  const found = /^(?:(\w+)\[(\d+)\]\.)?(\w+)$/.exec(path);
  if (!found) return undefined;
  const [, step, repetition, feature] = found;
  return step === undefined
    ? { feature: feature! }
    : { feature: feature!, step, repetition: Number(repetition) };
}
