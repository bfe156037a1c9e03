interface WithoutMarksOptions {
  /** Keeps line breaks and tabs. */
  readonly keepLines?: boolean;
}

/**
 * A stranger's text without characters that cannot be seen or that turn the direction of writing: "gpj.exe" must not read
 * "exe.jpg".
 */
export const withoutMarks = (text: string, { keepLines = false }: WithoutMarksOptions = {}): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) => (keepLines && /[\n\t]/.test(mark) ? mark : ''));
