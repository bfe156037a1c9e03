import type { Context } from 'hono';
import { ApiError } from '../http/api-error.ts';
import type { AppEnv } from '../http/app-env.ts';
import { conditional } from '../http/conditional.ts';
import type { Catalogue, CatalogueProduct } from './catalogue.ts';

/** @throws ApiError 404 unknown_product */
export function findProduct(catalogue: Catalogue, id: string | undefined): CatalogueProduct {
  const product = catalogue.get(id ?? '');
  if (product) return product;
  throw new ApiError(404, 'unknown_product', `There is no product "${(id ?? '').slice(0, 100)}".`);
}

/** `GET /api/v1/products/{id}`: the product as the browser runs it, without its private parts. */
export function productRoute(catalogue: Catalogue): (c: Context<AppEnv>) => Response {
  return (c) => {
    const { json, etag } = findProduct(catalogue, c.req.param('id'));
    return conditional(c.req.header('if-none-match'), etag, json, {
      'Content-Type': 'application/json',
      // Asked again each time: a changed price must be on the next page that is opened.
      'Cache-Control': 'public, max-age=0, must-revalidate',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  };
}
