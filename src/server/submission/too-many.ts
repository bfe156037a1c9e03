import type { ErrorDetail } from '../../contract/error.ts';

/** Far above what people answer: a product has some hundred features. */
const most = 5000;

/**
 * Counts what a submission holds before its shape is checked, because that check reports every wrong part, and a small
 * body has room for so many `{}` that the report would cost seconds and megabytes.
 *
 * @returns what is wrong, where there is far too much of it.
 */
export function tooMany(json: unknown): ErrorDetail | undefined {
  const counts = {
    items: countItems(member(json, 'items')),
    extra_fields: size(member(json, 'extra_fields')),
    'customer.address': size(member(member(json, 'customer'), 'address')),
  };
  const found = Object.entries(counts).find(([, count]) => count > most);
  return found && { path: found[0], code: 'too_many_items', message: `More than ${most} are not read.` };
}

/** Products, steps, repetitions and features together. What a feature says comes to one error at most, however long. */
function countItems(products: unknown): number {
  let count = size(products);
  for (const product of list(products)) {
    const steps = member(product, 'items');
    count += size(steps);
    for (const step of list(steps)) {
      const repetitions = member(step, 'repetitions');
      count += size(repetitions);
      for (const repetition of list(repetitions)) count += size(repetition);
    }
  }
  return count;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Entries of a list, members of an object, nothing of all else. */
const size = (value: unknown): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
