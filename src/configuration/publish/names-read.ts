import type { Term } from '../../contract/term.ts';

/** Which operand of an operation is a name that it reads. */
const named: Readonly<Record<string, readonly number[]>> = {
  $: [1],
  '@': [1],
  '[]': [1, 2],
  '.[]': [1, 2],
  '#': [1],
};

/**
 * Ids of the features, steps, measures and variables that a term reads, itself; `quantity` among them.
 *
 * @param skip operations whose operands don't count.
 */
export function namesRead(term: Term, skip: readonly string[] = [], found = new Set<string>()): Set<string> {
  if (!Array.isArray(term)) return found;
  const [operation, ...operands] = term as readonly [string, ...Term[]];
  if (skip.includes(operation)) return found;
  const names = Object.hasOwn(named, operation) ? named[operation] : undefined;
  if (names) for (const index of names) found.add(operands[index - 1] as string);
  else for (const operand of operands) namesRead(operand, skip, found);
  return found;
}
