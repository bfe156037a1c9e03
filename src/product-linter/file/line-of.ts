/**
 * The line (from 1) on which a path such as `steps[0].name` begins in a JSON text, or the last part of it that is there.
 *
 * @param text valid JSON; for an empty path, anything.
 */
export function lineOf(text: string, path: string): number {
  const at = find(text, 0, path.match(/[^.[\]]+/g) ?? []);
  return text.slice(0, at).split('\n').length;
}

const token = /\s*("(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+)/y;

/** The token that starts at (or after the space at) `at`, and where it starts and ends. */
function next(text: string, at: number): { word: string; start: number; end: number } {
  token.lastIndex = at;
  const [whole = '', word = ''] = token.exec(text) ?? [];
  return { word, start: at + whole.length - word.length, end: at + whole.length };
}

/** Offset of the value that the path leads to from the value at `at`, or of the last part of the path that exists. */
function find(text: string, at: number, [key, ...rest]: readonly string[]): number {
  const { word, start, end } = next(text, at);
  if (key === undefined || (word !== '{' && word !== '[')) return start;
  let position = end;
  for (let index = 0; ; index++) {
    const first = next(text, position);
    if (first.word === '}' || first.word === ']' || first.word === '') return start;
    const value = word === '{' ? next(text, first.end).end : position;
    const name = word === '{' ? (JSON.parse(first.word) as string) : String(index);
    if (name === key) return rest.length === 0 ? first.start : find(text, value, rest);
    position = skip(text, value);
    const { word: separator, end: after } = next(text, position);
    if (separator !== ',') return start;
    position = after;
  }
}

/** Behind the value at `at`. */
function skip(text: string, at: number): number {
  let depth = 0;
  let position = at;
  do {
    const { word, end } = next(text, position);
    if (word === '') return text.length;
    if (word === '{' || word === '[') depth++;
    else if (word === '}' || word === ']') depth--;
    position = end;
  } while (depth > 0);
  return position;
}
