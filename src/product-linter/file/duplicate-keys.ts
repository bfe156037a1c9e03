/** A key that stands twice in one object of a JSON text. */
interface DuplicateKey {
  /** `steps[0].name` */
  readonly path: string;
  readonly key: string;
  /** Of the later one, from 1; of the one before it. */
  readonly line: number;
  readonly earlier: number;
}

const token = /\s*("(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+)/y;

/** An object or a list that is open: where it is, the lines of its keys, and what comes next in it. */
interface Open {
  readonly path: string;
  readonly keys?: Map<string, number>;
  next?: string | undefined;
  index: number;
}

/**
 * Keys that `JSON.parse` drops without a word, as the last of two wins.
 *
 * @param text valid JSON.
 */
export function duplicateKeys(text: string): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const open: Open[] = [];
  let line = 1;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, word = ''] = match;
    line += whole.split('\n').length - 1;
    const inside = open.at(-1);
    if (word === '{' || word === '[') {
      const path = inside ? pathIn(inside) : '';
      open.push({ path, index: 0, ...(word === '{' ? { keys: new Map() } : {}) });
    } else if (word === '}' || word === ']') open.pop();
    else if (word === ',' && inside) {
      inside.next = undefined;
      inside.index++;
    } else if (inside?.keys && inside.next === undefined && word.startsWith('"')) {
      const key = JSON.parse(word) as string;
      const earlier = inside.keys.get(key);
      inside.next = key;
      inside.keys.set(key, line);
      if (earlier !== undefined) found.push({ path: pathIn(inside), key, line, earlier });
    }
  }
  return found;
}

const pathIn = ({ path, keys, next, index }: Open): string =>
  keys ? `${path}${path === '' ? '' : '.'}${next}` : `${path}[${index}]`;
