/** What a call of the page is rejected with. `code` is stable; the message is for developers. */
export interface CodedError extends Error {
  readonly code: string;
}

export const codedError = (code: string, message: string): CodedError =>
  Object.assign(new Error(message), { code });
