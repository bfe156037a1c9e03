import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { bodyTooLarge } from './body-errors.ts';

/**
 * The length that a request declares for its body.
 *
 * @throws ApiError 411 without one (a chunked body could be of any size), 413 above `limit`.
 */
export function declaredLength(incoming: IncomingMessage, limit: number): number {
  const length = incoming.headers['content-length'];
  if (length === undefined) throw new ApiError(411, 'length_required', 'Send a Content-Length header.');
  // Negated, so that NaN is refused as well.
  if (!(Number(length) <= limit)) throw bodyTooLarge(limit);
  return Number(length);
}
