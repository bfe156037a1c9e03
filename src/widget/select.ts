import type { Answers } from '../contract/resolution.ts';
import type { Selections } from '../contract/value.ts';
import { withSelections } from '../configuration/read-selections.ts';
import type { Engine } from '../configuration/engine.ts';
import type { Widget } from './widget.ts';

/** Answers with what a page selects; `quantity` counts among it. */
export function selected(engine: Engine, answers: Answers, { quantity, ...selections }: Selections): Answers {
  const { answers: next } = withSelections(answers, engine.product, selections, 'import');
  return typeof quantity === 'number' ? { ...next, quantity } : next;
}

/** Answers several features at once, for the page. Saying the same twice changes nothing. */
export function select({ state }: Widget, partial: Selections): void {
  const next = selected(state.engine, state.answers, partial);
  if (JSON.stringify(next) !== JSON.stringify(state.answers)) state.become(next);
}
