import { randomUUID } from 'node:crypto';

/**
 * A UUID that begins with the time (version 7, RFC 9562): rows made together lie together, so that an insert touches the end of
 * an index and not a page somewhere in it. Not for ids that give access to something; those are random throughout.
 */
export function timeOrderedId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
