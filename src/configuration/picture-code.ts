import type { PublishedProduct } from '../contract/published.ts';
import type { CanonicalConfiguration } from '../contract/resolution.ts';
import type { Selections, Value } from '../contract/value.ts';
import { encodeConfiguration } from './configuration-code.ts';

/**
 * The code of a configuration as far as its drawing depends on it, for the drawing's URL. That URL goes to webhooks, pages and
 * logs, so what a shopper typed stays out of it, unless the drawing shows it.
 */
export function pictureCode(product: PublishedProduct, configuration: CanonicalConfiguration): string {
  const needed = neededBy(product);
  const kept = (record: Selections): Selections =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([id]) => needed.has(id))
        .map(([id, value]) => [id, Array.isArray(value) ? value.map(inner) : told(value)]),
    ) as Selections;
  const inner = (one: string | Record<string, Value>) => (typeof one === 'string' ? one : kept(one));
  return encodeConfiguration({ ...configuration, selections: kept(configuration.selections) });
}

/** Of a file and of an own entry, a drawing knows only that there is one; a file's id would open it. */
function told(value: Value): Value {
  if (typeof value !== 'object' || !value) return value;
  return 'own' in value ? { own: '-' } : { file_id: '-', name: '', size: 0 };
}

const found = new WeakMap<PublishedProduct, ReadonlySet<string>>();

/** Ids of the features, steps, measures and variables that the drawing reads, and of all that these depend on. */
function neededBy(product: PublishedProduct): ReadonlySet<string> {
  const before = found.get(product);
  if (before) return before;
  const needed = new Set<string>();
  found.set(product, needed);
  /** While one of the ids is needed, so is everything that the terms name. */
  const parts: readonly (readonly [ids: readonly string[], terms: unknown])[] = [
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
  collect(product.drawing, needed);
  for (let size = 0; size !== needed.size;) {
    size = needed.size;
    for (const [ids, terms] of parts) if (ids.some((id) => needed.has(id))) collect(terms, needed);
  }
  return needed;
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
