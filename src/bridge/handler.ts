/**
 * Handles one type of message. Its result answers a call; a message that is not a call comes without `signal`.
 *
 * @param signal returns what aborts when the answer is no longer needed. It is made on first use: signals are expensive, and most
 *   handlers need none.
 */
export type Handler = (data: never, signal?: () => AbortSignal) => unknown;
