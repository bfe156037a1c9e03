import type { CanonicalConfiguration } from '../contract/configuration/canonical-configuration.ts';
import type { Issue } from '../contract/configuration/issue.ts';
import type { PriceEvent } from './widget-events.ts';

/** What `getConfiguration()` answers: the configuration, what is wrong with it, and its price. */
export interface ConfigurationReport extends CanonicalConfiguration {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly price: PriceEvent;
}
