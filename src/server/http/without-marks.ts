/**
 * A text of a stranger's without characters that cannot be seen or turn the direction of writing: "gpj.exe" must not read
 * "exe.jpg". Lines stay lines where `lines` says so.
 */
export const withoutMarks = (text: string, lines = false): string =>
  text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (mark) => (lines && /[\n\t]/.test(mark) ? mark : ''));
