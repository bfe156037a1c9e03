import type { Term } from '../../contract/term.ts';
import type { Draft } from './draft.ts';
import { namesRead } from './names-read.ts';

/**
 * Features that a condition needs answered: those it names, through measures and variables too. What it only asks `has`
 * about may stay unanswered.
 */
export function namedFeatures(terms: readonly Term[], draft: Draft): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (term: Term): void => {
    for (const name of namesRead(term, ['has'])) {
      if (seen.has(name)) continue;
      seen.add(name);
      const value = draft.values.get(name);
      if (value !== undefined) visit(value);
      else if (draft.names.get(name)?.feature) found.add(name);
    }
  };
  terms.forEach(visit);
  return [...found];
}
