import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Answer, Answers } from '../contract/configuration/answers.ts';
import type { Resolved } from './resolved.ts';
import { parsePath } from './feature-path.ts';

type Repetition = Readonly<Record<string, Answer>>;

export const noAnswers: Answers = { features: {}, steps: {} };

/** Quantity as it counts for prices and conditions, even where it is out of bounds. */
export const quantityOf = ({ quantity }: PublishedProduct, answers: Answers): number =>
  answers.quantity ?? quantity.default;

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** What was said about the feature at this path. */
export function answerAt(answers: Answers, path: string): Answer | undefined {
  const place = parsePath(path);
  if (!place) return undefined;
  if (place.step === undefined) return own(answers.features, place.feature);
  const repetition = own(answers.steps, place.step)?.[place.repetition!];
  return repetition && own(repetition, place.feature);
}

/**
 * The same answers with one more (or without one: `undefined` takes it back). Repetitions before it come into being.
 *
 * @param resolved where the answer is an edit of what is on screen: as many repetitions stay as stand there, also by default
 */
export function withAnswer(
  answers: Answers,
  path: string,
  answer: Answer | undefined,
  resolved?: Pick<Resolved, 'repetitions'>,
): Answers {
  const place = parsePath(path);
  if (!place) return answers;
  if (place.step === undefined)
    return { ...answers, features: changed(answers.features, place.feature, answer) };
  const repetitions = [...(own(answers.steps, place.step) ?? [])];
  const amount = resolved?.repetitions.get(place.step)?.length ?? 0;
  while (repetitions.length < Math.max(amount, place.repetition! + 1)) repetitions.push({});
  repetitions[place.repetition!] = changed(repetitions[place.repetition!]!, place.feature, answer);
  return withRepetitions(answers, place.step, repetitions);
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

function changed(record: Repetition, feature: string, answer: Answer | undefined): Repetition {
  const { [feature]: _, ...others } = record;
  return answer ? { ...others, [feature]: answer } : others;
}
