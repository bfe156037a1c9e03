/**
 * A mistake in an expression. `message` says what is wrong, `hint` what to write instead, `column` where (from 1).
 * The only error that `parseExpression` throws.
 */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly column: number;
  readonly hint: string;

  /** @param at offset in the source, from 0. */
  constructor(at: number, message: string, hint: string) {
    super(message);
    this.column = at + 1;
    this.hint = hint;
  }
}
