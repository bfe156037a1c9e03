import type { PublishedProduct } from '../../contract/published/published-product.ts';
import type { Attributes } from '../../product-compiler/product-input-types.ts';
import type { AbstractValue } from './abstract-value.ts';

export interface ValuesByName {
  get(id: string): AbstractValue | undefined;
}

/** What the names of an expression may stand for. */
export interface Environment {
  /** Values outside repetitions, and in the repetition at hand. */
  readonly names: ValuesByName;
  /** Values in any repetition: what is assumed of the one at hand says nothing about the others. */
  readonly anywhere: ValuesByName;
  /** How often steps may be repeated. */
  readonly sizes: ReadonlyMap<string, readonly [number, number]>;
  /** Choice → option → attributes. */
  readonly attributes: ReadonlyMap<string, ReadonlyMap<string, Attributes>>;
  readonly tables: Pick<PublishedProduct, 'tables' | 'tiers' | 'combinations'>;
  /** Attributes of the option that the condition is about. */
  readonly option?: Attributes | undefined;
}
