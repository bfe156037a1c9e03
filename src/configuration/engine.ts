import type { PublishedProduct } from '../contract/published.ts';
import type { Answers, Price, Resolution } from '../contract/resolution.ts';
import type { Scope } from './scope.ts';

/** A resolution with the names its expressions were worked out with, for prices and drawings. */
export interface Resolved extends Resolution {
  readonly scope: Scope;
}

/** Runs one published product. Expressions are compiled once, here. */
export interface Engine {
  readonly product: PublishedProduct;
  /**
   * What becomes of these answers. Pure: the same answers give the same resolution, in whatever order they were given.
   *
   * @param previous an earlier resolution of this engine: states that did not change are taken over as the same objects.
   */
  resolve(answers: Answers, previous?: Resolved): Resolved;
  /** What a resolution costs. `currency`: one of the product's; default: its own. */
  price(resolved: Resolved, currency?: string): Price;
}
