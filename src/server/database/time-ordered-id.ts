import { randomUUID } from 'node:crypto';

/**
 * A UUID whose beginning is the time (version 7, RFC 9562): rows made together stand together, so that an insert touches the
 * end of an index and not a page somewhere in it. For ids that open nothing; those stay random altogether.
 */
export function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
