/** What keeps a model from being read, with its line (from 1). */
export class UvlError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'UvlError';
    this.line = line;
  }
}
