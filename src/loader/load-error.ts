/** Why an element could not be shown. `code` is stable and travels in `widget.error`; the message is for developers. */
export interface LoadError extends Error {
  readonly code: string;
}

export function loadError(code: string, message: string): LoadError {
  return Object.assign(new Error(message), { code });
}
