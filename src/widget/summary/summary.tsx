import type { WidgetProps } from '../mount/widget-props.ts';
import { PriceDetails } from './price-details.tsx';
import { currentPrice } from '../pricing/current-price.ts';
import { priceInWords } from '../pricing/price-in-words.ts';

/** The price, always in sight: a card with its breakdown on wide screens, a bar that opens at the bottom of small ones. */
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
