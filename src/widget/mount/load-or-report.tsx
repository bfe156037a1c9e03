import { LoadError } from './load-error.tsx';
import type { Widget } from './widget.ts';

/**
 * Waits for code that an action needs; if it cannot be loaded, says so below the buttons.
 *
 * @throws what the import threw, with the code `not_loaded`
 */
export const loadOrReport = <T,>(widget: Widget, code: Promise<T>): Promise<T> =>
  code.catch((error: unknown) => {
    widget.outcome.value = <LoadError widget={widget} />;
    throw Object.assign(error as Error, { code: 'not_loaded' });
  });
