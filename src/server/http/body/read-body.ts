import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';
import { leastProgress, type Patience } from './patience.ts';

/**
 * The length a request declares.
 *
 * @throws ApiError 411 without one (a chunked body could be of any size), 413 above `limit`.
 */
export function declaredLength(incoming: IncomingMessage, limit: number): number {
  const length = incoming.headers['content-length'];
  if (length === undefined) throw new ApiError(411, 'length_required', 'Send a Content-Length header.');
  if (!(Number(length) <= limit)) throw tooLarge(limit);
  return Number(length);
}

const tooLarge = (limit: number): ApiError =>
  new ApiError(413, 'too_large', `The body is larger than ${limit} bytes.`, {
    headers: { Connection: 'close' },
  });

const tooSlow = (): ApiError =>
  new ApiError(408, 'request_timeout', 'The body came too slowly.', { headers: { Connection: 'close' } });

/**
 * Passes a body on, chunk by chunk, and stops it where it grows past `limit` whatever it declared.
 *
 * @param length as declared
 * @throws ApiError 413; 408 where it takes longer than `patience` has for it: all in all, or to bring some more
 */
export async function* cappedBody(
  incoming: IncomingMessage,
  { length, limit }: { readonly length: number; readonly limit: number },
  { stall, file }: Pick<Patience, 'stall' | 'file'>,
): AsyncGenerator<Buffer> {
  let size = 0;
  let before = 0;
  let giveUp: (error: ApiError) => void = () => undefined;
  const slow = new Promise<never>((_, reject) => (giveUp = reject));
  slow.catch(() => undefined);
  const total = setTimeout(() => giveUp(tooSlow()), file(length));
  const progress = setInterval(() => {
    if (size - before < leastProgress) giveUp(tooSlow());
    before = size;
  }, stall);
  // Destroyed, it could not be answered any more.
  const chunks = incoming.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer, undefined>;
  try {
    for (;;) {
      const next = chunks.next();
      const { done, value } = await Promise.race([next, slow]);
      if (done) return;
      size += value.length;
      if (size > limit) throw tooLarge(limit);
      yield value;
    }
  } finally {
    clearTimeout(total);
    clearInterval(progress);
  }
}

/**
 * Reads a whole body of at most `limit` bytes. By events: an async iterator would cost a submission more than its JSON.
 *
 * @param patience milliseconds until it has to be there
 * @throws ApiError 408, 411, 413
 */
export function readBody(incoming: IncomingMessage, limit: number, patience: number): Promise<Buffer> {
  declaredLength(incoming, limit);
  let timer: NodeJS.Timeout;
  return new Promise<Buffer>((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const refuse = (error: Error): void => {
      // What still comes is nobody's any more.
      chunks = [];
      incoming.off('data', take);
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) refuse(tooLarge(limit));
      else chunks.push(chunk);
    };
    timer = setTimeout(() => refuse(tooSlow()), patience);
    incoming.on('data', take);
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    incoming.once('error', refuse);
  }).finally(() => clearTimeout(timer));
}

/** @throws ApiError 415 unless the body is declared to be JSON. */
export function requireJson(incoming: IncomingMessage): void {
  const [type] = (incoming.headers['content-type'] ?? '').split(';');
  if (type!.trim().toLowerCase() !== 'application/json') {
    throw new ApiError(415, 'unsupported_media_type', 'Send the body as application/json.');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws ApiError 400 unless the bytes are JSON in UTF-8. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON in UTF-8.');
  }
}
