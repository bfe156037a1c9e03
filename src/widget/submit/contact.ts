import type { Customer } from '../../contract/quote/add-quote.ts';

/** What the contact form asks for: who wants the quotation, and the output's extra fields. */
export interface Contact {
  readonly customer: Pick<Customer, 'first_name' | 'last_name' | 'email' | 'phone'>;
  readonly extra_fields: Readonly<Record<string, string | number | boolean | null>>;
}
