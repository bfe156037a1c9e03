/** The candidate closest to a misspelt word; undefined where none differs in at most a third of its letters (at least one). */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const found = distance(word.toLowerCase(), candidate.toLowerCase(), least);
    if (found < least) [best, least] = [candidate, found];
  }
  return best;
}

/** The Damerau–Levenshtein distance (letters put in, taken out, replaced or swapped with a neighbour), at most `limit`. */
function distance(a: string, b: string, limit: number): number {
  let earlier: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(limit);
    row[0] = i;
    // Further from the diagonal, the distance is above the limit anyway.
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const replaced = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? earlier[j - 2]! + 1 : Infinity;
      row[j] = Math.min(replaced, swapped, previous[j]! + 1, row[j - 1]! + 1);
    }
    [earlier, previous] = [previous, row];
  }
  return Math.min(limit, previous[b.length]!);
}
