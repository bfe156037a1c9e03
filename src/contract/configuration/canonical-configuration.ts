import type { Selections } from './value.ts';

/** The canonical form of a configuration: values of the visible, answered features. Its hash is `configHash`. */
export interface CanonicalConfiguration {
  readonly product_id: string;
  readonly product_version: string;
  readonly quantity: number;
  readonly selections: Selections;
}
