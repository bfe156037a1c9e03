import type { AddQuoteAnswer, Customer } from '../../../contract/quote/add-quote.ts';
import type { InterfaceLanguage } from '../../../text/choose-language.ts';
import type { FrozenPrice } from '../freeze-price.ts';

/** The content of a quotation, as it was stored. */
export interface QuotationDocument {
  readonly company: { readonly name: string; readonly email: string };
  readonly language: string;
  /** The language of the page's own words. */
  readonly interfaceLanguage: InterfaceLanguage;
  readonly quantity: number;
  readonly customer: Customer;
  readonly answer: Extract<AddQuoteAnswer, { path: 'quotation' }>;
  readonly price: FrozenPrice;
  /** The name of one repetition of a step: "Panel". Undefined for steps that do not repeat. */
  itemName(stepId: string): string | undefined;
  /** The contact form's custom fields: label and answer. */
  readonly extraFields: readonly { readonly name: string; readonly value: string | number | boolean }[];
}
