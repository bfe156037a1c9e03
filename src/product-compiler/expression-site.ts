import type { Attributes } from './product-input-types.ts';

/** Where an expression stands, and so what it may read. */
export interface ExpressionSite {
  /** The repeatable step whose repetition is at hand. */
  readonly step?: string | undefined;
  /** The feature, step, measure or variable that needs the expression's value, and so comes after all that it reads. */
  readonly owner?: string | undefined;
  /** The option that the expression is about; `fixed` where its attributes are known once and for all. */
  readonly option?:
    { readonly id: string; readonly attributes: Attributes; readonly fixed?: boolean } | undefined;
  /** `index` means something: in a repetition, or a shape that is drawn several times. */
  readonly index?: boolean | undefined;
  /** Price lines and groups so far, by the ids that `subtotal` may name. Only in prices. */
  readonly lines?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Ids of the drawing's gradients. Only in drawings. */
  readonly gradients?: readonly string[] | undefined;
}
