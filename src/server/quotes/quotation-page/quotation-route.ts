import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { dayInWords } from '../../../text/day-in-words.ts';
import { localise } from '../../../text/localise.ts';
import { interfaceLanguage, spokenLanguage } from '../../../text/spoken-language.ts';
import type { Customer } from '../../../contract/quote/add-quote.ts';
import type { Line } from '../../../contract/quote/items.ts';
import type { ExtraField } from '../../../contract/product/output.ts';
import type { PublishedStep } from '../../../contract/published/published-product.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import type { Catalogue, CatalogueProduct } from '../../products/catalogue.ts';
import { quotationPage, type QuotationDocument } from './quotation-page.ts';
import { quotationStyle } from './quotation-style.ts';
import type { Store } from '../../database/store.ts';
import type { ExtraFields } from '../validation/check-extra-fields.ts';
import type { FrozenPrice } from '../freeze-price.ts';

/** Only what the page says: what it has no use for can't keep it from being shown. */
const shown = [
  'product_id',
  'output_id',
  'language',
  'quantity',
  'customer',
  'answer',
  'price',
  'extra_fields',
] as const;

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
      ? await db.selectFrom('quotations').select(shown).where('id', '=', id).executeTakeFirst()
      : undefined;
    if (!row) throw new ApiError(404, 'not_found', 'There is no such quotation.');
    const product = catalogue.get(row.product_id);
    // What was stored says nothing of the product that has gone since, but that it was in this language.
    const languages = product?.published.languages ?? [row.language];
    const language = spokenLanguage(row.language, languages);
    const fields = product?.definition.outputs.find(({ id }) => id === row.output_id)?.extra_fields;
    const answer = JSON.parse(row.answer) as QuotationDocument['answer'];
    const extraFields = Object.entries(JSON.parse(row.extra_fields) as ExtraFields);
    const page = quotationPage({
      company,
      language,
      interfaceLanguage: interfaceLanguage(language, languages),
      quantity: row.quantity,
      customer: JSON.parse(row.customer) as Customer,
      answer: { ...answer, lines: asked(product, answer.lines) },
      itemName: (stepId) => itemName(product, stepId, language),
      price: JSON.parse(row.price) as FrozenPrice,
      extraFields: extraFields.map(([id, value]) => inWords(id, value, fields, language, languages)),
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
  languages: readonly string[],
): QuotationDocument['extraFields'][number] {
  const field = fields?.find((one) => one.id === id);
  const option = field?.options?.find((one) => one.id === value);
  const day = field?.type === 'date' && typeof value === 'string';
  return {
    name: localise(field?.name, [language, ...languages]) || id,
    value: option
      ? localise(option.name, [language, ...languages])
      : day
        ? dayInWords(value, language, interfaceLanguage(language, languages))
        : value,
  };
}

/** Values that the shopper was never asked for are for the merchant's systems, not for paper. */
function asked(product: CatalogueProduct | undefined, lines: readonly Line[]): Line[] {
  const features = product?.published.steps.flatMap((step) => step.features) ?? [];
  const hidden = new Set(features.filter(({ type }) => type === 'hidden').map(({ id }) => id));
  return lines.filter(({ feature_id }) => !hidden.has(feature_id));
}

const itemName = (
  product: CatalogueProduct | undefined,
  stepId: string,
  language: string,
): string | undefined => {
  const repeat = stepOf(product, stepId)?.repeat;
  return repeat && localise(repeat.item_name, [language, ...product!.published.languages]);
};

const stepOf = (product: CatalogueProduct | undefined, stepId: string): PublishedStep | undefined =>
  product?.published.steps.find(({ id }) => id === stepId);
