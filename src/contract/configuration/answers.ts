import type { Value } from './value.ts';

/** Where a value comes from. */
export type Provenance = 'user' | 'default' | 'derived' | 'import';

/** The answer of the shopper (or a link, or the page) to one feature. */
export interface Answer {
  readonly value: Value;
  readonly by: 'user' | 'import';
}

/** All answers, the engine's only input: feature id → answer, repeatable step id → answers a repetition. */
export interface Answers {
  readonly quantity?: number;
  readonly features: Readonly<Record<string, Answer>>;
  readonly steps: Readonly<Record<string, readonly Readonly<Record<string, Answer>>[]>>;
}
