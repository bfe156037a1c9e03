export interface CallOptions {
  /** ms */
  readonly deadline?: number | undefined;
  /** Cancels the call. */
  readonly signal?: AbortSignal | undefined;
}

/** One end of a port. */
export interface PortEnd {
  /**
   * Has the other end do something and answer.
   *
   * @throws CodedError `timeout`, `removed`, `cancelled`, or what the other end threw; a DataCloneError for data that cannot be
   *   cloned
   */
  call(type: string, data?: unknown, options?: CallOptions): Promise<unknown>;
  /** Sends a message that is not answered. */
  send(type: string, data?: unknown): void;
  /** Rejects the calls that wait, aborts those that run, and ignores everything from then on. */
  close(): void;
}
