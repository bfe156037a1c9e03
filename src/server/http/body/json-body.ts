import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';

/** @throws ApiError 415 unless the body is declared to be JSON. */
export function requireJson(incoming: IncomingMessage): void {
  const [type] = (incoming.headers['content-type'] ?? '').split(';');
  if (type!.trim().toLowerCase() !== 'application/json') {
    throw new ApiError(415, 'unsupported_media_type', 'Send the body as application/json.');
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws ApiError 400 unless the bytes are JSON in UTF-8. */
export function parseJsonBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw new ApiError(400, 'invalid_json', 'The body is not JSON in UTF-8.');
  }
}
