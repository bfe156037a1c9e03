/** How long the body of a request is waited for, in milliseconds. */
export interface Patience {
  /** Until a body of JSON is there. */
  readonly json: number;
  /** In this time 64 kB of a file have to come, or the rest of it. */
  readonly stall: number;
  /** Until a file of so many bytes is there. */
  readonly file: (bytes: number) => number;
}

/** Bytes that have to come in `stall`. */
export const leastProgress = 65_536;

/** A file of 20 MB may take 22 minutes: 128 kbit/s, which the slowest phone has. */
export const usualPatience: Patience = {
  json: 30_000,
  stall: 30_000,
  file: (bytes) => 30_000 + bytes / 16,
};
