/** Something that keeps a file from being read at all. */
export interface FileFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
}
