import type { Widget } from '../mount/widget.ts';
import { SubmitError } from './submit-error.ts';

/** An error whose message is a sentence of the interface. */
export const localisedError = (
  { texts }: Widget,
  code: 'cancelled' | 'no_server' | 'network',
  details?: unknown,
) => new SubmitError(code, texts.t(code), details);
