import type { CompileContext } from '../compile-context.ts';

/** The steps that matching may take in the worst case, roughly: a fraction of a second. */
const MOST_STEPS = 2e8;

/**
 * Checks a regular expression that a whole entry must match: it compiles, and no entry can keep it busy for long. Refuses
 * repeated groups with repetitions or alternatives inside (exponential), back-references, and too many open repetitions
 * for the length of the entry (polynomial).
 */
export function checkPattern(
  pattern: string | undefined,
  length: number,
  path: string,
  context: CompileContext,
): void {
  if (pattern === undefined) return;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
  } catch (error) {
    const cause = String((error as Error).message).replace(/^Invalid regular expression: /, '');
    context.error(
      path,
      `the pattern is not a regular expression: ${cause}`,
      'for example "[A-Z]{2} ?[0-9]{4}"',
    );
    return;
  }
  const slow = slowness(pattern, length);
  if (slow !== undefined) context.error(path, `the pattern could take for ever: ${slow[0]}`, slow[1]);
}

function slowness(pattern: string, length: number): readonly [string, string] | undefined {
  // Escapes and character classes match one character each, and repeat nothing.
  const plain = pattern
    .replace(/\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)/g, (escape) => (/^\\[1-9k]/.test(escape) ? '\u0000' : 'x'))
    .replace(/\[[^\]]*\]/g, 'x')
    .replace(/\(\?(?:[:=!]|<[=!]|<[^>]*>)/g, '(');
  if (plain.includes('\u0000')) return ['it refers back to a group', 'write the part out again'];
  // Ways to match: those of parts in sequence multiply, those of alternatives add up. One entry for each open group.
  const open = [{ before: 0, ways: 1 }];
  for (const [token, low, comma, high] of plain.matchAll(/[|(]|\)?(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})|\)/g)) {
    const group = open.at(-1)!;
    if (token === '(') open.push({ before: 0, ways: 1 });
    else if (token === '|') {
      group.before += group.ways;
      group.ways = 1;
    } else {
      const closes = token.startsWith(')');
      const inner = closes ? group.before + group.ways : 1;
      if (closes) open.pop();
      const quantifier = token.replace(')', '');
      const most = quantifier === '' ? 1 : repeats(quantifier, low, comma, high, length);
      const isFixed = quantifier === '' || (low !== undefined && comma === '');
      if (inner > 1 && most > 1) {
        return [
          'a repeated group has repetitions or alternatives inside',
          'repeat single characters: [A-Z0-9 ]+',
        ];
      }
      open.at(-1)!.ways *= inner * (isFixed ? 1 : most + 1);
    }
  }
  const [{ before, ways }] = open as [{ before: number; ways: number }];
  return before + ways > MOST_STEPS
    ? [
        'it has too many repetitions without an end',
        `limit them, {1,20} instead of +, or lower max_length (${length})`,
      ]
    : undefined;
}

function repeats(quantifier: string, low = '', comma = '', high = '', length: number): number {
  if (quantifier === '?') return 1;
  if (quantifier === '*' || quantifier === '+') return length;
  return comma === '' ? Number(low) : high === '' ? length : Number(high);
}
