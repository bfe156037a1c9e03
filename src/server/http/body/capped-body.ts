import type { IncomingMessage } from 'node:http';
import type { ApiError } from '../api-error.ts';
import { bodyTooLarge, bodyTooSlow } from './body-errors.ts';
import { leastProgress, type BodyTimeouts } from './body-timeouts.ts';

interface CappedBodyOptions {
  /** As the request declares it; decides how long the body may take. */
  readonly length: number;
  /** Bytes after which the body is refused, whatever length it declared. */
  readonly limit: number;
  readonly timeouts: Pick<BodyTimeouts, 'stall' | 'file'>;
}

/**
 * Passes a body on, chunk by chunk.
 *
 * @throws ApiError 413 above `limit`; 408 where all of it, or the next part of it, takes longer than `timeouts` allow
 */
export async function* cappedBody(
  incoming: IncomingMessage,
  { length, limit, timeouts }: CappedBodyOptions,
): AsyncGenerator<Buffer> {
  let size = 0;
  let sizeBefore = 0;
  let giveUp: (error: ApiError) => void = () => undefined;
  const timedOut = new Promise<never>((_, reject) => (giveUp = reject));
  timedOut.catch(() => undefined);
  const total = setTimeout(() => giveUp(bodyTooSlow()), timeouts.file(length));
  const progress = setInterval(() => {
    if (size - sizeBefore < leastProgress) giveUp(bodyTooSlow());
    sizeBefore = size;
  }, timeouts.stall);
  // A request that is destroyed could not be answered any more.
  const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  try {
    for (;;) {
      const { done, value } = await Promise.race([chunks.next(), timedOut]);
      if (done) return;
      size += value.length;
      if (size > limit) throw bodyTooLarge(limit);
      yield value;
    }
  } finally {
    clearTimeout(total);
    clearInterval(progress);
  }
}
