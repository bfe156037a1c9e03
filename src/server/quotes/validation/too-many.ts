import type { CompanionErrorDetail } from '../../../contract/error/detail-code.ts';

/** Far above what people answer: a product has some hundred features. */
const most = 5000;

/** Options of one feature, by contract. */
const mostOptions = 500;

/** What all answers may say together: options, whether chosen or not, and what is known of them. */
const mostSaid = 25_000;

/**
 * Counts what a submission holds before its shape is checked, because that check looks at every part and reports every wrong
 * one, and a small body has room for so many `{}` that it would cost seconds and megabytes.
 *
 * @returns what is wrong, where there is far too much of it.
 */
export function tooMany(json: unknown): CompanionErrorDetail | undefined {
  return (
    tooManyItems(member(json, 'items')) ??
    excess('extra_fields', size(member(json, 'extra_fields')), most) ??
    excess('customer.address', size(member(member(json, 'customer'), 'address')), most)
  );
}

const excess = (path: string, count: number, limit: number): CompanionErrorDetail | undefined =>
  count > limit
    ? { path, code: 'too_many_items', message: `${path}: more than ${limit} are not read.` }
    : undefined;

/** Products, steps, repetitions and features together, and what each feature says. */
function tooManyItems(products: unknown): CompanionErrorDetail | undefined {
  let count = size(products);
  let said = 0;
  let found: CompanionErrorDetail | undefined;
  const check = (path: string, value: unknown): void => {
    found ??= excess(path, size(value), mostOptions);
    said += size(value);
  };
  for (const [p, product] of list(products).entries()) {
    const steps = member(product, 'items');
    count += size(steps);
    for (const [s, step] of list(steps).entries()) {
      const repetitions = member(step, 'repetitions');
      count += size(repetitions);
      for (const [r, features] of list(repetitions).entries()) {
        count += size(features);
        if (count > most) return excess('items', count, most);
        for (const [f, feature] of list(features).entries()) {
          const path = `items[${p}].items[${s}].repetitions[${r}][${f}]`;
          const selected = member(feature, 'selected');
          check(`${path}.value`, member(feature, 'value'));
          check(`${path}.selected`, selected);
          for (const one of list(selected)) said += size(member(one, 'custom_properties'));
          said += size(member(selected, 'custom_properties'));
        }
        if (found) return found;
      }
    }
  }
  return excess('items', count, most) ?? excess('items', said, mostSaid);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const member = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Entries of a list, members of an object, nothing of all else. */
const size = (value: unknown): number =>
  Array.isArray(value) ? value.length : isObject(value) ? Object.keys(value).length : 0;
