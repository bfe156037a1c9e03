import { createScanner } from 'jsonc-parser';
import type { FileFault } from './file-fault.ts';
import { LineMap } from './line-map.ts';

/** Parsers, schemas and `JSON.stringify` call themselves for each level, and run out of stack at some thousands. */
const MOST_OPEN = 500;

/** Refuses a text that is nested too deep to be looked at. Undefined where it is not. */
export function nestingFault(text: string): FileFault | undefined {
  const scanner = createScanner(text, true);
  let open = 0;
  for (let at = 0; at < text.length; at = scanner.getPosition()) {
    scanner.scan();
    const token = text[scanner.getTokenOffset()];
    if (token === '}' || token === ']') open -= 1;
    if (token !== '{' && token !== '[') continue;
    open += 1;
    if (open <= MOST_OPEN) continue;
    const { line, column } = new LineMap(text).positionOf(scanner.getTokenOffset());
    return {
      line,
      message: `column ${column}: more than ${MOST_OPEN} brackets are open at once`,
      hint: 'no product is nested so deep',
    };
  }
  return undefined;
}
