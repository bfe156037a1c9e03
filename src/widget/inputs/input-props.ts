import type { FeatureState } from '../../contract/configuration/feature-state.ts';
import type { Widget } from '../mount/widget.ts';

/** What every input is given. */
export interface InputProps {
  readonly widget: Widget;
  readonly state: FeatureState;
  /** Ids of the elements that describe it, for `aria-describedby`. */
  readonly described: string | undefined;
  readonly invalid: boolean;
}
