import type { Customer } from '../../../contract/quote/add-quote.ts';
import type { ExtraField } from '../../../contract/product/output.ts';
import type { Line } from '../../../contract/quote/items.ts';
import { dayInWords } from '../../../text/day-in-words.ts';
import { localise } from '../../../text/localise.ts';
import { interfaceLanguage, spokenLanguage } from '../../../text/choose-language.ts';
import type { Quotations } from '../../database/tables.ts';
import type { CatalogueProduct } from '../../products/catalogue.ts';
import type { FrozenPrice } from '../freeze-price.ts';
import type { ExtraFields } from '../validation/check-extra-fields.ts';
import type { QuotationDocument } from './quotation-document.ts';

/** Only the columns that the page shows, so that nothing wrong with another one keeps it from being shown. */
export const quotationColumns = [
  'product_id',
  'output_id',
  'language',
  'quantity',
  'customer',
  'answer',
  'price',
  'extra_fields',
] as const;

interface ReadQuotationOptions {
  readonly row: Pick<Quotations, (typeof quotationColumns)[number]>;
  /** As it is now; undefined if it is gone. */
  readonly product: CatalogueProduct | undefined;
  readonly company: QuotationDocument['company'];
}

/** A stored quotation as the page shows it. */
export function readQuotation({ row, product, company }: ReadQuotationOptions): QuotationDocument {
  // Of a product that is gone since, only the language is known that the quotation was written in.
  const languages = product?.published.languages ?? [row.language];
  const language = spokenLanguage(row.language, languages);
  const fields = product?.definition.outputs.find(({ id }) => id === row.output_id)?.extra_fields;
  const answer = JSON.parse(row.answer) as QuotationDocument['answer'];
  const extraFields = Object.entries(JSON.parse(row.extra_fields) as ExtraFields);
  return {
    company,
    language,
    interfaceLanguage: interfaceLanguage(language, languages),
    quantity: row.quantity,
    customer: JSON.parse(row.customer) as Customer,
    answer: { ...answer, lines: visibleLines(product, answer.lines) },
    itemName: (stepId) => itemName(product, stepId, language),
    price: JSON.parse(row.price) as FrozenPrice,
    extraFields: extraFields.map(([id, value]) => fieldInWords(id, value, { fields, language, languages })),
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

function itemName(
  product: CatalogueProduct | undefined,
  stepId: string,
  language: string,
): string | undefined {
  const repeat = product?.published.steps.find(({ id }) => id === stepId)?.repeat;
  return repeat && localise(repeat.item_name, [language, ...product.published.languages]);
}
