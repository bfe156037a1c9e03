/** Whether two values are equal; lists and records are compared by their contents. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => sameValue(one, b[index]));
  let more = Object.keys(b).length;
  // Without a list of the keys of `a`: every state of a product is compared on every edit.
  for (const key in a) {
    more -= 1;
    if (!sameValue(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
  }
  return more === 0;
}
