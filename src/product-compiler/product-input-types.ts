import type { ProductInput } from '../contract/product/product.ts';

// Parts of a product as it stands in the file, before defaults are filled in.

export type StepInput = ProductInput['steps'][number];
export type FeatureInput = StepInput['features'][number];
export type FeatureOf<Type extends FeatureInput['type']> = Extract<FeatureInput, { type: Type }>;
export type RuleInput = NonNullable<ProductInput['rules']>[number];
export type RuleOf<Type extends RuleInput['type']> = Extract<RuleInput, { type: Type }>;
export type PriceInput = NonNullable<ProductInput['prices']>[number];
/** A price that is charged; the others only say that there is none. */
export type ChargedPriceInput = Exclude<PriceInput, { kind: 'on_request' }>;
export type DrawingInput = NonNullable<ProductInput['drawing']>;
export type OutputInput = NonNullable<ProductInput['outputs']>[number];
/** Facts about an option. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;
