import type { Answer, Answers } from '../contract/configuration/answers.ts';
import type { CodedConfiguration } from './encode-configuration.ts';
import { answerAt, noAnswers, withAnswer } from '../engine/answers.ts';
import { readSelections } from './read-selections.ts';
import { canonicalConfiguration } from './canonical-configuration.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Engine } from '../engine/create-engine.ts';
import { sameValue } from '../engine/same-value.ts';

/** How often features are cleared: clearing one may reveal another. */
const MOST_ROUNDS = 5;

/**
 * Answers that restore exactly this configuration, from a share link or a store. Values equal to the product's defaults stay
 * defaults, so that they still give way to the shopper's next change; the rest count as imported. A feature that it leaves out
 * was cleared, unless the product has another version now: then the feature may be new and takes its default.
 * `unknown`: paths that the product no longer has.
 */
export function restoreConfiguration(
  engine: Engine,
  { product_version, quantity, selections }: CodedConfiguration,
): { answers: Answers; unknown: string[] } {
  const given = readSelections({ ...noAnswers, quantity }, engine.product, selections, 'import');
  const all = product_version === engine.product.version ? withCleared(engine, given.answers) : given.answers;
  const plain = withDefaults(engine, all);
  const form = (answers: Answers) =>
    canonicalJson(canonicalConfiguration(engine.product, engine.resolve(answers)));
  return { answers: form(plain) === form(all) ? plain : all, unknown: given.unknown };
}

/** Clears every feature that would take its default. */
function withCleared(engine: Engine, answers: Answers): Answers {
  const cleared: Answer = { value: null, by: 'import' };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const defaults = [...engine.resolve(answers).features.values()].filter(({ by }) => by === 'default');
    if (!defaults.length) break;
    for (const { path } of defaults) answers = withAnswer(answers, path, cleared);
  }
  return answers;
}

/** Removes the answers that are equal to the product's defaults. */
function withDefaults(engine: Engine, answers: Answers): Answers {
  const steps: Answers['steps'] = Object.fromEntries(
    Object.entries(answers.steps).map(([step, repetitions]) => [step, repetitions.map(() => ({}))]),
  );
  const bare = engine.resolve({ ...answers, features: {}, steps }).features;
  for (const { path, value } of engine.resolve(answers).features.values())
    if (answerAt(answers, path)?.value !== null && sameValue(bare.get(path)?.value, value))
      answers = withAnswer(answers, path, undefined);
  return answers;
}
