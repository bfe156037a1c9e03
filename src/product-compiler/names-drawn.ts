import type { PublishedProduct } from '../contract/published/published-product.ts';

/** The parts of a product that decide what a drawing of it shows. */
export type DrawnFrom = Pick<PublishedProduct, 'steps' | 'measures' | 'variables' | 'constraints'>;

/** Ids of the features, steps, measures and variables that a drawing reads, and of all that these depend on. */
export function namesDrawn(drawing: object, product: DrawnFrom): string[] {
  const needed = new Set<string>();
  /** Where one of the ids is needed, so is every name in the expressions. */
  const parts: readonly (readonly [ids: readonly string[], exprs: unknown])[] = [
    ...product.steps.flatMap(({ id, visible, repeat, features }) => [
      [
        [id, ...features.map((one) => one.id)],
        [visible, repeat, { step: id }],
      ] as const,
      // Checks of a value do not change it.
      ...features.map((one) => [[one.id], { ...one, checks: 0, required: 0 }] as const),
    ]),
    ...[...product.measures, ...product.variables].map((one) => [[one.id], one] as const),
    // Constraints may make defaults adjust.
    ...product.constraints.map((one) => [one.features, [one, ['$', ...one.features]]] as const),
  ];
  collectNames(drawing, needed);
  for (let size = 0; size !== needed.size;) {
    size = needed.size;
    for (const [ids, exprs] of parts) if (ids.some((id) => needed.has(id))) collectNames(exprs, needed);
  }
  return [...needed];
}

/** Adds the names in anything that holds expressions. One too many does no harm. */
function collectNames(part: unknown, names: Set<string>): void {
  if (typeof part !== 'object' || !part) return;
  if (Array.isArray(part)) {
    const [operation, ...operands] = part as unknown[];
    if (/^([$@#]|\.?\[\])$/.test(String(operation)))
      for (const one of operands) if (typeof one === 'string') names.add(one);
  } else if ('step' in part && typeof part.step === 'string') names.add(part.step);
  for (const one of Object.values(part)) collectNames(one, names);
}
