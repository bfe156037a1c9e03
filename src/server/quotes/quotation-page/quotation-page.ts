import { html, raw } from 'hono/html';
import { dateFormat } from '../../../text/date-format.ts';
import { answerTables } from './answer-tables.ts';
import { asTyped } from './as-typed.ts';
import { extraFieldList } from './extra-field-list.ts';
import { priceTable } from './price-table.ts';
import type { QuotationDocument } from './quotation-document.ts';
import { quotationStyle } from './quotation-style.ts';
import { quotationTexts } from './quotation-texts.ts';

/** One piece, so that the formatter adds no space to it: the page's policy knows the style sheet by its hash. */
const style = raw(`<style>${quotationStyle}</style>`);

/** A quotation as one HTML document, to be read and printed. It has no script and loads nothing but the picture. */
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
                ${asTyped(customer.first_name)} ${asTyped(customer.last_name)}<br />${customer.email}
                ${customer.phone && html`<br />${customer.phone}`}
                ${address.map((line) => html`<br />${asTyped(line)}`)}
              </dd>
            </dl>
          </div>
          <figure>
            ${product?.image ? html`<img src="${product.image}" alt="" />` : null}
            <figcaption>${product?.product_name}</figcaption>
          </figure>
          <h2>${texts.configuration}</h2>
          ${answerTables(answer.lines, document, texts)}
          <h2>${texts.price}</h2>
          ${priceTable(price, language, texts)} ${extraFieldList(document, texts)}
          <footer>${company.name} · ${company.email}</footer>
        </main>
      </body>
    </html>`;
  return page.toString();
}
