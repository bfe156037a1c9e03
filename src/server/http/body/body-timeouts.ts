/** How long the companion waits for the body of a request, in milliseconds. */
export interface BodyTimeouts {
  /** For the whole of a JSON body. */
  readonly json: number;
  /** For the next `leastProgress` bytes of a file, or for its end. */
  readonly stall: number;
  /** For the whole of a file of so many bytes. */
  readonly file: (bytes: number) => number;
}

/** Bytes of a file that have to arrive within `stall`. */
export const leastProgress = 65_536;

/** A file of 20 MB may take 22 minutes: 128 kbit/s, as the slowest phone has. */
export const defaultBodyTimeouts: BodyTimeouts = {
  json: 30_000,
  stall: 30_000,
  file: (bytes) => 30_000 + bytes / 16,
};
