import { canonicalConfiguration } from '../configuration/canonical.ts';
import { encodeConfiguration } from '../configuration/configuration-code.ts';
import { nameOf } from './names.ts';
import type { Widget } from './widget.ts';

/** Keeps the configuration in this browser, so that the shopper finds it again. Where storage throws, it works without. */
export function remember({ product, state, options, life }: Widget): void {
  if (life.aborted) return;
  const name = nameOf(product, options.host);
  const { features, steps, quantity } = state.answers;
  const untouched = quantity === undefined && !Object.keys({ ...features, ...steps }).length;
  try {
    if (untouched) localStorage.removeItem(name);
    else
      localStorage.setItem(name, encodeConfiguration(canonicalConfiguration(product, state.resolved.peek())));
  } catch {
    // Full, or off limits.
  }
}
