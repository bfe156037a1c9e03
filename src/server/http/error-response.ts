import type { ErrorBody } from '../../contract/error/error-body.ts';
import type { ApiError } from './api-error.ts';

/** The answer to a request that is refused: `{error: {code, message, details?}}`. */
export function errorResponse({ status, code, message, details, headers }: ApiError): Response {
  const body: ErrorBody = { error: details ? { code, message, details } : { code, message } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}
