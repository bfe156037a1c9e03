import type { LineItem, Price } from '../../contract/configuration/price.ts';
import { unitSign } from '../../text/unit-sign.ts';
import type { WidgetProps } from '../mount/widget-props.ts';
import { lazy } from '../mount/lazy.ts';
import type { Widget } from '../mount/widget.ts';
import { currentPrice } from '../pricing/current-price.ts';

/** Few configurations need it. */
const Missing = lazy(() => import('./missing.tsx'), 'Missing');

/** How a line comes to its total: "2.35 m² · 3 × €400.00". */
function calculation({ texts }: Widget, { measure, quantity, unit_price }: LineItem, price: Price): string {
  return [
    measure && `${texts.number(measure.value)} ${unitSign(measure.unit)}`,
    quantity > 1 &&
      unit_price !== undefined &&
      `${texts.number(quantity)} × ${texts.money(unit_price, price)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const Row = ({ name, detail, amount }: { name: string; detail?: string; amount: string }) => (
  <div class="row">
    <dt>
      {name} {detail && <small class="muted">{detail}</small>}
    </dt>
    <dd>{amount}</dd>
  </div>
);

/** The price breakdown: lines, totals, tax and lead time, or why there is no price yet. */
export const PriceDetails = ({ widget }: WidgetProps) => {
  const price = currentPrice(widget);
  const { state, slow } = widget.externalPrice.value ?? {};
  const { t, text, money, number } = widget.texts;
  const days = widget.state.resolved.value.lead_time_days;
  return (
    <>
      {state && state !== 'adjusted' && (state !== 'pending' || slow) && <p class="muted">{t(state)}</p>}
      {price.state === 'on_request' && <p>{text(price.reason)}</p>}
      {price.state === 'incomplete' && <Missing widget={widget} />}
      <dl>
        {price.lines.map((line) => (
          <Row
            key={line.id}
            name={text(line.name) + (line.repetition === undefined ? '' : ` ${line.repetition + 1}`)}
            detail={calculation(widget, line, price)}
            amount={money(line.total, price)}
          />
        ))}
      </dl>
      <dl class="totals">
        {price.total !== null && price.tax_rate > 0 && (
          <>
            <Row name={t('net_total')} amount={money(price.net!, price)} />
            <Row name={t('tax', { rate: number(price.tax_rate) })} amount={money(price.tax!, price)} />
            <Row name={t('gross_total')} amount={money(price.gross!, price)} />
          </>
        )}
        {days !== undefined && <Row name={t('lead_time')} amount={t('days', { n: days })} />}
      </dl>
    </>
  );
};
