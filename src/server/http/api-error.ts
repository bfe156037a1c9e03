import type { CompanionErrorDetail } from '../../contract/error/detail-code.ts';
import type { ErrorBody } from '../../contract/error/error-body.ts';
import type { CompanionErrorCode } from '../../contract/error/error-code.ts';

/** A refusal, as the caller reads it. Codes are API; messages are for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: CompanionErrorCode;
  readonly details: CompanionErrorDetail[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    status: number,
    code: CompanionErrorCode,
    message: string,
    more: { details?: CompanionErrorDetail[]; headers?: Record<string, string> } = {},
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
