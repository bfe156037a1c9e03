import type { ErrorDetail } from '../../contract/error/error-body.ts';

/** An error that the companion reports, at a feature's path (or `customer.email`, `quantity`, …). */
export type FieldError = Readonly<Pick<ErrorDetail, 'path' | 'message'>>;

/**
 * Why a submission did not succeed. `code` is stable: `invalid`, `cancelled` (by the page or the shopper), `unknown_button`,
 * `no_server`, `network`, or the companion's own.
 */
export class SubmitError extends Error {
  readonly code: string;
  readonly details: unknown;
  readonly errors: readonly FieldError[];

  constructor(code: string, message: string, details?: unknown, errors: readonly FieldError[] = []) {
    super(message);
    this.code = code;
    this.details = details;
    this.errors = errors;
  }
}
