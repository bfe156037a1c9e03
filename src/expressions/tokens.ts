import { ExpressionError } from './expression-error.ts';

/** A piece of an expression. `text` is as written, but for strings, where it is what the string says. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const space = /[ \t\r\n]*/y;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const sign = /&&|\|\||[=!<>]=|[-+*/%<>!?:()[\],.]/y;
/** Spellings of other languages, with the error and the spelling here. */
const foreign: readonly (readonly [RegExp, string, string])[] = [
  [/[=!]==/y, '"{}" is not an operator', 'write == or !='],
  [/=/y, '"=" alone does not compare', 'write == to compare'],
  [/<>|≠/y, '"{}" is not an operator', 'write !='],
  [/≤|≥/y, '"{}" is not an operator', 'write <= or >='],
  [/&/y, '"&" alone is not an operator', 'write && for "and"'],
  [/\|/y, '"|" alone is not an operator', 'write || for "or"'],
  [/[×·]/y, '"{}" is not an operator', 'write * to multiply'],
  [/[^ -~]/uy, 'the character "{}" has no meaning here', "write texts in straight quotes, 'like this'"],
  [/\^|\*\*/y, 'there is no operator for powers', 'multiply instead: width * width'],
  [/[{}]/y, 'there are no braces in expressions', 'write lists in square brackets: ["oak", "ash"]'],
  [/;/y, 'an expression is one value, without ";"', 'leave it out'],
];
const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
]);

/** Cuts an expression into tokens; the last one is `end`. Throws `ExpressionError`. */
export function tokenize(source: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0];
  };
  for (;;) {
    at += match(space)!.length;
    if (at >= source.length) break;
    const [kind, text] = word(match, source, at);
    if (kind === 'string') {
      const { value, end } = string(source, at);
      found.push({ kind, text: value, at, end });
      at = end;
    } else {
      found.push({ kind, text, at, end: at + text.length });
      at += text.length;
    }
  }
  return [...found, { kind: 'end', text: '', at, end: at }];
}

function word(
  match: (pattern: RegExp) => string | undefined,
  source: string,
  at: number,
): readonly [Token['kind'], string] {
  const quote = source[at]!;
  if (quote === "'" || quote === '"') return ['string', quote];
  const written = match(number);
  if (written !== undefined) return ['number', written];
  const named = match(name);
  if (named !== undefined) return ['name', named];
  // `===` would otherwise pass as `==` and a stray `=`, and so on.
  const operator = match(/[=!]==|\*\*|<>/y) === undefined ? match(sign) : undefined;
  if (operator !== undefined) return ['sign', operator];
  for (const [pattern, message, hint] of foreign) {
    const text = match(pattern);
    if (text !== undefined) throw new ExpressionError(at, message.replace('{}', text), hint);
  }
  throw new ExpressionError(
    at,
    `the character "${quote}" has no meaning here`,
    "write texts in quotes: 'like this'",
  );
}

function string(source: string, at: number): { value: string; end: number } {
  const quote = source[at]!;
  let value = '';
  for (let i = at + 1; i < source.length; i++) {
    const character = source[i]!;
    if (character === quote) return { value, end: i + 1 };
    if (character !== '\\') {
      value += character;
      continue;
    }
    const code = /^u[0-9a-fA-F]{4}/.exec(source.slice(i + 1, i + 6))?.[0];
    const escaped = escapes.get(source[i + 1] ?? '');
    if (code !== undefined) value += String.fromCharCode(parseInt(code.slice(1), 16));
    else if (escaped !== undefined) value += escaped;
    else {
      throw new ExpressionError(
        i,
        'a backslash must be followed by n, t, r, u and four digits, a quote or a backslash',
        'write \\\\ for a backslash',
      );
    }
    i += code === undefined ? 1 : 5;
  }
  throw new ExpressionError(at, 'this text never ends', `close it with ${quote}`);
}
