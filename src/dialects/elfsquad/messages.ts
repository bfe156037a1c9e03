import type { CreateQuotation } from '../../contract/vendors/elfsquad.ts';
import type { SubmittedProduct } from '../dialect.ts';

/** A JSON string with the id of what was stored, a quotation or a submission; nothing where nothing was. */
export const submitted = ({ id }: Pick<SubmittedProduct, 'id'>): readonly string[] =>
  id ? [JSON.stringify({ action: 'createQuotation', argument: id } satisfies CreateQuotation)] : [];
