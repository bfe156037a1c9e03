import type { HostPricing } from '../../element-api/host-pricing.ts';
import { priceEvent } from './price-event.ts';
import type { Widget } from '../mount/widget.ts';
import { adjusted } from './adjusted.ts';
import { createPricer } from './create-pricer.ts';

/** Lets the page price, or takes that back. Said again it is asked anew, for prices that depend on more than the configuration. */
export function usePricing(widget: Widget, pricing: HostPricing | null | undefined): void {
  if (widget.life.aborted || !(pricing ?? widget.pricer)) return;
  widget.pricer ??= createPricer(widget);
  widget.pricer.use(
    'page',
    pricing &&
      (async ({ configuration, price: ours }, signal) => {
        const price = priceEvent(widget, ours, 'base');
        const answer = await pricing({ configuration, price, signal });
        return answer == null ? null : adjusted(ours, answer);
      }),
  );
}
