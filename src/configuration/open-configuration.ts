import type { Answer, Answers } from '../contract/resolution.ts';
import type { CodedConfiguration } from './configuration-code.ts';
import { noAnswers, withAnswer, withSelections } from './answers.ts';
import { canonicalConfiguration, canonicalJson } from './canonical.ts';
import type { Engine } from './engine.ts';
import { statesByPath } from './states.ts';
import { same } from './work-out.ts';

/**
 * Answers that reopen exactly this configuration (a share link, a stored one). Values that are what the product takes by
 * default stay defaults, so that they still give way to what the shopper changes next; the rest count as imported.
 * `unknown`: paths that the product no longer has.
 */
export function openConfiguration(
  engine: Engine,
  { quantity, selections }: Pick<CodedConfiguration, 'quantity' | 'selections'>,
): { answers: Answers; unknown: string[] } {
  const { answers: all, unknown } = withSelections(
    { ...noAnswers, quantity },
    engine.product,
    selections,
    'import',
  );
  const wanted = engine.resolve(all);
  const counts = Object.fromEntries(
    Object.entries(all.steps).map(([step, repetitions]) => [step, repetitions.map(() => ({}))]),
  );
  const bare = statesByPath(engine.resolve({ quantity, features: {}, steps: counts }));
  let pruned = all;
  for (const { path, value, visible } of statesByPath(wanted).values())
    if (visible && same(bare.get(path)?.value, value)) pruned = withAnswer(pruned, path, undefined);
  // A feature left unanswered on purpose must not come back with its default.
  for (const { path, visible, value } of statesByPath(engine.resolve(pruned)).values()) {
    const cleared: Answer = { value: null, by: 'import' };
    if (visible && value !== undefined && statesByPath(wanted).get(path)?.value === undefined)
      pruned = withAnswer(pruned, path, cleared);
  }
  const form = (answers: Answers) =>
    canonicalJson(canonicalConfiguration(engine.product, engine.resolve(answers)));
  return { answers: form(pruned) === form(all) ? pruned : all, unknown };
}
