import type { Companion } from './companion.ts';
import { QuoteletConfigurator } from './quotelet-configurator.ts';

/** Defines the element, unless it is already defined: the first copy of the loader serves the whole page. */
export function register(companion: Companion): void {
  if (customElements.get('quotelet-configurator')) return;
  QuoteletConfigurator.companion = companion;
  customElements.define('quotelet-configurator', QuoteletConfigurator);
}
