import type { FileFault } from './file-fault.ts';

const LINE_FEED = 10;
const hint = 'save it as UTF-8';

/** The text of a file without its byte order mark, or why it is no text. */
export function decodeUtf8(bytes: Uint8Array): string | FileFault {
  if (isUtf16(bytes)) return { line: 1, message: 'the file is in UTF-16, not UTF-8', hint };
  const text = decoded(bytes);
  if (text !== undefined) return text;
  const message = 'the file is not in UTF-8: a character on this line is in another encoding';
  return { line: firstBadLine(bytes), message, hint };
}

/** Every JSON text begins with an ASCII character; in UTF-16, half of its bytes are zero. */
const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first === 0) !== (second === 0);

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No character of several bytes has a line feed among them, so lines can be decoded one by one. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const next = end < 0 ? bytes.length : end + 1;
    if (decoded(bytes.subarray(start, next)) === undefined) return line;
    start = next;
  }
  return line;
}
