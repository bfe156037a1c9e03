import type { CreateQuotation } from '../../contract/vendors/elfsquad.ts';

/** Message of the Elfsquad dialect: a JSON string that names what was stored, a quotation or a submission. */
export const createQuotation = (id: string): string =>
  JSON.stringify({ action: 'createQuotation', argument: id } satisfies CreateQuotation);
