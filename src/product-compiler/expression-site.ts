import type { ProductInput } from '../contract/product/product.ts';

export type StepInput = ProductInput['steps'][number];
export type FeatureInput = StepInput['features'][number];
export type RuleInput = NonNullable<ProductInput['rules']>[number];
export type PriceInput = NonNullable<ProductInput['prices']>[number];
export type DrawingInput = NonNullable<ProductInput['drawing']>;
export type FeatureOf<Type extends FeatureInput['type']> = Extract<FeatureInput, { type: Type }>;
export type Attributes = Readonly<Record<string, string | number | boolean>>;

/** A name that expressions may use. */
export interface DeclaredName {
  readonly id: string;
  readonly kind: 'feature' | 'step' | 'measure' | 'variable';
  /** The repeatable step it is in (or is). */
  readonly step?: string;
  readonly feature?: FeatureInput;
  /** Of a measure, or of a feature that is a number. */
  readonly unit?: string | undefined;
  readonly path: string;
}

/** Where an expression stands, and so what it may read. */
export interface ExpressionSite {
  /** The repeatable step whose repetition is at hand. */
  readonly step?: string | undefined;
  /** What cannot be worked out before everything that the expression reads: a feature, step, measure or variable. */
  readonly owner?: string | undefined;
  /** The option that is judged. */
  readonly option?:
    { readonly id: string; readonly attributes: Attributes; readonly fixed?: boolean } | undefined;
  /** `index` means something: in a repetition, or a shape that is drawn several times. */
  readonly index?: boolean | undefined;
  /** Price lines and groups so far, by what `subtotal` may call them. Only in prices. */
  readonly lines?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Gradients of the drawing. Only in drawings. */
  readonly gradients?: readonly string[] | undefined;
}

/** What an expression has to yield. */
export type ExpectedType =
  | { readonly is: 'boolean' | 'text' | 'number' }
  | { readonly is: 'unit'; readonly unit: string }
  | { readonly is: 'measure'; readonly unit: string }
  | { readonly is: 'money' }
  | { readonly is: 'value'; readonly feature: string }
  | { readonly is: 'any' };

/** What becomes of a condition: some must be able to hold, some must be able to fail. */
export type ConditionUse = 'rule' | 'option' | undefined;
