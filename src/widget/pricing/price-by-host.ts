import type { HostPricing } from '../../element-api/host-pricing.ts';
import type { Widget } from '../mount/widget.ts';
import { createPricer } from './create-pricer.ts';
import { priceEvent } from './price-event.ts';
import { priceFromHost } from './price-from-host.ts';

/**
 * Has the page price configurations; null or undefined ends that. Set to the same function again it is asked anew, for prices
 * that depend on more than the configuration.
 */
export function priceByHost(widget: Widget, pricing: HostPricing | null | undefined): void {
  if (widget.life.aborted || !(pricing ?? widget.pricer)) return;
  widget.pricer ??= createPricer(widget);
  widget.pricer.use(
    'page',
    pricing &&
      (async ({ configuration, price: own }, signal) => {
        const price = priceEvent(widget, own, 'base');
        const answer = await pricing({ configuration, price, signal });
        return answer == null ? null : priceFromHost(own, answer);
      }),
  );
}
