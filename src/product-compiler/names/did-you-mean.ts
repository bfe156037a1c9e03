import { closest } from './closest.ts';

/** `did you mean "oak"?`, or the candidates where none is close. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const all = [...candidates];
  const found = closest(word, all);
  if (found !== undefined) return `did you mean "${found}"?`;
  if (all.length === 0) return 'there is none to name';
  const shown = all.slice(0, 8).map((one) => `"${one}"`);
  return `there is ${shown.join(', ')}${all.length > shown.length ? ', …' : ''}`;
}
