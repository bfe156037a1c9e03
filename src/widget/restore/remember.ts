import { canonicalConfiguration } from '../../configuration/canonical-configuration.ts';
import { encodeConfiguration } from '../../configuration/encode-configuration.ts';
import { store } from './storage.ts';
import { storageName } from './storage-name.ts';
import type { Widget } from '../mount/widget.ts';

/** Stores the configuration in this browser for the shopper's next visit. */
export function remember({ product, state, options: { host }, life }: Widget): void {
  if (life.aborted) return;
  const { features, steps, quantity } = state.answers;
  const untouched = quantity === undefined && !Object.keys({ ...features, ...steps }).length;
  store(
    host,
    'localStorage',
    storageName(product, host),
    untouched ? null : encodeConfiguration(canonicalConfiguration(product, state.resolved.peek())),
  );
}
