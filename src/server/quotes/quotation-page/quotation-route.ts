import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Store } from '../../database/store.ts';
import { ApiError } from '../../http/api-error.ts';
import type { AppEnv } from '../../http/app-env.ts';
import type { Catalogue } from '../../products/catalogue.ts';
import type { QuotationDocument } from './quotation-document.ts';
import { quotationPage } from './quotation-page.ts';
import { quotationStyle } from './quotation-style.ts';
import { quotationColumns, readQuotation } from './read-quotation.ts';

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
      ? await db.selectFrom('quotations').select(quotationColumns).where('id', '=', id).executeTakeFirst()
      : undefined;
    if (!row) throw new ApiError(404, 'not_found', 'There is no such quotation.');
    const document = readQuotation({ row, product: catalogue.get(row.product_id), company });
    return new Response(await quotationPage(document), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `default-src 'none'; img-src 'self' https:; style-src '${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'Cache-Control': 'private, no-store',
        'X-Robots-Tag': 'noindex, nofollow',
      },
    });
  };
}
