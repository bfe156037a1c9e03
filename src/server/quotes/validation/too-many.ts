import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';

/**
 * Of steps, repetitions and features together; of custom fields; of lines of an address. Far above what people answer: a product
 * has some hundred features.
 */
const maxItems = 5000;

/** Of one feature, by contract. */
const maxOptions = 500;

/** Of all answers together: options, chosen or not, and their custom properties. */
const maxParts = 25_000;

/**
 * Counts the parts of a submission before its shape is checked. That check looks at every part and reports every wrong one, and
 * a small body has room for so many `{}` that it would cost seconds and megabytes.
 *
 * @returns what is wrong, if there is far too much of something.
 */
export function tooMany(json: unknown): CompanionErrorDetail | undefined {
  return (
    tooManyItems(member(json, 'items')) ??
    excess('extra_fields', size(member(json, 'extra_fields')), maxItems) ??
    excess('customer.address', size(member(member(json, 'customer'), 'address')), maxItems)
  );
}

const excess = (path: string, count: number, limit: number): CompanionErrorDetail | undefined =>
  count > limit
    ? { path, code: 'too_many_items', message: `${path}: more than ${limit} are not read.` }
    : undefined;

/** Counts products, steps, repetitions and features together, and the parts of each feature. */
function tooManyItems(products: unknown): CompanionErrorDetail | undefined {
  let count = size(products);
  let parts = 0;
  let found: CompanionErrorDetail | undefined;
  const check = (path: string, value: unknown): void => {
    found ??= excess(path, size(value), maxOptions);
    parts += size(value);
  };
  for (const [p, product] of list(products).entries()) {
    const steps = member(product, 'items');
    count += size(steps);
    for (const [s, step] of list(steps).entries()) {
      const repetitions = member(step, 'repetitions');
      count += size(repetitions);
      for (const [r, features] of list(repetitions).entries()) {
        count += size(features);
        if (count > maxItems) return excess('items', count, maxItems);
        for (const [f, feature] of list(features).entries()) {
          const path = `items[${p}].items[${s}].repetitions[${r}][${f}]`;
          const selected = member(feature, 'selected');
          check(`${path}.value`, member(feature, 'value'));
          check(`${path}.selected`, selected);
          for (const one of list(selected)) parts += size(member(one, 'custom_properties'));
          parts += size(member(selected, 'custom_properties'));
        }
        if (found) return found;
      }
    }
  }
  return excess('items', count, maxItems) ?? excess('items', parts, maxParts);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Entries of a list, members of an object; 0 for anything else. */
const size = (value: unknown): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
