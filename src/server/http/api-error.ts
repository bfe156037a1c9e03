import type { ErrorBody, ErrorDetail } from '../../contract/error/error-body.ts';

/** A refusal, as the caller reads it. Codes are API; messages are for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly details: ErrorDetail[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: string,
    message: string,
    more: { details?: ErrorDetail[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }
}

/** The answer that says so: `{error: {code, message, details?}}`. */
export function errorResponse({ status, code, message, details, headers }: ApiError): Response {
  const body: ErrorBody = { error: details ? { code, message, details } : { code, message } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers },
  });
}
