/** One end of a port. */
export interface PortEnd {
  /**
   * Has the other end do something and answer.
   *
   * @param deadline in ms; default: ten seconds
   * @param signal cancels the call
   * @throws CodedError `timeout`, `removed`, `cancelled`, or what the other end threw; a DataCloneError for data that cannot be
   *   cloned
   */
  call(type: string, data?: unknown, deadline?: number, signal?: AbortSignal): Promise<unknown>;
  /** Sends a message that is not answered. */
  send(type: string, data?: unknown): void;
  /** Rejects the calls that wait, aborts those that run, and ignores everything from then on. */
  close(): void;
}
