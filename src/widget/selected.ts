import type { Answers } from '../contract/resolution.ts';
import type { Selections } from '../contract/value.ts';
import type { Engine } from '../configuration/engine.ts';
import { withSelections } from '../configuration/read-selections.ts';

/** Answers with what a page selects; `quantity` counts among it. */
export function selected(engine: Engine, answers: Answers, { quantity, ...selections }: Selections): Answers {
  const { answers: next } = withSelections(answers, engine.product, selections, 'import');
  return typeof quantity === 'number' ? { ...next, quantity } : next;
}
