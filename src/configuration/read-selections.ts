import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { Answer, Answers } from '../contract/configuration/answers.ts';
import type { Selections, Value } from '../contract/configuration/value.ts';
import { isDay } from '../contract/is-day.ts';
import { readIds } from './read-ids.ts';
import { repetitionLimit } from './repetition-limit.ts';
import { isRecord } from '../contract/is-record.ts';
import { LONGEST_FILE_NAME, LONGEST_ID, LONGEST_OWN_VALUE } from '../contract/limits.ts';
import { LONGEST_TEXT } from '../contract/longest-text.ts';

/** More paths help nobody. */
const MOST_PATHS = 100;

/**
 * Adds selections in wire form to answers. They are not trusted: features that the product does not have, and values of the
 * wrong type, are left out, and the first hundred of them listed by path. The engine decides whether an option is on offer.
 *
 * @param by where they come from: the shopper, or a link, a page or a stored configuration.
 */
export function readSelections(
  answers: Answers,
  product: PublishedProduct,
  selections: Selections,
  by: Answer['by'],
): { answers: Answers; unknown: string[] } {
  const unknown: string[] = [];
  const refuse = (path: string) => {
    if (unknown.length < MOST_PATHS) unknown.push(path);
  };
  /** The answers of one repetition, or of everything outside repetitions. */
  const read = (features: readonly PublishedFeature[], given: Record<string, unknown>, prefix = '') => {
    const known = new Map(features.map((one) => [one.id, one]));
    return Object.fromEntries(
      Object.entries(given).flatMap(([id, said]): [string, Answer][] => {
        const feature = known.get(id);
        const value = feature && valueOf(feature, said);
        if (value !== undefined) return [[id, { value, by }]];
        refuse(prefix + id);
        return [];
      }),
    );
  };
  const rest = new Map(Object.entries(selections as Record<string, unknown>));
  const steps: Record<string, Record<string, Answer>[]> = {};
  for (const step of product.steps) {
    const { id, features, repeat } = step;
    const given = rest.get(id);
    if (!repeat || !Array.isArray(given)) continue;
    rest.delete(id);
    const most = repetitionLimit(step);
    if (given.length > most) refuse(`${id}[${most}]`);
    steps[id] = given.slice(0, most).map((one: unknown, index) => {
      if (isRecord(one)) return read(features, one, `${id}[${index}].`);
      refuse(`${id}[${index}]`);
      return {};
    });
  }
  const features = product.steps.flatMap((step) => (step.repeat ? [] : step.features));
  return {
    answers: {
      ...answers,
      features: { ...answers.features, ...read(features, Object.fromEntries(rest)) },
      steps: { ...answers.steps, ...steps },
    },
    unknown,
  };
}

/** A text no longer than `Value` of the contract allows. */
const isText = (value: unknown, most = LONGEST_TEXT): value is string =>
  typeof value === 'string' && value.length <= most;
const isId = (value: unknown): value is string => isText(value, LONGEST_ID);

const text = (value: unknown) => (isText(value) ? value : undefined);
const number = (value: unknown) => (Number.isFinite(value) ? (value as number) : undefined);
const boolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

/**
 * The value, if this type of feature can have it. Objects are copied with their known members only: others might be read as
 * attributes of an option.
 */
const readers: Record<
  PublishedFeature['type'],
  (value: unknown, feature: PublishedFeature) => Value | undefined
> = {
  choice(value, { own }) {
    if (isId(value)) return value;
    return own && isRecord(value) && isText(value['own'], LONGEST_OWN_VALUE)
      ? { own: value['own'] }
      : undefined;
  },
  multi_choice: (value, feature) =>
    Array.isArray(value) && value.every(isId) ? readIds(feature, value) : undefined,
  yes_no: boolean,
  number,
  text,
  date: (value) => (isText(value) && isDay(value) ? value : undefined),
  file(value) {
    if (!isRecord(value)) return undefined;
    const { file_id, name, size } = value;
    return isId(file_id) && isText(name, LONGEST_FILE_NAME) && Number.isFinite(size)
      ? { file_id, name, size: size as number }
      : undefined;
  },
  hidden: (value, { value_type = 'text' }) => ({ text, number, boolean })[value_type](value),
  computed: () => undefined,
};

/** A value of the feature, or undefined. `null` (cleared) is a value of every feature. */
const valueOf = (feature: PublishedFeature, value: unknown): Value | undefined =>
  value === null ? null : readers[feature.type](value, feature);
