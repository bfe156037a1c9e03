/** What went wrong, for programs: `code` is stable (docs/PROTOCOL.md, docs/element.md), the message is for developers. */
export interface CodedError extends Error {
  readonly code: string;
  /** Of `invalid`: what is wrong with the configuration. */
  readonly issues?: unknown;
  /** Of the companion's refusals: what is wrong with the submission. */
  readonly details?: unknown;
}

/** `more`: member by member, because what came from elsewhere may have one called `__proto__`. */
export const codedError = (
  code: string,
  message = code,
  more?: Pick<CodedError, 'issues' | 'details'>,
): CodedError => Object.assign(new Error(message), more, { code });
