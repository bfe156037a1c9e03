/** Why a call over the bridge failed. `code` is stable (docs/PROTOCOL.md, "Errors"), the message is for developers. */
export interface BridgeError extends Error {
  readonly code: string;
  /** Of `invalid`: what is wrong with the configuration. */
  readonly issues?: unknown;
}

/** Member by member: what came from the other end may be called `__proto__`. */
export const bridgeError = (code: string, message = code, issues?: unknown): BridgeError =>
  Object.assign(new Error(message), issues ? { code, issues } : { code });
