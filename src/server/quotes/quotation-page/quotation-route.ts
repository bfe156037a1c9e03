import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { dayInWords } from '../../../text/day-in-words.ts';
import { localise } from '../../../text/localise.ts';
import { interfaceLanguage, spokenLanguage } from '../../../text/spoken-language.ts';
import type { Customer } from '../../../contract/quote/add-quote.ts';
import type { Line } from '../../../contract/quote/items.ts';
import type { ExtraField } from '../../../contract/product/output.ts';
import type { PublishedStep } from '../../../contract/published/published-step.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import type { Catalogue, CatalogueProduct } from '../../products/catalogue.ts';
import type { QuotationDocument } from './quotation-document.ts';
import { quotationPage } from './quotation-page.ts';
import { quotationStyle } from './quotation-style.ts';
import type { Store } from '../../database/store.ts';
import type { ExtraFields } from '../validation/check-extra-fields.ts';
import type { FrozenPrice } from '../freeze-price.ts';

/** Only the columns that the page shows, so that nothing wrong with another one keeps it from being shown. */
const columns = [
  'product_id',
  'output_id',
  'language',
  'quantity',
  'customer',
  'answer',
  'price',
  'extra_fields',
] as const;

interface QuotationRouteOptions {
  readonly store: Pick<Store, 'db'>;
  readonly catalogue: Catalogue;
  readonly company: QuotationDocument['company'];
}

const styleHash = `sha256-${createHash('sha256').update(quotationStyle).digest('base64')}`;

/**
 * `GET /quotations/{id}`: the `pdf_url`, a page to print. Anyone who knows the id may read it; it can't be guessed.
 *
 * @throws ApiError 404
 */
export function quotationRoute({
  store: { db },
  catalogue,
  company,
}: QuotationRouteOptions): (c: Context<AppEnv>) => Promise<Response> {
  return async (c) => {
    const id = c.req.param('id') ?? '';
    const row = /^[0-9a-f-]{36}$/.test(id)
      ? await db.selectFrom('quotations').select(columns).where('id', '=', id).executeTakeFirst()
      : undefined;
    if (!row) throw new ApiError(404, 'not_found', 'There is no such quotation.');
    const product = catalogue.get(row.product_id);
    // Of a product that is gone since, only the language is known that the quotation was written in.
    const languages = product?.published.languages ?? [row.language];
    const language = spokenLanguage(row.language, languages);
    const fields = product?.definition.outputs.find(({ id }) => id === row.output_id)?.extra_fields;
    const answer = JSON.parse(row.answer) as QuotationDocument['answer'];
    const extraFields = Object.entries(JSON.parse(row.extra_fields) as ExtraFields);
    const page = await quotationPage({
      company,
      language,
      interfaceLanguage: interfaceLanguage(language, languages),
      quantity: row.quantity,
      customer: JSON.parse(row.customer) as Customer,
      answer: { ...answer, lines: visibleLines(product, answer.lines) },
      itemName: (stepId) => itemName(product, stepId, language),
      price: JSON.parse(row.price) as FrozenPrice,
      extraFields: extraFields.map(([id, value]) => fieldInWords(id, value, { fields, language, languages })),
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

interface FieldContext {
  /** Of the output that the submission went to, as it is now. */
  readonly fields: readonly ExtraField[] | undefined;
  readonly language: string;
  readonly languages: readonly string[];
}

/** A custom field in the words of its form; by its ids if the product no longer has it. */
function fieldInWords(
  id: string,
  value: ExtraFields[string],
  { fields, language, languages }: FieldContext,
): QuotationDocument['extraFields'][number] {
  const field = fields?.find((one) => one.id === id);
  const option = field?.options?.find((one) => one.id === value);
  const isDay = field?.type === 'date' && typeof value === 'string';
  return {
    name: localise(field?.name, [language, ...languages]) || id,
    value: option
      ? localise(option.name, [language, ...languages])
      : isDay
        ? dayInWords(value, language, interfaceLanguage(language, languages))
        : value,
  };
}

/** Values that the shopper was never asked for are for the merchant's systems, not for paper. */
function visibleLines(product: CatalogueProduct | undefined, lines: readonly Line[]): Line[] {
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
