import type { PublishedProduct } from '../contract/published/published-product.ts';
import type { PublishedFeature } from '../contract/published/published-feature.ts';
import type { PublishedStep } from '../contract/published/published-step.ts';
import type { CompanionErrorDetail, ItemsDetailCode } from '../contract/error/detail-code.ts';
import type { EnrichedFeature, Items } from '../contract/quote/items.ts';
import type { Answer, Answers } from '../contract/configuration/answers.ts';
import type { Value } from '../contract/configuration/value.ts';
import { formatPath } from '../engine/feature-path.ts';
import { readIds } from './read-ids.ts';
import { repetitionLimit } from './repetition-limit.ts';
import { LONGEST_ID } from '../contract/limits.ts';

/** Items as the engine understands them. */
export interface ReadItems {
  readonly answers: Answers;
  /** Everything that does not fit the product: unknown products, steps and features, wrong types. */
  readonly details: CompanionErrorDetail[];
  /** Feature path or step id → its JSON path in the request; where the items do not mention it, that of its step or of `items`. */
  readonly jsonPath: (path: string) => string;
}

/**
 * Reads the enriched items array back. Only IDs and values are read; names, prices and images are ignored. A feature that the
 * items do not mention is unanswered: the server never fills in a default on its own. As many ids and repetitions are read as
 * the product can have, and a few more to be refused. Computed values are skipped, because they are computed again.
 */
export function readItems(product: PublishedProduct, items: Items): ReadItems {
  const reader = new Reader(product);
  items.forEach((one, index) => {
    if (one.product_id === product.id) reader.readProduct(one.items, `items[${index}]`);
    else
      reader.refuse(
        `items[${index}].product_id`,
        'unknown_product',
        `This is not a configuration of ${product.id}.`,
      );
  });
  return reader;
}

/** More details help nobody, and thousands of mistakes may be sent for the sake of a long answer. */
const MOST_DETAILS = 100;

class Reader implements ReadItems {
  readonly answers: { features: Record<string, Answer>; steps: Record<string, Record<string, Answer>[]> };
  readonly details: CompanionErrorDetail[] = [];
  readonly #steps: ReadonlyMap<string, PublishedStep>;
  readonly #paths = new Map<string, string>();
  /** Feature → its step, where it does not repeat. */
  readonly #homes = new Map<string, string>();

  constructor({ steps }: PublishedProduct) {
    this.#steps = byId(steps);
    this.answers = { features: {}, steps: {} };
    for (const step of steps) {
      if (step.repeat) this.answers.steps[step.id] = [];
      else {
        Object.assign(this.answers.features, unanswered(step));
        for (const { id } of step.features) this.#homes.set(id, step.id);
      }
    }
  }

  readonly jsonPath = (path: string): string => {
    const [repetition = '', step = ''] = /^(\w+)(?:\[\d+\])?/.exec(path) ?? [];
    return (
      this.#paths.get(path) ??
      this.#paths.get(repetition) ??
      this.#paths.get(this.#homes.get(path) ?? step) ??
      'items[0].items'
    );
  };

  refuse(path: string, code: ItemsDetailCode, message: string): void {
    if (this.details.length < MOST_DETAILS) this.details.push({ path, code, message });
  }

  readProduct(steps: Items[0]['items'], at: string): void {
    const seen = new Set<string>();
    steps.forEach((given, index) => {
      const here = `${at}.items[${index}]`;
      const step = this.#steps.get(given.ID);
      if (!step) return this.refuse(`${here}.ID`, 'unknown_step', `The product has no step "${given.ID}".`);
      if (seen.has(step.id))
        return this.refuse(`${here}.ID`, 'duplicate_step', `The step "${given.ID}" stands there twice.`);
      seen.add(step.id);
      this.#paths.set(step.id, here);
      if (!step.repeat && given.repetitions.length > 1)
        return this.refuse(
          `${here}.repetitions`,
          'not_repeatable',
          `The step "${given.ID}" occurs only once.`,
        );
      const known = byId(step.features);
      given.repetitions
        .slice(0, repetitionLimit(step))
        .forEach((features, repetition) => this.#readRepetition(step, known, features, repetition, here));
    });
  }

  #readRepetition(
    step: PublishedStep,
    known: ReadonlyMap<string, PublishedFeature>,
    features: readonly EnrichedFeature[],
    repetition: number,
    at: string,
  ): void {
    const record = step.repeat ? unanswered(step) : this.answers.features;
    if (step.repeat) this.answers.steps[step.id]!.push(record);
    this.#paths.set(`${step.id}[${repetition}]`, `${at}.repetitions[${repetition}]`);
    const seen = new Set<string>();
    features.forEach((given, index) => {
      const here = `${at}.repetitions[${repetition}][${index}]`;
      const feature = known.get(given.ID);
      if (!feature)
        return this.refuse(
          `${here}.ID`,
          'unknown_feature',
          `The step "${step.id}" has no feature "${given.ID}".`,
        );
      if (seen.has(feature.id))
        return this.refuse(`${here}.ID`, 'duplicate_feature', `"${given.ID}" is answered twice.`);
      seen.add(feature.id);
      this.#paths.set(
        step.repeat ? formatPath(feature.id, step.id, repetition) : feature.id,
        `${here}.value`,
      );
      if (feature.type === 'computed') return;
      const value = readers[feature.type](given, feature);
      if (value === undefined)
        this.refuse(
          `${here}.value`,
          'wrong_type',
          `${JSON.stringify(given.value).slice(0, 100)} is no value of "${given.ID}" (${feature.type}).`,
        );
      else record[feature.id] = { value, by: 'import' };
    });
  }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]));

/** Every feature of a step as unanswered, so that no default is filled in. */
const unanswered = (step: PublishedStep): Record<string, Answer> =>
  Object.fromEntries(
    step.features
      .filter(({ type }) => type !== 'computed')
      .map(({ id }) => [id, { value: null, by: 'import' }]),
  );

/** The value of an enriched feature, if it has the feature's type. The engine decides whether it is on offer. */
const readers: Record<
  Exclude<PublishedFeature['type'], 'computed'>,
  (given: EnrichedFeature, feature: PublishedFeature) => Value | undefined
> = {
  choice({ value, selected }, feature) {
    if (typeof value !== 'string' || value.length > LONGEST_ID) return undefined;
    if (value !== 'own' || !feature.own) return value;
    const entered = selected && !Array.isArray(selected) ? selected.name : '';
    return entered === '' ? null : { own: entered };
  },
  multi_choice({ value }, feature) {
    if (typeof value !== 'object') return undefined;
    return readIds(
      feature,
      Object.keys(value).filter((id) => value[id]),
    );
  },
  yes_no: ({ value }) => (value === 'yes' ? true : value === 'no' ? false : undefined),
  number: ({ value }) => (typeof value === 'number' ? value : undefined),
  text: ({ value }) => (typeof value === 'string' ? value : undefined),
  date({ value }) {
    if (value === '') return null;
    // The engine checks that the day exists.
    return typeof value === 'string' ? value : undefined;
  },
  // The companion looks up the file's name and size.
  file: ({ value }) => (typeof value === 'string' ? { file_id: value, name: '', size: 0 } : undefined),
  // Items carry yes and no as text.
  hidden({ value }, { value_type = 'text' }) {
    if (value_type === 'boolean') return value === 'true' ? true : value === 'false' ? false : undefined;
    if (typeof value === 'object') return undefined;
    return typeof value === (value_type === 'text' ? 'string' : 'number') ? value : undefined;
  },
};
