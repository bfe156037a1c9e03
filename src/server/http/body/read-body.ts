import type { IncomingMessage } from 'node:http';
import { bodyTooLarge, bodyTooSlow } from './body-errors.ts';
import { declaredLength } from './declared-length.ts';

interface ReadBodyOptions {
  /** Bytes. */
  readonly limit: number;
  /** Milliseconds until the whole body has to be there. */
  readonly timeout: number;
}

/**
 * Reads a whole body. By events, because an async iterator would cost a submission more than parsing its JSON.
 *
 * @throws ApiError 408, 411, 413
 */
export function readBody(incoming: IncomingMessage, { limit, timeout }: ReadBodyOptions): Promise<Buffer> {
  declaredLength(incoming, limit);
  let timer: NodeJS.Timeout;
  return new Promise<Buffer>((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    const refuse = (error: Error): void => {
      // Lets go of what was read; the rest is dropped as it arrives.
      chunks = [];
      incoming.off('data', take);
      reject(error);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) refuse(bodyTooLarge(limit));
      else chunks.push(chunk);
    };
    timer = setTimeout(() => refuse(bodyTooSlow()), timeout);
    incoming.on('data', take);
    incoming.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    incoming.once('error', refuse);
  }).finally(() => clearTimeout(timer));
}
