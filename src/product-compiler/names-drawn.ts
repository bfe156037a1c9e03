import type { PublishedProduct } from '../contract/published/published-product.ts';

/** What a drawing may read, and what that depends on. */
export type Readable = Pick<PublishedProduct, 'steps' | 'measures' | 'variables' | 'constraints'>;

/** Ids of the features, steps, measures and variables that a drawing reads, and of all that these depend on. */
export function namesDrawn(drawing: object, product: Readable): string[] {
  const needed = new Set<string>();
  /** While one of the ids is needed, so is everything that the terms name. */
  const parts: readonly (readonly [ids: readonly string[], exprs: unknown])[] = [
    ...product.steps.flatMap(({ id, visible, repeat, features }) => [
      [
        [id, ...features.map((one) => one.id)],
        [visible, repeat, { step: id }],
      ] as const,
      // What is said against a value does not change it.
      ...features.map((one) => [[one.id], { ...one, checks: 0, required: 0 }] as const),
    ]),
    ...[...product.measures, ...product.variables].map((one) => [[one.id], one] as const),
    // What does not fit may make defaults give way.
    ...product.constraints.map((one) => [one.features, [one, ['$', ...one.features]]] as const),
  ];
  collect(drawing, needed);
  for (let size = 0; size !== needed.size;) {
    size = needed.size;
    for (const [ids, exprs] of parts) if (ids.some((id) => needed.has(id))) collect(exprs, needed);
  }
  return [...needed];
}

/** Adds the names in whatever holds terms. One too many does no harm. */
function collect(part: unknown, names: Set<string>): void {
  if (typeof part !== 'object' || !part) return;
  if (Array.isArray(part)) {
    const [operation, ...operands] = part as unknown[];
    if (/^([$@#]|\.?\[\])$/.test(String(operation)))
      for (const one of operands) if (typeof one === 'string') names.add(one);
  } else if ('step' in part && typeof part.step === 'string') names.add(part.step);
  for (const one of Object.values(part)) collect(one, names);
}
