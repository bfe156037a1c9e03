/** Where a command writes; `process.stdout` and `process.stderr` outside tests. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}
