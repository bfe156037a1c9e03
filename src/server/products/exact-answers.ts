import { noAnswers } from '../../engine/answers.ts';
import type { CodedConfiguration } from '../../configuration/encode-configuration.ts';
import { readSelections } from '../../configuration/read-selections.ts';
import type { PublishedFeature } from '../../contract/published/published-feature.ts';
import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Answer, Answers } from '../../contract/configuration/answers.ts';

const unanswered: Answer = { value: null, by: 'import' };

/** The answers of this configuration and no others: what it leaves unanswered must not come back with its default. */
export function exactAnswers(
  product: PublishedProduct,
  { quantity, selections }: CodedConfiguration,
): Answers {
  const { answers } = readSelections({ ...noAnswers, quantity }, product, selections, 'import');
  const features: Record<string, Answer> = {};
  const steps: Record<string, readonly Record<string, Answer>[]> = { ...answers.steps };
  for (const step of product.steps) {
    const cleared = Object.fromEntries(step.features.filter(isAsked).map(({ id }) => [id, unanswered]));
    const given = steps[step.id];
    if (!step.repeat) Object.assign(features, cleared);
    else if (given) steps[step.id] = given.map((repetition) => ({ ...cleared, ...repetition }));
  }
  return { ...answers, features: { ...features, ...answers.features }, steps };
}

const isAsked = ({ type, derived }: PublishedFeature): boolean => type !== 'computed' && !derived;
