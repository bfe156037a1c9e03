import { visit } from 'jsonc-parser';
import type { FileFault } from './file-fault.ts';
import { LineMap } from './line-map.ts';

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const names: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  ':': 'a colon',
  ', or ]': 'a comma or ]',
  ', or }': 'a comma or }',
  end: 'the end',
};

/** The first place where a text stops being JSON, mostly a comma too many or too few. Undefined where it is JSON. */
export function syntaxFault(text: string): FileFault | undefined {
  const found = firstFault(text);
  if (!found) return undefined;
  const { offset, expected } = found;
  const { line, column } = new LineMap(text).positionOf(offset);
  const rest = text.slice(offset);
  const token = /^(?:[\w.+-]+|"[^"\n]{0,20}"?|.)/su.exec(rest)?.[0];
  const shown = token === undefined ? 'the file ends' : `${invisible(token) ?? JSON.stringify(token)} stands`;
  return {
    line,
    message: `column ${column}: this is not JSON: ${shown} where ${names[expected]} is due`,
    hint: hintFor(rest, text.slice(Math.max(0, offset - 30), offset), expected),
  };
}

/** What cannot be seen goes by its number: a space that does not break, say, out of a word processor. */
const invisible = (token: string): string | undefined =>
  /^[\p{Z}\p{C}]$/u.test(token)
    ? `U+${token.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
    : undefined;

/** The offset of the first token that cannot stand where it does, and what can. */
function firstFault(text: string): { readonly offset: number; readonly expected: Expected } | undefined {
  const open: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  let beforeLiteral: Expected = 'value';
  let found: { offset: number; expected: Expected } | undefined;
  const afterValue = (): Expected => (open.length === 0 ? 'end' : `, or ${open.at(-1)!}`);
  const close = (offset: number) => {
    // The parser ends what is never closed, too.
    if (text[offset] !== open.at(-1)) return;
    open.pop();
    expected = afterValue();
  };
  visit(
    text,
    {
      onObjectBegin() {
        open.push('}');
        expected = 'key or }';
      },
      onArrayBegin() {
        open.push(']');
        expected = 'value or ]';
      },
      onObjectProperty() {
        expected = ':';
      },
      onSeparator(separator) {
        expected = separator === ',' && open.at(-1) === '}' ? 'key' : 'value';
      },
      onLiteralValue() {
        beforeLiteral = expected;
        expected = afterValue();
      },
      onObjectEnd: close,
      onArrayEnd: close,
      onError(_, offset) {
        if (found) return;
        // `01` and `1x` are a number followed by something else to the parser; to a person they are one faulty value.
        const before = text.slice(Math.max(0, offset - 30), offset);
        const joined = /^[\w.]/.test(text.slice(offset, offset + 1)) ? /[\w.+-]*\w$/.exec(before) : null;
        found = joined
          ? { offset: offset - joined[0].length, expected: beforeLiteral }
          : { offset, expected };
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return found;
}

function hintFor(rest: string, before: string, expected: Expected): string {
  if (/^[\p{Z}\p{C}]/u.test(rest)) return 'leave it out, or write an ordinary space';
  if (/^\/[/*]/.test(rest)) return 'JSON has no comments; leave it out';
  if (/^[\]}]/.test(rest) && (expected === 'value' || expected === 'key'))
    return 'leave out the comma before it';
  if (/^[“”„‟«»‘’]/.test(rest) || /^"[^"\n]*[“”„‟][^"\n]*(?:\n|$)/.test(rest)) {
    return 'write straight quotes: "oak"';
  }
  const escape = /^"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(\\[^\n]?)/.exec(rest)?.[1];
  if (escape !== undefined) return `a backslash in a text is written twice: \\${escape}`;
  const whole = expected === 'key' ? /-?\d+(?=,$)/.exec(before)?.[0] : undefined;
  const decimals = /^\d+/.exec(rest)?.[0];
  if (whole !== undefined && decimals !== undefined) return `decimals have a point: ${whole}.${decimals}`;
  if (rest !== '' && expected.startsWith(', or')) return 'write a comma before it';
  if (rest.startsWith("'") || /^[A-Za-z_]/.test(rest)) return 'write keys and texts in double quotes: "oak"';
  return 'see that brackets and quotes are closed';
}
