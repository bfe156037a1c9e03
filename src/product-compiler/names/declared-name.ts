import type { FeatureInput } from '../product-input-types.ts';

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
