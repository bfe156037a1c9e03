import type { IncomingMessage } from 'node:http';
import { ApiError } from './api-error.ts';

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

/**
 * Passes a body on, chunk by chunk, and stops it where it grows past `limit` whatever it declared.
 *
 * @param patience milliseconds until the connection of a body that isn't there yet is cut
 */
export async function* cappedBody(
  incoming: IncomingMessage,
  limit: number,
  patience: number,
): AsyncGenerator<Buffer> {
  const timer = setTimeout(() => incoming.destroy(new Error('the body came too slowly')), patience);
  let size = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      yield chunk;
    }
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Reads a whole body of at most `limit` bytes. By events: an async iterator would cost a submission more than its JSON.
 *
 * @throws ApiError 411, 413
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  declaredLength(incoming, limit);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) reject(tooLarge(limit));
      else chunks.push(chunk);
    });
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
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
