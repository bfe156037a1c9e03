/** The first thing that keeps a text from being JSON. `line` counts from 1. */
interface SyntaxFault {
  readonly line: number;
  readonly message: string;
  readonly hint: string;
}

const token =
  /\s*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

type Wanted = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

/**
 * Finds the fault that `JSON.parse` only mentions: mostly a comma too many or too few. Undefined where there is none.
 */
export function syntaxFault(text: string): SyntaxFault | undefined {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  for (let at = 0; ;) {
    token.lastIndex = at;
    const found = token.exec(text);
    const start = at + /^\s*/.exec(text.slice(at))![0].length;
    if (!found && start >= text.length && wanted === 'end') return undefined;
    const word = found?.[1] ?? (found ? 'value' : '');
    const isKey = found?.[2]?.startsWith('"') === true;
    const next = follow(wanted, word, isKey, open);
    if (next === undefined) return fault(text, start, wanted);
    wanted = next;
    at = token.lastIndex;
  }
}

/** What is wanted after a token; undefined where it cannot stand. */
function follow(wanted: Wanted, word: string, isKey: boolean, open: string[]): Wanted | undefined {
  const after = (): Wanted => (open.length === 0 ? 'end' : open.at(-1) === '{' ? ', or }' : ', or ]');
  const startsValue = wanted === 'value' || wanted === 'value or ]';
  if (startsValue && word === 'value') return after();
  if (startsValue && (word === '{' || word === '[')) {
    open.push(word);
    return word === '{' ? 'key or }' : 'value or ]';
  }
  if ((word === ']' && wanted.endsWith('or ]')) || (word === '}' && wanted.endsWith('or }'))) {
    open.pop();
    return after();
  }
  if (word === ',' && wanted === ', or ]') return 'value';
  if (word === ',' && wanted === ', or }') return 'key';
  if (isKey && (wanted === 'key' || wanted === 'key or }')) return ':';
  return word === ':' && wanted === ':' ? 'value' : undefined;
}

function fault(text: string, at: number, wanted: Wanted): SyntaxFault {
  const line = text.slice(0, at).split('\n').length;
  const rest = text.slice(at);
  const shown =
    rest === ''
      ? 'the file ends'
      : `${JSON.stringify(/^(?:[\w.]+|"[^"\n]{0,20}"?|.)/u.exec(rest)![0])} stands`;
  const message = `this is not JSON: ${shown} where ${names[wanted]} is due`;
  if (/^\/[/*]/.test(rest)) return { line, message, hint: 'JSON has no comments; leave it out' };
  if (/^[\]}]/.test(rest) && (wanted === 'value' || wanted === 'key')) {
    return { line, message, hint: 'leave out the comma before it' };
  }
  if (/^[“”„‟«»‘’]/.test(rest) || /^"[^"\n]*[“”„‟][^"\n]*(?:\n|$)/.test(rest)) {
    return { line, message, hint: 'write straight quotes: "oak"' };
  }
  const escape = /^"(?:[^"\\\n]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(\\[^\n]?)/.exec(rest)?.[1];
  if (escape !== undefined) {
    return { line, message, hint: `a backslash in a text is written twice: \\${escape}` };
  }
  const whole = wanted === 'key' ? /-?\d+(?=,$)/.exec(text.slice(Math.max(0, at - 30), at))?.[0] : undefined;
  const decimals = /^\d+/.exec(rest)?.[0];
  if (whole !== undefined && decimals !== undefined) {
    return { line, message, hint: `decimals have a point: ${whole}.${decimals}` };
  }
  if (rest !== '' && wanted.startsWith(', or')) return { line, message, hint: 'write a comma before it' };
  if (rest.startsWith("'") || /^[A-Za-z_]/.test(rest)) {
    return { line, message, hint: 'write keys and texts in double quotes: "oak"' };
  }
  return { line, message, hint: 'see that brackets and quotes are closed' };
}

const names: Readonly<Record<Wanted, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  ':': 'a colon',
  ', or ]': 'a comma or ]',
  ', or }': 'a comma or }',
  end: 'the end',
};
