import type { Selections } from './value.ts';

/** The canonical form of a configuration: what was answered or stands by default in the visible features, but not what is derived. Its hash is `configHash`. */
export interface CanonicalConfiguration {
  readonly product_id: string;
  readonly product_version: string;
  readonly quantity: number;
  readonly selections: Selections;
}
