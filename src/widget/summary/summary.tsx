import type { WidgetProps } from '../mount/widget-props.ts';
import { PriceDetails } from './price-details.tsx';
import { currentPrice } from '../pricing/current-price.ts';
import { priceInWords } from '../pricing/price-in-words.ts';

/** The price, always in sight: a card with the breakdown on wide screens, and on small ones a bar at the bottom that opens. */
export const Summary = ({ widget }: WidgetProps) => {
  const price = currentPrice(widget);
  const { t } = widget.texts;
  return (
    <details class="summary" part="summary" open={widget.options.host.clientWidth > 720}>
      <summary>
        {t('total')}
        <span>
          <strong part="total">{priceInWords(widget)}</strong>
          <small class="muted">{price.total !== null && price.tax_rate > 0 && t(price.prices)}</small>
        </span>
      </summary>
      {widget.ready.value && <PriceDetails widget={widget} />}
    </details>
  );
};
