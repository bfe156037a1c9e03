import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';
import type { Selections, Value } from '../contract/configuration/value.ts';
import { encodeConfiguration } from './encode-configuration.ts';

/**
 * The code of a configuration as far as its drawing depends on it, for the drawing's URL. That URL goes to webhooks, pages and
 * logs, so entries of the shopper stay out of it, unless the drawing shows them.
 */
export function pictureCode({ drawing }: PublishedProduct, configuration: CanonicalConfiguration): string {
  const kept = (record: Selections): Selections =>
    Object.fromEntries(
      Object.entries(record)
        .filter(([id]) => drawing?.reads.includes(id))
        .map(([id, value]) => [id, Array.isArray(value) ? value.map(inner) : anonymous(value)]),
    ) as Selections;
  const inner = (one: string | Record<string, Value>) => (typeof one === 'string' ? one : kept(one));
  return encodeConfiguration({ ...configuration, selections: kept(configuration.selections) });
}

/** Without the contents of a file or an own entry: the drawing only needs to know that there is one, and the id of a file opens it. */
function anonymous(value: Value): Value {
  if (typeof value !== 'object' || !value) return value;
  return 'own' in value ? { own: '-' } : { file_id: '-', name: '', size: 0 };
}
