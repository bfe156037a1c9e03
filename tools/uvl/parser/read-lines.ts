import { UvlError } from './uvl-error.ts';

/** A line that is not empty: without comments, joined with the next lines while a bracket is open. */
export interface UvlLine {
  readonly indent: number;
  readonly text: string;
  readonly line: number;
}

/** Columns from one tab stop to the next, where a file mixes tabs and spaces. */
const TAB = 8;
/** Texts in quotes, comments, and a comment that never ends. Nothing in quotes is a comment. */
const quotedOrComment = /"[^"\n]*"|'[^'\n]*'|\/\/[^\n]*|\/\*[^]*?\*\/|\/\*[^]*/g;

/**
 * The lines of a UVL file. Comments (from `//` to the end of the line, and between the two comment signs) are gone, empty
 * lines too; a bracket that is still open joins its line with the next.
 *
 * @throws {UvlError} where a comment or bracket never ends.
 */
export function readLines(source: string): UvlLine[] {
  const lines: UvlLine[] = [];
  let open = 0;
  for (const [index, raw] of withoutComments(source)
    .split(/\r\n|\n|\r/)
    .entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const before = lines.at(-1);
    if (open > 0 && before) lines[lines.length - 1] = { ...before, text: `${before.text} ${text}` };
    else lines.push({ indent: indentOf(raw), text, line: index + 1 });
    open += balance(text);
  }
  if (open > 0) throw new UvlError(lines.at(-1)!.line, 'a bracket is never closed');
  return lines;
}

/** Line breaks in comments stay, so that lines keep their numbers. */
const withoutComments = (source: string): string =>
  source.replace(quotedOrComment, (found, at: number) => {
    if (found.startsWith('"') || found.startsWith("'")) return found;
    if (found.startsWith('/*') && !found.endsWith('*/')) {
      throw new UvlError(source.slice(0, at).split('\n').length, 'a comment is never closed');
    }
    return found.replace(/[^\r\n]/g, ' ');
  });

function indentOf(raw: string): number {
  let column = 0;
  for (const character of raw) {
    if (character === '\t') column += TAB - (column % TAB);
    else if (character.trim() === '') column += 1;
    else break;
  }
  return column;
}

/** Brackets opened less brackets closed, outside quotes. */
function balance(text: string): number {
  const bare = text.replace(/"[^"]*"|'[^']*'/g, '');
  return (bare.match(/[({[]/g)?.length ?? 0) - (bare.match(/[)}\]]/g)?.length ?? 0);
}
