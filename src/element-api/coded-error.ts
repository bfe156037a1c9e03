import type { ErrorCode } from './element-error-code.ts';

/** What the element's methods reject with: `code` is for programs, the message for developers. */
export interface CodedError extends Error {
  readonly code: ErrorCode;
  /** With `invalid`: what is wrong with the configuration. */
  readonly issues?: unknown;
  /** With the companion's codes: what is wrong with the submission. */
  readonly details?: unknown;
}

/** @param more is copied member by member, because what comes from elsewhere may have a member called `__proto__` */
export const codedError = (
  code: ErrorCode,
  message: string = code,
  more?: Pick<CodedError, 'issues' | 'details'>,
): CodedError => Object.assign(new Error(message), more, { code });
