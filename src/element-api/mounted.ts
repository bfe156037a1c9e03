import type { Selections } from '../contract/configuration/value.ts';
import type { Attributes } from './attributes.ts';
import type { ConfigurationReport } from './configuration-report.ts';
import type { HostPricing } from './host-pricing.ts';
import type { SubmitResult } from './submit-result.ts';

/** A configurator on screen. Calls are carried out in order. */
export interface Mounted {
  getConfiguration(): Promise<ConfigurationReport>;
  /**
   * Answers several features at once, all of them or none. Selecting the same twice changes nothing; null clears an answer.
   *
   * @throws CodedError `unknown_feature` or `wrong_type`; the message names the paths.
   */
  select(partial: Selections): Promise<void>;
  /** @throws CodedError `unknown_step`. A step that is hidden at the moment is ignored. */
  goToStep(id: string): Promise<void>;
  reset(): Promise<void>;
  /**
   * Does what a click on that button does.
   *
   * @throws CodedError `invalid` (with the `issues`), `cancelled`, `unknown_button`, `no_server`, `network`, `not_loaded`, or
   *   one of the companion's codes.
   */
  submit(buttonId: string): Promise<SubmitResult>;
  set pricing(pricing: HostPricing | null | undefined);
  update(attributes: Attributes): void;
  /** Ends everything: nothing that was started outlives it. */
  destroy(): void;
}
