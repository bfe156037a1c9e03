import type { CanonicalConfiguration, Issue } from '../contract/configuration/resolution.ts';
import type { PriceEvent } from './widget-events.ts';

/** What `getConfiguration()` answers: the configuration, what is wrong with it, and its price. */
export interface ConfigurationReport extends CanonicalConfiguration {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly price: PriceEvent;
}
