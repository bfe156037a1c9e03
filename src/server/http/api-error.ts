import type { CompanionErrorDetail } from '../../contract/error/detail-code.ts';
import type { CompanionErrorCode } from '../../contract/error/companion-error-code.ts';

/** A request that is refused, as the caller reads it. Codes are API; messages are for people. */
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
