import { createHash } from 'node:crypto';

/** A strong ETag of these bytes. */
export const etagOf = (bytes: string | Uint8Array): string =>
  `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

/** Whether `If-None-Match` names this ETag (RFC 9110, 13.1.2: weak comparison). */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
}

/** Answers with the body and its ETag, or with 304 if the caller has it already. */
export function conditional(
  ifNoneMatch: string | undefined,
  etag: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
): Response {
  if (matches(ifNoneMatch, etag)) {
    const { 'Content-Type': _type, 'Content-Encoding': _encoding, ...kept } = headers;
    return new Response(null, { status: 304, headers: { ...kept, ETag: etag } });
  }
  return new Response(body, { status: 200, headers: { ...headers, ETag: etag } });
}
