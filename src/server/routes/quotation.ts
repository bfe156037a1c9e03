import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { localise } from '../../configuration/localise.ts';
import type { Customer } from '../../contract/add-quote.ts';
import type { ExtraField } from '../../contract/output.ts';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { Catalogue } from '../products/catalogue.ts';
import { quotationPage, type QuotationDocument } from '../quotation/quotation-page.ts';
import { quotationStyle } from '../quotation/quotation-style.ts';
import type { Store } from '../store/store.ts';
import type { ExtraFields } from '../submission/check-extra-fields.ts';
import type { FrozenPrice } from '../submission/freeze-price.ts';

const styleHash = `sha256-${createHash('sha256').update(quotationStyle).digest('base64')}`;

/**
 * `GET /quotations/{id}`: the `pdf_url`, a page to print. Whoever knows the id may read it; it can't be guessed.
 *
 * @throws ApiError 404
 */
export function quotationRoute(
  { db }: Pick<Store, 'db'>,
  catalogue: Catalogue,
  company: QuotationDocument['company'],
): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const id = c.req.param('id') ?? '';
    const row = /^[0-9a-f-]{36}$/.test(id)
      ? await db.selectFrom('quotations').selectAll().where('id', '=', id).executeTakeFirst()
      : undefined;
    if (!row) throw new ApiError(404, 'not_found', 'There is no such quotation.');
    const { language } = row;
    const fields = catalogue
      .get(row.product_id)
      ?.definition.outputs.find((output) => output.id === row.output_id)?.extra_fields;
    const extraFields = Object.entries(JSON.parse(row.extra_fields) as ExtraFields);
    const page = quotationPage({
      company,
      language,
      quantity: row.quantity,
      customer: JSON.parse(row.customer) as Customer,
      answer: JSON.parse(row.answer) as QuotationDocument['answer'],
      price: JSON.parse(row.price) as FrozenPrice,
      extraFields: extraFields.map(([id, value]) => inWords(id, value, fields, language)),
    });
    return new Response(page, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; img-src 'self' https:; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex, nofollow',
      },
    });
  };
}

/** A custom field as it was asked; its ids where the product no longer has it. */
function inWords(
  id: string,
  value: ExtraFields[string],
  fields: readonly ExtraField[] | undefined,
  language: string,
): QuotationDocument['extraFields'][number] {
  const field = fields?.find((one) => one.id === id);
  const option = field?.options?.find((one) => one.id === value);
  return {
    name: localise(field?.name, [language]) || id,
    value: option ? localise(option.name, [language]) : value,
  };
}
