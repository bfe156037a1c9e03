/** What a call of the page is rejected with. `code` is stable; the message is for developers. */
export interface CodedError extends Error {
  readonly code: string;
}

/** Not the bridge's: what calls of the page load would then be one file with the embed document's code. */
export const codedError = (code: string, message: string): CodedError =>
  Object.assign(new Error(message), { code });
