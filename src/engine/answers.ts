import type { Answer, Answers } from '../contract/configuration/answers.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import { parsePath } from './feature-path.ts';
import { ownEntry } from './own-entry.ts';
import type { Resolved } from './resolved.ts';

type Repetition = Readonly<Record<string, Answer>>;

export const noAnswers: Answers = { features: {}, steps: {} };

/** The quantity that prices and conditions count with, even where it is out of bounds. */
export const quantityOf = ({ quantity }: PublishedProduct, answers: Answers): number =>
  answers.quantity ?? quantity.default;

/** The answer to the feature at this path. */
export function answerAt({ features, steps }: Answers, path: string): Answer | undefined {
  const place = parsePath(path);
  if (!place) return undefined;
  const { feature, step, repetition } = place;
  return ownEntry(step === undefined ? features : ownEntry(steps, step)?.[repetition!], feature);
}

/**
 * The same answers with one more, or with `undefined` without it. Repetitions before the one answered come into being.
 *
 * @param resolved where the answer edits what is on screen: as many repetitions stay as there are now, also by default
 */
export function withAnswer(
  answers: Answers,
  path: string,
  answer: Answer | undefined,
  resolved?: Pick<Resolved, 'repetitions'>,
): Answers {
  const place = parsePath(path);
  if (!place) return answers;
  const { feature, step, repetition } = place;
  if (step === undefined) return { ...answers, features: withEntry(answers.features, feature, answer) };
  const repetitions = [...(ownEntry(answers.steps, step) ?? [])];
  const amount = resolved?.repetitions.get(step)?.length ?? 0;
  while (repetitions.length < Math.max(amount, repetition! + 1)) repetitions.push({});
  repetitions[repetition!] = withEntry(repetitions[repetition!]!, feature, answer);
  return withRepetitions(answers, step, repetitions);
}

/** The same answers with other repetitions of a step. */
export const withRepetitions = (
  answers: Answers,
  step: string,
  repetitions: readonly Repetition[],
): Answers => ({
  ...answers,
  steps: { ...answers.steps, [step]: repetitions },
});

function withEntry(record: Repetition, feature: string, answer: Answer | undefined): Repetition {
  const { [feature]: _, ...others } = record;
  return answer ? { ...others, [feature]: answer } : others;
}
