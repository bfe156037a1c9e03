import type { Availability } from '../../contract/product/feature.ts';

/** One or several availabilities as a list, with their paths. */
export function availabilities(
  enabled: Availability | readonly Availability[] | undefined,
  path: string,
): (Availability & { readonly path: string })[] {
  if (enabled === undefined) return [];
  if (!Array.isArray(enabled)) return [{ ...(enabled as Availability), path }];
  return (enabled as readonly Availability[]).map((one, index) => ({ ...one, path: `${path}[${index}]` }));
}
