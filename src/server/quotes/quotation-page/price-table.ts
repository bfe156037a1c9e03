import { html } from 'hono/html';
import { numberFormat } from '../../../text/number-format.ts';
import { unitSign } from '../../../text/unit-sign.ts';
import type { FrozenPrice } from '../freeze-price.ts';
import type { QuotationTexts } from './quotation-texts.ts';

type Html = ReturnType<typeof html>;

/** The price, line by line with its sums. */
export function priceTable(price: FrozenPrice, language: string, texts: QuotationTexts): Html {
  if (price.total === null) return html`<p>${price.reason || texts.onRequest}</p>`;
  const money = numberFormat(language, { style: 'currency', currency: price.currency });
  const amount = (value: number | null): string => (value === null ? '' : money.format(value));
  const taxed = price.tax_rate > 0;
  return html`<table class="price">
    <thead>
      <tr>
        <th>${texts.description}</th>
        <th>${texts.quantity}</th>
        <th>${texts.unitPrice}</th>
        <th>${texts.amount}</th>
      </tr>
    </thead>
    <tbody>
      ${price.lines.map(
        (line) =>
          html`<tr>
            <td>${line.name}${measured(line, language)}</td>
            <td>${line.quantity}</td>
            <td>${amount(line.unit_price)}</td>
            <td>${amount(line.total)}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      ${
        taxed &&
        html`<tr>
            <th colspan="3">${texts.net}</th>
            <td>${amount(price.net)}</td>
          </tr>
          <tr>
            <th colspan="3">${texts.tax} ${numberFormat(language, {}).format(price.tax_rate)} %</th>
            <td>${amount(price.tax)}</td>
          </tr>`
      }
      <tr class="total">
        <th colspan="3">${taxed ? texts.gross : texts.total}</th>
        <td>${amount(price.gross)}</td>
      </tr>
    </tfoot>
  </table>`;
}

/** "1.8 m²", so that a price by measure can be checked by hand. */
function measured({ measure }: FrozenPrice['lines'][number], language: string): Html | null {
  if (!measure) return null;
  const value = numberFormat(language, { maximumFractionDigits: 3 }).format(measure.value);
  return html` <small>${value} ${unitSign(measure.unit)}</small>`;
}
