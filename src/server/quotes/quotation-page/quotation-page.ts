import { html, raw } from 'hono/html';
import type { AddQuoteAnswer, Customer } from '../../../contract/quote/add-quote.ts';
import type { Line } from '../../../contract/quote/items.ts';
import { dayInWords } from '../../../text/day-in-words.ts';
import { dateFormat } from '../../../text/date-format.ts';
import { numberFormat } from '../../../text/number-format.ts';
import type { InterfaceLanguage } from '../../../text/spoken-language.ts';
import { unitSign } from '../../../text/unit-sign.ts';
import { withoutMarks } from '../../http/without-marks.ts';
import type { FrozenPrice } from '../freeze-price.ts';
import { quotationStyle } from './quotation-style.ts';
import { quotationTexts, type QuotationTexts } from './quotation-texts.ts';

/** What a quotation says, as it was stored. */
export interface QuotationDocument {
  readonly company: { readonly name: string; readonly email: string };
  readonly language: string;
  /** That of the page's own words. */
  readonly interfaceLanguage: InterfaceLanguage;
  readonly quantity: number;
  readonly customer: Customer;
  readonly answer: Extract<AddQuoteAnswer, { path: 'quotation' }>;
  readonly price: FrozenPrice;
  /** What one repetition of a step is called: "Panel". Undefined for steps that do not repeat. */
  itemName(stepId: string): string | undefined;
  /** The contact form's custom fields: label and answer. */
  readonly extraFields: readonly { readonly name: string; readonly value: string | number | boolean }[];
}

type Html = ReturnType<typeof html>;

/** Whole, so that not a space comes between: the page's CSP knows the style by its hash. */
const style = raw(`<style>${quotationStyle}</style>`);

/** A quotation as one HTML document, to be read and printed: no script, nothing loaded but the picture. */
export async function quotationPage(document: QuotationDocument): Promise<string> {
  const { company, language, customer, answer, price } = document;
  const texts = quotationTexts[document.interfaceLanguage];
  const [product] = answer.items;
  const date = dateFormat(language, document.interfaceLanguage).format(new Date(answer.created_at));
  const address = Object.values(customer.address).filter((line) => line !== '');
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${texts.quotation} ${answer.quotation_number}</title>
        ${style}
      </head>
      <body>
        <main>
          <header>
            <div><strong>${company.name}</strong><a href="mailto:${company.email}">${company.email}</a></div>
            <p class="hint">${texts.print}</p>
          </header>
          <div class="top">
            <div>
              <h1>${texts.quotation}</h1>
              <dl class="facts">
                <dt>Nr.</dt>
                <dd class="number">${answer.quotation_number}</dd>
                <dt>${texts.date}</dt>
                <dd>${date}</dd>
              </dl>
            </div>
            <dl class="facts">
              <dt>${texts.for}</dt>
              <dd>
                ${typed(customer.first_name)} ${typed(customer.last_name)}<br />${customer.email}
                ${customer.phone && html`<br />${customer.phone}`}
                ${address.map((line) => html`<br />${typed(line)}`)}
              </dd>
            </dl>
          </div>
          <figure>
            ${product?.image ? html`<img src="${product.image}" alt="" />` : null}
            <figcaption>${product?.product_name}</figcaption>
          </figure>
          <h2>${texts.configuration}</h2>
          ${answersOf(answer.lines, document, texts)}
          <h2>${texts.price}</h2>
          ${priceTable(price, language, texts)} ${remarks(document, texts)}
          <footer>${company.name} · ${company.email}</footer>
        </main>
      </body>
    </html>`;
  return page.toString();
}

/** What a shopper typed. */
const typed = (text: string): string => withoutMarks(text, { keepLines: true });

/** The answers, step by step and repetition by repetition. */
function answersOf(
  lines: readonly Line[],
  {
    quantity,
    itemName,
    language,
    interfaceLanguage,
  }: Pick<QuotationDocument, 'quantity' | 'itemName' | 'language' | 'interfaceLanguage'>,
  texts: QuotationTexts,
): Html {
  const groups = new Map<string, { title: string; lines: Line[] }>();
  for (const line of lines) {
    const key = `${line.step_id}[${line.repetition}]`;
    const item = itemName(line.step_id);
    const title = item === undefined ? line.step_name : `${item} ${line.repetition + 1}`;
    const group = groups.get(key) ?? { title, lines: [] };
    groups.set(key, group);
    group.lines.push(line);
  }
  const shown = ({ type, display }: Line): string =>
    type === 'number_input'
      ? display
      : typed(type === 'date' ? dayInWords(display, language, interfaceLanguage) : display);
  const tables = [...groups.values()].map(
    (group) =>
      html`<h3>${group.title}</h3>
        <table class="answers">
          <tbody>
            ${group.lines.map(
              (line) =>
                html`<tr>
                  <td>${line.feature_name}</td>
                  <td>${shown(line)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`,
  );
  return html`${tables}
    <table class="answers">
      <tbody>
        <tr>
          <td>${texts.pieces}</td>
          <td>${quantity}</td>
        </tr>
      </tbody>
    </table>`;
}

function priceTable(price: FrozenPrice, language: string, texts: QuotationTexts): Html {
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

function remarks({ extraFields }: QuotationDocument, texts: QuotationTexts): Html | null {
  if (extraFields.length === 0) return null;
  const said = (value: string | number | boolean): string | number =>
    typeof value === 'boolean'
      ? value
        ? texts.yes
        : texts.no
      : typeof value === 'string'
        ? typed(value)
        : value;
  return html`<h2>${texts.remarks}</h2>
    <dl class="facts">
      ${extraFields.map(
        ({ name, value }) =>
          html`<dt>${name}</dt>
            <dd>${said(value)}</dd>`,
      )}
    </dl>`;
}
