import type { Text } from '../product/text.ts';
import type { Expr } from './expr.ts';

export interface PublishedOption {
  readonly id: string;
  readonly name: Text;
  readonly help?: Text;
  readonly colour?: string;
  readonly image?: string;
  /** As expressions read them: the colour counts as one, so that a drawing can use it. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly custom_properties?: Readonly<Record<string, unknown>>;
  readonly visible?: Expr;
  readonly enabled?: readonly PublishedAvailability[];
}

/** Available while `when` holds; else `reason`. */
export interface PublishedAvailability {
  readonly when: Expr;
  readonly reason: Text;
}
