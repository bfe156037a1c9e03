/** A call as the end sees it that carries it out. */
export interface RunningCall {
  /** Aborts when the answer is no longer needed. Made on first use: signals are expensive, and most handlers need none. */
  readonly signal: AbortSignal;
}

/** Handles one type of message. Its result answers a call; a message that is not a call comes without one. */
export type Handler = (data: never, call?: RunningCall) => unknown;
