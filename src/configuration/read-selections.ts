import type { PublishedFeature, PublishedProduct } from '../contract/published.ts';
import type { Answer, Answers } from '../contract/resolution.ts';
import type { Selections, Value } from '../contract/value.ts';
import { withAnswer, withRepetitions } from './answers.ts';

/** No step repeats more often, by contract; a link that says so is only meant to keep the machine busy. */
const MOST_REPETITIONS = 200;

/**
 * Adds selections in wire form to answers. Nothing about them is believed: what the product does not have, and values that are
 * none for their feature, are left out and listed by their path. Whether an option is on offer is the engine's to judge.
 *
 * @param by who says so: the shopper, or a link, a page or a stored configuration.
 */
export function withSelections(
  answers: Answers,
  product: PublishedProduct,
  selections: Selections,
  by: Answer['by'],
): { answers: Answers; unknown: string[] } {
  const unknown: string[] = [];
  /** The answers of one repetition (or of all that is outside them) that the features know. */
  const read = (features: readonly PublishedFeature[], given: Record<string, unknown>, prefix: string) =>
    Object.entries(given).flatMap(([id, value]): [string, Answer][] => {
      const feature = features.find((one) => one.id === id);
      if (feature && isValueOf(feature, value)) return [[id, { value: plain(value), by }]];
      unknown.push(prefix + id);
      return [];
    });
  for (const [id, value] of Object.entries(selections)) {
    const repeated = product.steps.find((step) => step.repeat && step.id === id);
    if (repeated && Array.isArray(value)) {
      if (value.length > MOST_REPETITIONS) unknown.push(`${id}[${MOST_REPETITIONS}]`);
      const repetitions = (value as unknown[])
        .slice(0, MOST_REPETITIONS)
        .map((one, index) =>
          Object.fromEntries(read(repeated.features, isRecord(one) ? one : {}, `${id}[${index}].`)),
        );
      answers = withRepetitions(answers, id, repetitions);
    } else {
      const features = product.steps.filter((step) => !step.repeat).flatMap((step) => step.features);
      for (const [feature, answer] of read(features, { [id]: value }, ''))
        answers = withAnswer(answers, feature, answer);
    }
  }
  return { answers, unknown };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isString = (value: unknown) => typeof value === 'string';

const types: Record<PublishedFeature['type'], (value: unknown, feature: PublishedFeature) => boolean> = {
  choice: (value, { own }) =>
    isString(value) || (own !== undefined && isRecord(value) && isString(value['own'])),
  multi_choice: (value) => Array.isArray(value) && value.every(isString),
  yes_no: (value) => typeof value === 'boolean',
  number: Number.isFinite,
  text: isString,
  date: (value) => isString(value) && isDay(value),
  file: (value) =>
    isRecord(value) &&
    isString(value['file_id']) &&
    isString(value['name']) &&
    Number.isFinite(value['size']),
  hidden: (value, { value_type = 'text' }) =>
    value_type === 'text' ? isString(value) : typeof value === value_type && value === value,
  computed: () => false,
};

/** Whether a value of any provenance is one that this type of feature can have. `null` (cleared) always is. */
const isValueOf = (feature: PublishedFeature, value: unknown): value is Value =>
  value === null || types[feature.type](value, feature);

/** An object with the members it should have, and no others: what else it says might be read as facts about an option. */
function plain(value: Value): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return 'own' in value ? { own: value.own } : { file_id: value.file_id, name: value.name, size: value.size };
}

/** A day that exists, as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
